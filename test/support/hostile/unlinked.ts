import type { DataSource } from 'typeorm';

/** Addresses of pages that no page of the town leads to at this moment, from the town's rows. */
const ADDRESSES: readonly string[] = [
  `select '/r/' || receipt from ballots`,
  `select '/budgets/' || territory_kato || '/' || year from budgets`,
  `select '/decisions/' || id from maslikhat_decisions`,
  `select '/session-desk/decisions/' || id || '/publication' from maslikhat_decisions`,
  `select '/commission-desk/' || budget_id || '/hearings/' || id from budget_hearings`,
  `select '/appeals/' || id from proposal_appeals`,
  `select '/round-setup/new?year=2031&territory=' || territory_kato from rounds`,
  `select '/rounds/' || id || '/vote/' || step from rounds,
     unnest(array['identify', 'dates.ics']) step`,
  `select '/rounds/' || id || '/demo/done' from rounds`,
  `select '/my/contacts/' || way || '/' || step from unnest(array['mail', 'sms']) way,
     unnest(array['address', 'code']) step`,
  `select '/switches/' || name from unnest(array['stage', 'limits']) name`,
  `values ('/deputy-desk/collection/addressee'), ('/sign-in/proven')`,
];

/** Some of each kind: whoever may see one of them sees a page of that kind. */
const OF_A_KIND = 12;

/** `unlinkedPaths(dataSource) // → ['/kk/decisions/01a2…', …]` */
export async function unlinkedPaths(dataSource: DataSource): Promise<readonly string[]> {
  const union = ADDRESSES.map((rows) => `(select * from (${rows}) as kind limit ${OF_A_KIND})`);
  const found: { path: string }[] = await dataSource.query(
    `select '/kk' || path as path from (${union.join(' union all ')}) as all_of_them (path)`,
  );
  return found.map(({ path }) => path);
}
