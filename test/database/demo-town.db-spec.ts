import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { seedDemoTown } from '#apps/cli/seed/seed-demo-town.js';
import { DISCREPANCY_KINDS } from '#rules/implementation/discrepancy-kind.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

interface SeededRound {
  readonly id: string;
  readonly territory: string;
  readonly closed: boolean;
}

const TALDY = '992010000';
const QARASU = '992030000';
const CITY = '991000000';
const KOKZHIEK = '992040000';
const KENSHI = '992050000';

describe('the demo town', () => {
  let portal: TestPortal;
  let rounds: readonly SeededRound[];

  beforeAll(async () => {
    portal = await openTestPortal();
    await seedDemoTown(portal.app);
    rounds = await portal.dataSource.query(
      `select id, territory_kato as territory, closed_at is not null as closed from rounds order by id`,
    );
  });
  afterAll(() => portal.close());

  const idOf = (territory: string): string =>
    rounds.find((round) => round.territory === territory)!.id;

  async function column<T>(query: string, ...values: readonly unknown[]): Promise<T[]> {
    const rows: { value: T }[] = await portal.dataSource.query(query, [...values]);
    return rows.map(({ value }) => value);
  }

  const statesOf = (territory: string) =>
    column<string>(
      `select state as value from proposals where round_id = $1 order by state`,
      idOf(territory),
    );

  it('has a round in every phase', async () => {
    const phaseOf = async (territory: string) => {
      const answer = await fetch(`${portal.url}/api/v1/rounds/${idOf(territory)}`);
      return ((await answer.json()) as { phase: string }).phase;
    };
    expect(await Promise.all([TALDY, QARASU, CITY, KOKZHIEK, KENSHI].map(phaseOf))).toEqual([
      'announced',
      'intake',
      'voting',
      'published',
      'voting',
    ]);
  });

  it('shows a proposal at each station of the review', async () => {
    expect(await statesOf(QARASU)).toEqual([
      'draft',
      'estimated',
      'provisionally-refused',
      'refused',
      'returned',
      'submitted',
      'submitted',
      'under-review',
      'withdrawn',
    ]);
  });

  it('lays projects of every pot on the city’s ballot, and about thirty people have voted', async () => {
    const pots = await column(
      `select pot_kato || ' ' || count(*) as value from proposals
       where round_id = $1 and state = 'admitted' group by pot_kato order by 1`,
      idOf(CITY),
    );
    expect(pots).toEqual(['991000000 5', '991010000 4', '991020000 4']);
    const [ballots] = await column<number>(
      `select count(*)::int as value from ballots where round_id = $1`,
      idOf(CITY),
    );
    expect(ballots).toBe(31);
  });

  it('meets every fate in the round that is over', async () => {
    const fates = await column(
      `select distinct project->'reason'->>'outcome' as value
       from tallies, jsonb_path_query(outcome, 'strict $.**.projects[*]') project
       where round_id = $1 order by 1`,
      idOf(KOKZHIEK),
    );
    expect(fates).toEqual(['BELOW_MINIMUM', 'CONFLICT', 'NO_MONEY', 'WITHDRAWN', 'WON']);
  });

  it('has a round counted by equal shares, in which each village gets its part', async () => {
    const [winners] = await column<string[]>(
      `select outcome->'pots'->0->'winners' as value from tallies
       where outcome->'rule'->>'name' = 'equal-shares'`,
    );
    expect(winners).toHaveLength(4);
    const places = await column(
      `select distinct territory as value
       from tallies join rounds r on r.id = round_id join proposals p on p.round_id = r.id,
         lateral (select t.name_kk as territory from residents s join territories t on t.kato = s.territory_kato
                  where s.id = p.author_id) place
       where outcome->'rule'->>'name' = 'equal-shares' and p.state = 'winner' order by 1`,
    );
    expect(places).toEqual(['Ақбұлақ ауылы', 'Тасөткел ауылы', 'Қарасу ауылы']);
  });

  it('keeps every act of a round within its calendar', async () => {
    const early = await column(
      `select p.number as value from proposals p join rounds r on r.id = p.round_id
         left join proposal_admissions a on a.proposal_id = p.id
       where not p.submitted_at between r.intake_from and r.intake_until
         or not a.at between p.submitted_at and r.voting_from
       union all
       select b.receipt from ballots b join rounds r on r.id = b.round_id
       where not b.cast_at between r.voting_from and r.voting_until`,
    );
    expect(early).toEqual([]);
  });

  it('leaves the acts of a review protected', async () => {
    const off = await column(`select tgname as value from pg_trigger where tgenabled <> 'O'`);
    expect(off).toEqual([]);
  });

  it.each(['kk', 'ru'])('answers every page of its rounds in %s', async (language) => {
    const proposals = await column<string>(
      `select id as value from proposals where state <> 'draft'`,
    );
    const paths = [
      '',
      ...rounds.flatMap(({ id, closed }) => [
        `/rounds/${id}`,
        `/rounds/${id}/projects`,
        ...(closed ? [`/rounds/${id}/results`, `/rounds/${id}/verify`] : []),
      ]),
      ...proposals.map((id) => `/projects/${id}`),
    ];
    const refused: string[] = [];
    for (const path of paths) {
      const { status } = await fetch(`${portal.url}/${language}${path}`);
      if (status !== 200) refused.push(`${status} ${path}`);
    }
    expect(refused).toEqual([]);
  });

  it('changes nothing when it is made again', async () => {
    const before = await fingerprints();
    await seedDemoTown(portal.app);
    expect(await fingerprints()).toEqual(before);
  });

  /** A digest of all rows of each table. */
  async function fingerprints(): Promise<Readonly<Record<string, string>>> {
    const tables = await column<string>(
      `select tablename::text as value from pg_tables where schemaname = 'public' order by 1`,
    );
    const digests: [string, string][] = [];
    for (const table of tables) {
      const [digest] = await column<string>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as value from ${table} t`,
      );
      digests.push([table, digest!]);
    }
    return Object.fromEntries(digests);
  }

  it('has lived through meetings of residents', async () => {
    const states = await column<string>(
      `select state as value from meetings where territory_kato = $1 order by starts_at`,
      QARASU,
    );
    expect(states).toEqual(['without-quorum', 'held', 'held', 'held', 'held', 'held', 'convened']);
    const refused = await column<string>(
      `select after -> 'faults' -> 0 ->> 'code' as value from audit_entries
       where act = 'meeting.convening_refused'`,
    );
    expect(refused).toEqual(['convening.short_notice']);
    const decisions = await column<string>(
      `select c.state as value from community_decisions c join minutes p on p.id = c.minutes_id
       join meetings m on m.id = p.meeting_id order by m.starts_at, c.item`,
    );
    expect(decisions).toEqual(['agreed', 'confirmed', 'agreed']);
    expect(await column(`select approved as value from heard_reports`)).toEqual([false]);
    const links = await column(`select amount_tiyn > 0 as value from decision_links`);
    expect(links).toEqual([true, true, true]);
    const overdue = await column<string>(
      `select p.state as value from minutes p where p.due_on < current_date and p.sent_at is null`,
    );
    expect(overdue).toEqual(['draft']);
  });

  it('has a dismissal before the maslikhat, one step of it late, and a monitoring report', async () => {
    const steps = await column<string>(
      `select a.act as value from dismissal_acts a join dismissals d on d.id = a.dismissal_id
       where d.territory_kato = $1 order by a.number`,
      QARASU,
    );
    expect(steps).toEqual(['start', 'submit-sheets', 'confirm-sheets']);
    const late = await column<string>(
      `select kind as value from obligations where object_kind = 'dismissal' and met_on > due_on`,
    );
    expect(late).toEqual(['dismissal-check']);
    expect(await column(`select count(*)::int as value from monitoring_reports`)).toEqual([1]);
  });

  it('has something that does not follow of every kind, and a project from its draft to its warranty', async () => {
    const read = async (path: string) =>
      (await (await fetch(`${portal.url}/api/v1${path}`)).json()) as Record<string, object[]>;
    const { items } = await read('/discrepancies?limit=100');
    const kinds = new Set((items as { kind: string }[]).map(({ kind }) => kind));
    // A draft is late only in those weeks of a year that follow its last day.
    const always = DISCREPANCY_KINDS.filter((kind) => kind !== 'budget-late');
    expect(always.filter((kind) => !kinds.has(kind))).toEqual([]);
    const [built] = await column<string>(
      `select p.number as value from works w join proposals p on p.id = w.project_id
       join rounds r on r.id = p.round_id where r.territory_kato = $1 and w.state = 'accepted'`,
      KENSHI,
    );
    const { steps } = await read(`/projects/${built}/trail`);
    const states = new Set((steps as { state: string }[]).map(({ state }) => state));
    expect([...states]).toEqual(['done']);
  });
});
