import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DiscrepancyReader } from '#features/budget/discrepancies/discrepancy.reader.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  aCountedTown,
  aPerson,
  OKRUG,
  type TestPerson,
} from '#test/support/builders/counted-town.js';
import { aLoosePhoto, aWinner, theAuthor, type Winner } from '#test/support/builders/winner.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };
const BIN = '990340000004';

type Json = Readonly<Record<string, unknown>> & {
  readonly code?: string;
  readonly faults?: readonly { readonly code: string }[];
};

describe('works of a winning project', () => {
  let portal: TestPortal;
  let officer: TestPerson;
  let resident: TestPerson;
  let today: string;
  let winner: Winner;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    officer = await aPerson(portal.dataSource, 'officer');
    resident = await aPerson(portal.dataSource);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    winner = await aWinner(portal.dataSource);
  });

  async function send(
    who: TestPerson | null,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Json }> {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(who ? { cookie: who.cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  }

  const act = (name: string, body: object, headers = {}) =>
    send(officer, `/projects/${winner.projectId}/${name}`, body, headers);

  const CONTRACT = () => ({
    number: '12-2026',
    supplierBin: BIN,
    supplierName: '«Жол» ЖШС',
    sum: { amount: '900000', currency: 'KZT' },
    signedOn: today,
    finishBy: addDays(today, 60),
    procurementUrl: 'https://goszakup.gov.kz/ru/announce/1',
  });

  const milestone = (changes: object = {}) => ({
    on: today,
    percent: 40,
    paid: '300000',
    finishBy: addDays(today, 60),
    ...changes,
  });

  async function built(): Promise<void> {
    expect((await act('contract', CONTRACT())).status).toBe(201);
    expect((await act('milestones', milestone({ percent: 100 }))).status).toBe(201);
    const enclosures = [await aLoosePhoto(portal.dataSource, officer)];
    const body = { actNumber: '7', acceptedOn: today, warrantyMonths: 24, enclosures };
    const accepted = await act('acceptance', body);
    expect([accepted.status, accepted.body['state']]).toEqual([201, 'accepted']);
  }

  it('go from the contract to the warranty, and every act stands in the audit trail', async () => {
    await built();
    const { body } = await send(null, `/projects/${winner.number}/works`);
    expect(body).toMatchObject({
      state: 'accepted',
      planned: { amount: '1000000' },
      contracts: [{ sum: { amount: '900000' }, supplier: { bin: BIN } }],
      milestones: [{ percent: 100, paid: { amount: '300000' } }],
      acceptance: { actNumber: '7', enclosures: [{ kind: 'photo' }] },
    });
    const entries: { act: string }[] = await portal.dataSource.query(
      `select act from audit_entries where object_id = $1 order by id`,
      [winner.projectId],
    );
    expect(entries.map((entry) => entry.act)).toEqual([
      'works.contracted',
      'works.progressed',
      'works.accepted',
    ]);
  });

  it('say all faults of a contract at once', async () => {
    const wrong = {
      ...CONTRACT(),
      number: ' ',
      supplierBin: '1',
      finishBy: today,
      procurementUrl: '',
    };
    const { status, body } = await act('contract', wrong);
    expect(status).toBe(422);
    expect(body.faults?.map(({ code }) => code).toSorted()).toEqual([
      'bin.not_twelve_digits',
      'contract.number_missing',
      'contract.period_reversed',
      'contract.procurement_missing',
    ]);
  });

  it('begin with a contract, end with an acceptance, and are none where the project lost', async () => {
    expect((await act('milestones', milestone())).body.code).toBe('works.act_not_possible');
    await built();
    expect((await act('milestones', milestone({ percent: 100 }))).status).toBe(409);
    const change = { before: BOTH, after: { kk: 'Басқа', ru: 'Другое' }, reason: BOTH };
    expect((await act('scope-changes', change)).status).toBe(409);
    await portal.dataSource.query(`update proposals set state = 'not-selected' where id = $1`, [
      winner.projectId,
    ]);
    expect((await act('contract', CONTRACT())).body.code).toBe('works.not_a_winner');
  });

  it('are late with a reason only', async () => {
    await act('contract', CONTRACT());
    const late = { finishBy: addDays(today, 61) };
    const refused = await act('milestones', milestone(late));
    expect(refused.body.faults).toEqual([
      { code: 'milestone.delay_unexplained', field: 'delayReason' },
    ]);
    const taken = await act('milestones', milestone({ ...late, delayReason: 'weather' }));
    expect(taken.status).toBe(201);
  });

  it('are postponed and taken up again with reasons', async () => {
    const silent = await act('works-decisions', {
      act: 'postpone',
      reason: { kk: ' ', ru: 'Нет' },
    });
    expect(silent.status).toBe(422);
    await act('works-decisions', { act: 'postpone', reason: BOTH });
    expect((await act('contract', CONTRACT())).status).toBe(409);
    await act('works-decisions', { act: 'resume', reason: BOTH });
    expect((await act('contract', CONTRACT())).status).toBe(201);
  });

  it('take one of two acts done at once on the same version', async () => {
    await act('contract', CONTRACT());
    const other = await aPerson(portal.dataSource, 'officer');
    const version = { 'if-match': '"2"' };
    const path = `/projects/${winner.projectId}/milestones`;
    const both = await Promise.all([
      send(officer, path, milestone(), version),
      send(other, path, milestone({ percent: 50 }), version),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 412]);
  });

  it('take one of two contracts signed at once', async () => {
    const both = await Promise.all([act('contract', CONTRACT()), act('contract', CONTRACT())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it.each([
    'works_contracts',
    'works_milestones',
    'scope_changes',
    'scope_changes_seen',
    'works_decisions',
    'works_acceptances',
    'resident_reports',
    'quarterly_reports',
  ])('keep %s for ever', async (table) => {
    await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow();
    await expect(portal.dataSource.query(`truncate ${table} cascade`)).rejects.toThrow();
  });

  it('change in public, and the author alone marks the change as seen, once', async () => {
    const change = { before: BOTH, after: { kk: 'Басқа', ru: 'Другое' }, reason: BOTH };
    const { body } = await act('scope-changes', change);
    const [{ id }] = body['scopeChanges'] as [{ id: string }];
    const path = `/scope-changes/${id}/seen`;
    expect((await send(resident, path, {})).status).toBe(404);
    const authorId = await theAuthor(portal.dataSource, winner);
    const author = await aSessionOf(authorId);
    const seen = await send(author, path, {});
    expect(seen.body['scopeChanges']).toMatchObject([{ seenByAuthorAt: expect.any(String) }]);
    expect((await send(author, path, {})).status).toBe(409);
  });

  async function aSessionOf(id: string): Promise<TestPerson> {
    const { newSessionToken, digestOfToken } = await import('#platform/identity/session-token.js');
    const token = newSessionToken();
    await portal.dataSource.query(
      `insert into sessions (token_digest, person_id, provider, expires_at)
       values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
      [digestOfToken(token), id],
    );
    return { id, cookie: `qatysu_session=${token}` };
  }

  it('are seen by residents: "not so" with words and a photo, once a day', async () => {
    const path = `/projects/${winner.projectId}/reports`;
    expect((await send(resident, path, { verdict: 'built' })).body.code).toBe(
      'resident-report.nothing_to_see',
    );
    await act('contract', CONTRACT());
    const bare = await send(resident, path, { verdict: 'not-so' });
    expect(bare.body.faults?.map(({ code }) => code)).toEqual([
      'resident-report.text_missing',
      'resident-report.photo_missing',
    ]);
    const enclosures = [await aLoosePhoto(portal.dataSource, resident)];
    const said = { verdict: 'not-so', text: 'Шам жанбайды', enclosures };
    const taken = await send(resident, path, said);
    expect(taken.body['reports']).toMatchObject([{ verdict: 'not-so', name: 'Гүлнар С.' }]);
    expect((await send(resident, path, { verdict: 'built' })).body.code).toBe(
      'resident-report.said_today',
    );
  });

  it.each([
    [null, 401],
    ['resident', 403],
    ['deputy', 403],
    ['expert', 403],
    ['secretary', 403],
    ['maslikhat-secretary', 403],
    ['auditor', 403],
    ['clerk', 403],
    ['administrator', 403],
    ['officer', 201],
    ['akim', 201],
  ] as const)('are written by the akimat alone: %s gets %i', async (role, status) => {
    const who = role === null ? null : await aPerson(portal.dataSource, roleOf(role));
    const path = `/projects/${winner.projectId}/contract`;
    expect((await send(who, path, CONTRACT())).status).toBe(status);
  });

  it('have a trail: what was skipped is missing, and one statement asks however long it is', async () => {
    await built();
    const steps = await trail();
    expect(steps.filter(({ state }) => state === 'missing').map(({ kind }) => kind)).toContain(
      'admitted',
    );
    expect(steps.find(({ kind }) => kind === 'accepted')).toMatchObject({ at: today, daysLate: 0 });
    const long = await statementsOf(() => reader().get(winner.projectId));
    const fresh = await aWinner(portal.dataSource);
    expect(await statementsOf(() => reader().get(fresh.projectId))).toBe(long);
    expect(long).toBe(1);
  });

  it('have a trail that waits for what is not on record yet', async () => {
    const awaited = (await trail()).filter(({ state }) => ['awaited', 'late'].includes(state));
    expect(awaited.map(({ kind }) => kind)).toEqual([
      'requested',
      'adopted',
      'contracted',
      'accepted',
    ]);
  });

  it('cost no more than the budget line, whose budget stands on the trail', async () => {
    await aBudgetLine(899_999);
    const refused = await act('contract', CONTRACT());
    expect(refused.body.faults).toMatchObject([{ code: 'contract.above_line', field: 'sum' }]);
    const requested = (await trail()).find(({ kind }) => kind === 'requested');
    expect(requested).toMatchObject({ state: 'done', facts: { amount: { amount: '899999' } } });
  });

  it('are a discrepancy where the adopted budget holds no line for a winner', async () => {
    winner = await aWinner(portal.dataSource, { publishedDaysAgo: 400 });
    expect(await found('winner-without-line')).toHaveLength(1);
    await act('works-decisions', { act: 'postpone', reason: BOTH });
    expect(await found('winner-without-line')).toEqual([]);
  });

  /** An adopted budget with one line for the winner. */
  async function aBudgetLine(tenge: number): Promise<void> {
    const budget = v7();
    const { dataSource } = portal;
    await dataSource.query(
      `insert into budgets (id, territory_kato, maslikhat_kato, year, tier, state)
       values ($1, $2, $2, 2027, 'local', 'draft')`,
      [budget, OKRUG],
    );
    await dataSource.query(
      `insert into budget_lines (id, budget_id, number, title_kk, title_ru, functional_group, programme,
         administrator, amount_tiyn, funding, origin_kind, origin_id)
       values ($1, $2, 1, 'Жол', 'Дорога', '07', '008', 'Әкім', $3, 'own', 'project', $4)`,
      [v7(), budget, tenge * 100, winner.projectId],
    );
    await dataSource.query(
      `update budgets set state = 'adopted', agreed_on = current_date, submitted_on = current_date,
         adopted_on = current_date where id = $1`,
      [budget],
    );
  }

  it('show what is paid above the contract as a discrepancy, in three languages', async () => {
    await act('contract', CONTRACT());
    await act('milestones', milestone({ paid: '900000' }));
    expect(await found('paid-above-contract')).toEqual([]);
    await act('milestones', milestone({ paid: '900000.01' }));
    const [one] = await found('paid-above-contract');
    expect(one).toMatchObject({
      object: { kind: 'project', id: winner.number },
      path: `/projects/${winner.number}/trail`,
      sentence: {
        kk: expect.any(String),
        ru: expect.stringContaining('900'),
        en: expect.any(String),
      },
    });
    const list = () => portal.app.get(DiscrepancyReader, { strict: false }).list({ limit: 5 });
    expect(await statementsOf(list)).toBe(1);
  });

  it('owe a report on every quarter that is over; a missing one is a discrepancy', async () => {
    winner = await aWinner(portal.dataSource, { publishedDaysAgo: 150 });
    await portal.app.get(NoteDuties, { strict: false }).run();
    const path = `/rounds/${winner.roundId}/reports`;
    const { body } = await send(null, path);
    const quarters = body['items'] as { from: string; state: string }[];
    const overdue = quarters.filter(({ state }) => state === 'overdue');
    expect((await found('report-overdue')).length).toBe(overdue.length);
    const { from } = quarters[0]!;
    const silent = await send(officer, path, { quarter: from, text: { kk: '', ru: '' } });
    expect(silent.body.faults?.map(({ code }) => code)).toEqual([
      'quarterly-report.text_missing',
      'quarterly-report.text_missing',
    ]);
    const report = { quarter: from, text: BOTH };
    const published = await send(officer, path, report);
    expect(published.status).toBe(201);
    expect((published.body['items'] as object[])[0]).toMatchObject({
      publishedOn: today,
      projects: [{ number: winner.number, state: 'planned' }],
    });
    expect((await send(officer, path, report)).status).toBe(409);
    expect((await send(officer, path, { ...report, quarter: '2099-01-01' })).status).toBe(409);
    expect((await send(resident, path, report)).status).toBe(403);
  });

  async function trail() {
    const { body } = await send(null, `/projects/${winner.projectId}/trail`);
    return body['steps'] as {
      kind: string;
      state: string;
      at: string;
      daysLate: number;
      facts: object;
    }[];
  }

  async function found(kind: string): Promise<Json[]> {
    const { body } = await send(null, `/discrepancies?kind=${kind}&limit=200`);
    const about = [winner.number, winner.roundId];
    return (body['items'] as Json[]).filter((each) =>
      about.includes((each['object'] as { id: string }).id),
    );
  }

  const reader = () => portal.app.get(TrailReader, { strict: false });

  async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
    const dataSource = (reader() as unknown as { dataSource: { query: () => unknown } }).dataSource;
    const spy = jest.spyOn(dataSource, 'query');
    await ask();
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  }
});

function roleOf(role: string): string | undefined {
  return role === 'resident' ? undefined : role;
}
