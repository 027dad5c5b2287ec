import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  aLine,
  anOpenSession,
  aSubmittedBudget,
  type BudgetPeople,
  codesOf,
  idOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

describe('local budgets', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;
  let year: number;
  let majority: number;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    year = Number(today.slice(0, 4));
    majority = Math.floor(people.deputies.length / 2) + 1;
  });
  afterAll(() => portal.close());

  const send = (who: Caller, path: string, body: unknown = {}) => who.send('POST', path, { body });

  const adopt = (id: string, session: string, changes: Record<string, unknown> = {}) =>
    send(people.secretary, `/budgets/${id}/adoption`, {
      session,
      number: `17/${v7().slice(-6)}-VIII`,
      text: BOTH,
      votes: votesOf(people.deputies, majority),
      ...changes,
    });

  it('are drafted once a year, and their lines rest on what is on record', async () => {
    const body = { territory: DEMO.taldy, year: year + 3, revenues: { amount: '100' } };
    const officer = people.officer;
    const id = idOf(await send(officer, '/budgets', body));
    expect(codesOf(await send(officer, '/budgets', body))).toEqual(['budget.year_taken']);
    const unknown = { origin: { kind: 'project', id: v7() } };
    expect(codesOf(await send(officer, `/budgets/${id}/lines`, aLine('100', unknown)))).toEqual([
      'budget.line_invalid',
      'budget.origin_unknown',
    ]);
    const added = await send(officer, `/budgets/${id}/lines`, aLine('100'));
    expect(added.body).toMatchObject({ state: 'draft', lines: [{ number: 1 }] });
  });

  it('of a rural okrug are not submitted before the assembly has agreed', async () => {
    const { officer } = people;
    const body = { territory: DEMO.qarasu, year: year + 1, revenues: { amount: '100' } };
    const id = idOf(await send(officer, '/budgets', body));
    await send(officer, `/budgets/${id}/lines`, aLine('100'));
    expect(codesOf(await send(officer, `/budgets/${id}/submission`))).toContain(
      'budget.assembly_not_agreed',
    );
    const agreed = { minutes: v7(), item: 1 };
    expect(codesOf(await send(officer, `/budgets/${id}/agreement`, agreed))).toEqual([
      'budget.agreement_not_on_record',
    ]);
  });

  it('are adopted by a majority of all deputies with the amendments that the session took', async () => {
    const id = await aSubmittedBudget(people, year + 1, [aLine('1000'), aLine('500')]);
    const { body: amended } = await send(people.deputy, `/budgets/${id}/amendments`, {
      changes: [
        { line: 1, change: '300.55' },
        { line: 2, change: '-500' },
      ],
      sources: [],
      justification: BOTH,
      calculation: '3 × 100',
    });
    expect(codesOf({ body: amended } as never)).toEqual([
      'amendment.invalid',
      'amendment.unbalanced',
    ]);
    const balanced = await send(people.deputy, `/budgets/${id}/amendments`, {
      changes: [
        { line: 1, change: '500' },
        { line: 2, change: '-500' },
      ],
      justification: BOTH,
      calculation: '3 × 100',
    });
    const session = await anOpenSession(portal, people, { today });
    const short = await adopt(id, session, { votes: votesOf(people.deputies, majority - 1) });
    expect(codesOf(short)).toEqual([
      'maslikhat-session.invalid',
      'maslikhat-session.reasons_missing',
    ]);
    const done = await adopt(id, session, { amendments: [idOf(balanced)] });
    expect(done.body).toMatchObject({ kind: 'adoption', majority: { required: majority } });
    const { body } = await people.officer.send('GET', `/budgets/${id}`);
    expect(body).toMatchObject({
      state: 'adopted',
      lines: [{ number: 1, amount: { amount: '1500' } }],
    });

    expect(codesOf(await adopt(id, session))).toEqual(['budget.act_not_possible']);
    expect(codesOf(await send(people.officer, `/budgets/${id}/lines`, aLine('1')))).toEqual([
      'budget.act_not_possible',
    ]);
    const by = (query: string) => portal.dataSource.query(query, [id]);
    await expect(
      by(`update budget_lines set amount_tiyn = 1 where budget_id = $1`),
    ).rejects.toThrow('by an amendment alone');
    await expect(by(`delete from maslikhat_decisions where budget_id = $1`)).rejects.toThrow();
    await expect(by(`delete from budgets where id = $1`)).rejects.toThrow();

    const refined = await send(people.secretary, `/budgets/${id}/refinements`, {
      session,
      number: '18/1-VIII',
      text: BOTH,
      votes: votesOf(people.deputies, majority),
      amendment: {
        changes: [{ line: 1, change: '200' }],
        sources: [{ kind: 'transfer', name: 'Нысаналы трансферт', amount: { amount: '200' } }],
        justification: BOTH,
        calculation: '2 × 100',
      },
      akimAgrees: true,
    });
    expect(refined.body).toMatchObject({ kind: 'refinement' });
    const { body: after } = await people.officer.send('GET', `/budgets/${id}`);
    expect(after).toMatchObject({
      lines: [{ amount: { amount: '1700' } }],
      sums: { transfers: { amount: '200' }, balance: { amount: '0' } },
    });
    const { body: differences } = await people.officer.send('GET', `/budgets/${id}/differences`);
    expect(differences['steps']).toMatchObject([
      { from: 'submitted', to: 'adopted' },
      { from: 'adopted', to: 'refined', changes: [{ line: 1, change: { amount: '200' } }] },
    ]);
  });

  it('are never adopted without a quorum', async () => {
    const id = await aSubmittedBudget(people, year + 2, [aLine('1000')]);
    const quorum = Math.ceil((people.deputies.length * 2) / 3);
    const session = await anOpenSession(portal, people, { today, present: quorum - 1 });
    const votes = votesOf(people.deputies, quorum - 1);
    expect(codesOf(await adopt(id, session, { votes }))).toContain('maslikhat-session.no_quorum');

    const full = await anOpenSession(portal, people, { today });
    const reasons = { kk: 'Көздері көрсетілмеген', ru: 'Не названы источники' };
    const lost = { votes: votesOf(people.deputies, 1, majority), reasons, number: '' };
    expect((await adopt(id, full, lost)).body).toMatchObject({ kind: 'return', reasons });
    const { body } = await people.officer.send('GET', `/budgets/${id}`);
    expect(body).toMatchObject({ state: 'returned', submittedOn: null });
  });

  it('are adopted once by two who decide at the same moment', async () => {
    const id = await aSubmittedBudget(people, year, [aLine('1000')]);
    const session = await anOpenSession(portal, people, { today });
    const answers = await Promise.all(Array.from({ length: 6 }, () => adopt(id, session)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('use an origin once, whoever is first', async () => {
    const number = '2020-0001';
    const petition = v7();
    await portal.dataSource.query(`set session_replication_role = replica`);
    await portal.dataSource
      .query(
        `with p as (insert into petitions (id, number, kind, state, deputy_id, body, territory_kato,
             required, threshold, rules_on, minimum_age, opened_at, closes_at, last_day, reached_at,
             notice_by, answer_by)
           select $1, $2, 'deputy-collection', 'answered', r.id, 'akimat', $3, 1, '{}', $4::date, 18,
             now(), now() + interval '1 day', $4::date, now(), $4::date, $4::date
           from residents r limit 1 returning id, deputy_id)
         insert into petition_answers (petition_id, officer_id, post_kk, post_ru, at, decision,
           reasons_kk, reasons_ru, appeal_kk, appeal_ru, decided_on, post_by, working_group, documents)
         select id, deputy_id, '', '', now(), 'satisfied', '', '', '', '', $4::date, $4::date, '[]', '[]' from p`,
        [petition, number, DEMO.district, today],
      )
      .finally(() => portal.dataSource.query(`set session_replication_role = origin`));
    const drafts = await Promise.all(
      [DEMO.district, DEMO.taldy].map((territory) =>
        send(people.officer, '/budgets', {
          territory,
          year: territory === DEMO.taldy ? year + 1 : year + 3,
        }),
      ),
    );
    const origin = { origin: { kind: 'petition', id: number } };
    const answers = await Promise.all(
      drafts.map((draft) =>
        send(people.officer, `/budgets/${idOf(draft)}/lines`, aLine('5', origin)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const [kept] = answers.filter(({ status }) => status === 201);
    expect(kept!.body['lines']).toMatchObject([{ origin: { id: petition, number } }]);
  });
});

describe('who may act on a budget', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
  });
  afterAll(() => portal.close());

  const ACTS = {
    draft: ['', { territory: DEMO.district, year: 2030 }],
    line: ['/lines', aLine('1')],
    submit: ['/submission', {}],
    amend: ['/amendments', { changes: [], justification: BOTH }],
    adopt: ['/adoption', { session: v7(), votes: { byName: {} } }],
    refine: [
      '/refinements',
      { session: v7(), votes: { byName: {} }, amendment: { changes: [], justification: BOTH } },
    ],
  } as const;

  const MAY: readonly (readonly [string, string, readonly (keyof typeof ACTS)[]])[] = [
    ['officer', DEMO.district, ['draft', 'line', 'submit']],
    ['officer', DEMO.city, []],
    ['akim', DEMO.city, []],
    ['akim', DEMO.qarasu, []],
    ['secretary', DEMO.qarasu, []],
    ['clerk', DEMO.district, []],
    ['deputy', DEMO.district, ['amend']],
    ['maslikhat-secretary', DEMO.district, ['amend', 'adopt', 'refine']],
    ['maslikhat-secretary', DEMO.city, []],
    ['auditor', DEMO.oblast, []],
    ['expert', DEMO.district, []],
    ['administrator', DEMO.oblast, []],
  ];

  it.each(MAY)('%s of %s', async (role, territory, may) => {
    const body = { territory: DEMO.district, year: 2027 };
    const drafted = await people.officer.send('POST', '/budgets', { body });
    const rows: { id: string }[] = await portal.dataSource.query(`select id from budgets limit 1`);
    const id = drafted.status === 201 ? idOf(drafted) : rows[0]!.id;
    const caller = await Caller.signedIn(portal, holdersOf(role, territory)[0]!.iin);
    const done: string[] = [];
    for (const [act, [path, sent]] of Object.entries(ACTS)) {
      const address = act === 'draft' ? '/budgets' : `/budgets/${id}${path}`;
      const { status } = await caller.send('POST', address, { body: sent });
      if (![401, 403].includes(status)) done.push(act);
    }
    expect(done).toEqual(may);
  });
});
