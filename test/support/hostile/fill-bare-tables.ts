import type { DataSource } from 'typeorm';

const OFFICER = `(select resident_id from role_holdings where role = 'officer' order by resident_id limit 1)`;
const EXPERT = `(select resident_id from role_holdings where role = 'expert' order by resident_id limit 1)`;
const AUTHOR = `(select author_id from proposals order by id limit 1)`;
const CLOSED_ROUND = `(select round_id from round_results order by round_id limit 1)`;
const TALLY = `(select id from tallies order by id limit 1)`;
const DIGEST = `sha256('x')`;
const NIL = `'01a20257-0000-7000-8000-000000000001'::uuid`;

/** Rows for tables that the demo town leaves empty; what they say is overwritten anyway. */
const ROWS: readonly string[] = [
  `agenda_papers select gen_random_uuid(), id, 'x', 'x', 'https://example.kz/a', null, now() from agenda_items`,
  `agenda_requests select gen_random_uuid(), territory_kato, id, ${OFFICER}, now(), 'x', 'x', null, null, null, null, null from petitions`,
  `assembly_files select gen_random_uuid(), territory_kato, 'document', gen_random_uuid() || '.pdf', 'x', 'application/pdf', 9, ${DIGEST}, ${OFFICER}, now() from bodies`,
  `budget_hearing_protocols select id, 9, 'x', 'x', '[{"text": "x x", "answer": "x x"}]', by_person, 'x', 'x', now() from budget_hearings`,
  `decision_publications select id, '2026-01-01', 'https://example.kz/p', 'x', ${OFFICER}, 'x', 'x', now() from maslikhat_decisions`,
  `delegations select gen_random_uuid(), h.resident_id, ${AUTHOR}, h.role, h.territory_kato, 'x', 'x', current_date - 1, current_date + 9, 'x', now() from role_holdings h where role = 'akim'`,
  `desk_handovers select gen_random_uuid(), h.role, h.territory_kato, h.id, h.resident_id, ${AUTHOR}, 'x', 'x', 'x', '[]', null, ${DIGEST}, 'drawn', ${OFFICER}, 'x', 'x', now(), null from role_holdings h where role = 'akim'`,
  `kept_wordings select gen_random_uuid(), territory_kato, 'phrase', null, 'x', 'x', 'x', null, 1, ${OFFICER}, 'x', 'x', now() from bodies`,
  `local_overrides select gen_random_uuid(), '992030000', 'participation.council-quorum', '"4/5"', '2026-01-01', null, 'x', ${OFFICER}`,
  `round_lotteries select ${CLOSED_ROUND}, repeat('a', 64), repeat('b', 64), 'x', 'x', ${OFFICER}, now()`,
  `lottery_draws select ${NIL}, ${CLOSED_ROUND}, 'x', 'x', 'x', 'x', 'x', ${OFFICER}`,
  `minutes_errata select id, 1, 1, '2026-01-01', 'x', 'x', 'x', 'x', 'x', 'x', ${OFFICER}, 'x', 'x', now() from minutes`,
  `minutes_remarks select gen_random_uuid(), m.id, b.id, ${OFFICER}, 1, 'x', 'kk', now(), 'refused', 'x', 'x', ${OFFICER}, now() from minutes m, (select id from body_members limit 1) b`,
  `notice_proofs select gen_random_uuid(), id, 'website', '2026-01-01', null, 'https://example.kz/n', ${OFFICER}, now() from meetings`,
  `petition_discussions select id, ${OFFICER}, 'x', 'x', now(), '2026-01-01', '2026-01-20', 'x', 'x', 'x', 'x' from petitions where kind = 'statutory'`,
  `petition_withdrawals select id, ${AUTHOR}, now(), 'x' from petitions order by id desc limit 1`,
  `pressure_acts select gen_random_uuid(), id, 'taken-up', 'x', ${OFFICER}, current_date from pressure_reports`,
  `proposal_coauthors select gen_random_uuid(), id, null, ${DIGEST} from proposals`,
  `quarantines select ${NIL}, ${CLOSED_ROUND}, 'burst', null, 12`,
  `quarantine_motions select ${NIL}, ${NIL}, 'set-aside', 'x', 'x', '{}', ${OFFICER}`,
  `quarantine_decisions select ${NIL}, ${OFFICER}, true, 'x', 'x', ${EXPERT}, now(), ${TALLY}`,
  `result_strikes select ${TALLY}, 1, 'x', 'x', 'x'`,
  `round_extensions select gen_random_uuid(), id, voting_until - interval '1 day', voting_until, 'x', 'x', ${OFFICER}, now(), ${EXPERT}, now() from rounds`,
  `session_materials select gen_random_uuid(), id, 1, 'x', 'x', '2026-01-01', 'https://example.kz/m', ${OFFICER}, 'x', 'x', now() from maslikhat_sessions`,
  `outgoing_messages (way, kind, resident_id, about, payload, dead_at, last_failure) select 'mail', 'own-desk', ${OFFICER}, 'x', '{}', now(), 'x'`,
  `portal_switches (id, switch, value, reason, person_id) overriding system value select 1, 'stage', 'full', 'x', ${OFFICER}`,
];

/** Columns that are empty in every row of the demo town because something has not happened yet. */
const CHANGES: readonly string[] = [
  `update item_questions set answer_kk = 'x', answer_ru = 'x', answered_by = ${OFFICER}, answered_at = now()`,
  `update agenda_requests set refused_kk = 'x', refused_ru = 'x', settled_by = ${OFFICER}, settled_at = now()`,
  `update meetings set part_kk = 'x', part_ru = 'x' where part_kk is null`,
  `update meetings set state = 'cancelled', cancelled_kk = 'x', cancelled_ru = 'x'
   where id = (select id from meetings where state = 'planned' or state = 'convened' order by id desc limit 1)`,
  `update tallies set computed_by = ${OFFICER}, reason = 'x' where id = ${TALLY}`,
];

/** Fills them without triggers and foreign keys; a table that has rows keeps what it has. */
export async function fillBareTables(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = replica`);
    for (const row of ROWS) {
      const table = /^\w+/.exec(row)![0];
      const [found] = await manager.query(`select 1 from ${table} limit 1`);
      if (!found) await manager.query(`insert into ${row}`).catch(named(row));
    }
    for (const change of CHANGES) await manager.query(change).catch(named(change));
  });
}

function named(row: string) {
  return (cause: unknown): never => {
    throw new Error(`${String(cause)} in ${row}`, { cause });
  };
}
