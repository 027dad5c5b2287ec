import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
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

/** Acts around a budget, for programs; D is a draft and S a submitted one. */
const ACTS = {
  'change a line': ['PATCH', '/budgets/D/lines/1', { amount: '5' }],
  'import lines': ['POST', '/budgets/D/line-imports', { lines: [aLine('1')] }],
  'enter a plan': [
    'POST',
    '/budgets/D/quarterly-plans',
    { amount: '1', number: '', on: '2026-01-01' },
  ],
  'enter execution': ['POST', '/budgets/D/executions', { quarter: 1, lines: [] }],
  'call a hearing': [
    'POST',
    '/budgets/S/hearings',
    { commission: v7(), startsAt: '2020-01-01T10:00:00+05:00', place: BOTH, notice: BOTH },
  ],
  'record a hearing': [
    'POST',
    `/budgets/S/hearings/${v7()}/protocol`,
    { attended: 1, summary: BOTH },
  ],
  'give an opinion': [
    'POST',
    '/budgets/S/opinions',
    { commission: v7(), votes: { present: 1, for: 1, against: 0, abstained: 0 }, reasons: BOTH },
  ],
  amend: ['POST', '/budgets/S/amendments', { changes: [], justification: BOTH }],
  conclude: ['POST', `/budgets/S/amendments/${v7()}/akim-conclusion`, { agrees: true }],
} as const;

/** Pages of both desks. */
const PAGES = {
  'open the budget desk': '/budget-desk',
  'begin a draft': '/budget-desk/new',
  'open a draft': '/budget-desk/D',
  'import a file': '/budget-desk/D/import',
  'choose an origin': '/budget-desk/D/origins',
  'open a plan': '/budget-desk/D/plan',
  'open the commission desk': '/commission-desk',
  'open a dossier': '/commission-desk/S',
  'open an amendment form': '/commission-desk/S/amendments/new',
  'open an opinion form': '/commission-desk/S/opinions/new',
  'open a hearing form': '/commission-desk/S/hearings/new',
} as const;

type Act = keyof typeof ACTS | keyof typeof PAGES;

const DRAFTING: readonly Act[] = [
  'change a line',
  'import lines',
  'enter a plan',
  'enter execution',
  'open the budget desk',
  'begin a draft',
  'open a draft',
  'import a file',
  'choose an origin',
  'open a plan',
];
const AMENDING: readonly Act[] = [
  'amend',
  'open the commission desk',
  'open a dossier',
  'open an amendment form',
];
const WRITING: readonly Act[] = [
  'call a hearing',
  'record a hearing',
  'give an opinion',
  'open an opinion form',
  'open a hearing form',
];
/** What anybody in such a role sees of one's own desk. */
const EMPTY_DESK: readonly Act[] = ['open the budget desk', 'begin a draft'];

const MATRIX: readonly (readonly [string, readonly [string, string] | null, readonly Act[]])[] = [
  ['a visitor', null, []],
  ['a resident', ['resident', DEMO.district], []],
  ['an officer of the district', ['officer', DEMO.district], DRAFTING],
  ['an officer of the city', ['officer', DEMO.city], EMPTY_DESK],
  ['the akim', ['akim', DEMO.district], [...DRAFTING, 'conclude']],
  ['the akim of an okrug', ['akim', DEMO.qarasu], EMPTY_DESK],
  ['a deputy', ['deputy', DEMO.district], AMENDING],
  ['a deputy of the city', ['deputy', DEMO.city], ['open the commission desk']],
  ['the secretary', ['maslikhat-secretary', DEMO.district], [...AMENDING, ...WRITING]],
  ['the city’s secretary', ['maslikhat-secretary', DEMO.city], ['open the commission desk']],
  ['an assembly’s secretary', ['secretary', DEMO.qarasu], []],
  ['an auditor', ['auditor', DEMO.oblast], []],
  ['a clerk', ['clerk', DEMO.district], []],
];

/** Refusals that come after it is known who asks. */
const LATER = /amendment\.not_found|hearing\.not_found|commission_not_found/;

describe('who may act on a budget', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let draft: string;
  let submitted: string;
  let year: number;
  let today: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    year = Number(today.slice(0, 4));
    draft = await aDraft(year + 1);
    submitted = await aSubmittedBudget(people, year + 2, [aLine('1000')]);
  });
  afterAll(() => portal.close());

  async function aDraft(of: number): Promise<string> {
    const body = { territory: DEMO.district, year: of, revenues: { amount: '4000' } };
    const id = idOf(await people.officer.send('POST', '/budgets', { body }));
    await people.officer.send('POST', `/budgets/${id}/lines`, { body: aLine('1000') });
    return id;
  }

  const addressed = (path: string) =>
    path.replace('/D', `/${draft}`).replace('/S', `/${submitted}`);

  async function callerOf(office: readonly [string, string] | null): Promise<Caller> {
    if (office === null) return Caller.anybody(portal);
    const [role, territory] = office;
    const holder = role === 'resident' ? DEMO_RESIDENTS[0] : holdersOf(role, territory)[0];
    return Caller.signedIn(portal, holder!.iin);
  }

  it.each(MATRIX)('%s', async (_name, office, allowed) => {
    const caller = await callerOf(office);
    const done: string[] = [];
    for (const [act, [method, path, body]] of Object.entries(ACTS)) {
      const headers = { 'if-match': '"999"', origin: portal.url };
      const answer = await caller.send(method, addressed(path), { body, headers });
      expect([act, answer.status < 500]).toEqual([act, true]);
      const isLater = codesOf(answer).some((code) => LATER.test(code));
      if (![401, 403, 404].includes(answer.status) || isLater) done.push(act);
    }
    for (const [act, path] of Object.entries(PAGES)) {
      const { status } = await fetch(`${portal.url}/kk${addressed(path)}`, {
        headers: { cookie: caller.cookieHeader },
        redirect: 'manual',
      });
      expect([act, status < 500]).toEqual([act, true]);
      if (status === 200) done.push(act);
    }
    expect(done.toSorted()).toEqual([...new Set<string>(allowed)].toSorted());
  });

  it('a line is changed by one of two who saw the same draft', async () => {
    const { etag } = await people.officer.send('GET', `/budgets/${draft}`);
    const change = (amount: string, headers: Record<string, string> = { 'if-match': etag! }) =>
      people.officer.send('PATCH', `/budgets/${draft}/lines/1`, { body: { amount }, headers });
    const answers = await Promise.all(['2000', '3000', '4000'].map((amount) => change(amount)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    expect((await change('5000', {})).status).toBe(428);
  });

  it('nobody changes a line, or enters a plan, of a budget that was adopted; its quarters are told', async () => {
    const id = await aSubmittedBudget(people, year, [aLine('1000')]);
    const early = { quarter: 1, lines: [{ line: 1, paid: '250' }] };
    const officer = people.officer;
    const send = (path: string, body: unknown) =>
      officer.send('POST', `/budgets/${id}${path}`, { body });
    expect(codesOf(await send('/executions', early))).toEqual(['execution.budget_not_adopted']);
    const session = await anOpenSession(portal, people, { today });
    const votes = votesOf(people.deputies, people.deputies.length);
    const vote = { session, number: '17/1-VIII', text: BOTH, votes };
    const adopted = await people.secretary.send('POST', `/budgets/${id}/adoption`, { body: vote });
    expect(adopted.status).toBe(201);
    const { etag } = await officer.send('GET', `/budgets/${id}`);
    const headers = { 'if-match': etag! };
    const changed = await officer.send('PATCH', `/budgets/${id}/lines/1`, {
      body: { amount: '1' },
      headers,
    });
    expect(codesOf(changed)).toEqual(['budget.act_not_possible']);
    const plan = { amount: '1', number: '1', on: today };
    expect(codesOf(await send('/quarterly-plans', plan))).toEqual(['budget.adopted_already']);
    const late = {
      quarter: 4,
      lines: [
        { line: 1, paid: '1' },
        { line: 7, paid: '1' },
      ],
    };
    expect(codesOf(await send('/executions', late))).toEqual([
      'execution.invalid',
      ...(today.endsWith('-12-31') ? [] : ['execution.quarter_not_over']),
      'execution.line_unknown',
    ]);
    for (const table of ['budget_executions', 'budget_hearings', 'budget_quarterly_plans'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow();
  });

  it('a hearing has one protocol, whoever is first', async () => {
    const [known] = await commissions();
    const startsAt = new Date(Date.now() + 3_000).toISOString();
    const call = { commission: known!.id, startsAt, place: BOTH, notice: BOTH };
    const path = `/budgets/${submitted}/hearings`;
    const hearing = idOf(await people.secretary.send('POST', path, { body: call }));
    const body = { attended: 3, summary: BOTH };
    const record = () => people.secretary.send('POST', `${path}/${hearing}/protocol`, { body });
    expect(codesOf(await record())).toContain('hearing.not_held_yet');
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    const answers = await Promise.all([record(), record(), record()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  function commissions(): Promise<{ id: string }[]> {
    return portal.dataSource.query(
      `select c.id from commissions c join convocations v on v.id = c.convocation_id
       where v.territory_kato = $1 order by c.place`,
      [DEMO.district],
    );
  }
});
