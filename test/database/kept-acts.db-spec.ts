import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  type AdoptedProject,
  aContract,
  anAdoptedProject,
  done,
} from '#test/support/builders/adopted-project.js';
import {
  aLine,
  type BudgetPeople,
  codesOf,
  idOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { listRoutes } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

/** Acts that are only ever added. */
const ACTS = [
  'budget_versions',
  'budget_opinions',
  'maslikhat_decisions',
  'decision_votes',
  'budget_fates',
  'works_contracts',
  'works_milestones',
  'scope_changes',
  'scope_changes_seen',
  'works_decisions',
  'works_acceptances',
  'resident_reports',
  'quarterly_reports',
] as const;

/** Rows that take turns: they change, and are never taken away. */
const KEPT = ['budgets', 'budget_amendments', 'maslikhat_sessions', 'works'] as const;

describe('acts about money', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;
  let adopted: AdoptedProject;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    adopted = await anAdoptedProject(portal, people, { number: '2025-0001', daysAgo: 0, today });
  });
  afterAll(() => portal.close());

  const query = (text: string, parameters: unknown[] = []) =>
    portal.dataSource.query(text, parameters);

  const refinement = (changes: readonly { line: number; change: string }[], number: string) => ({
    session: adopted.sessionId,
    number,
    text: BOTH,
    votes: votesOf(people.deputies, people.deputies.length),
    amendment: { changes, justification: BOTH, calculation: '1' },
  });

  describe('by the application’s own connection', () => {
    it.each(ACTS)('%s are neither changed nor deleted', async (table) => {
      const [column]: { name: string }[] = await query(
        `select column_name as name from information_schema.columns where table_name = $1 limit 1`,
        [table],
      );
      const change = `update ${table} set ${column!.name} = ${column!.name}`;
      for (const statement of [change, `delete from ${table}`, `truncate ${table} cascade`])
        await expect(query(statement)).rejects.toThrow('never changed or deleted');
    });

    it.each(KEPT)('%s are not deleted', async (table) => {
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(query(statement)).rejects.toThrow('never changed or deleted');
    });

    it.each([
      [`update budgets set state = 'draft' where id = $1`, 'stays as it was adopted'],
      [`update budgets set year = year + 1 where id = $1`, 'stays as it was adopted'],
      [`update budgets set adopted_on = adopted_on - 1 where id = $1`, 'stays as it was adopted'],
      [`update budgets set revenues_tiyn = 1 where id = $1`, 'by an amendment alone'],
      [`update budget_lines set amount_tiyn = 1 where budget_id = $1`, 'by an amendment alone'],
      [
        `update budget_lines set origin_id = null, origin_kind = 'law' where budget_id = $1`,
        'alone',
      ],
      [`delete from budget_lines where budget_id = $1`, 'by an amendment alone'],
    ])('%s is refused', async (statement, told) => {
      await expect(query(statement, [adopted.budgetId])).rejects.toThrow(told);
    });

    it('lines are not emptied at a stroke', async () => {
      await expect(query(`truncate budget_lines`)).rejects.toThrow('never changed or deleted');
    });
  });

  describe('by every route', () => {
    const ROLES = [
      ['officer', DEMO.district],
      ['officer', DEMO.city],
      ['akim', DEMO.district],
      ['akim', DEMO.qarasu],
      ['secretary', DEMO.qarasu],
      ['clerk', DEMO.district],
      ['deputy', DEMO.district],
      ['maslikhat-secretary', DEMO.district],
      ['auditor', DEMO.oblast],
      ['expert', DEMO.district],
      ['administrator', DEMO.oblast],
    ] as const;

    const AMENDMENT = {
      changes: [
        { line: 1, change: '-500' },
        { line: 2, change: '500' },
      ],
      justification: BOTH,
      calculation: '1',
    };

    /** Bodies that are read; whatever is not named is sent an empty one. */
    const bodies = (): Readonly<Record<string, unknown>> => ({
      'PATCH /api/v1/budgets/:id': { revenues: { amount: '1' } },
      'POST /api/v1/budgets/:id/lines': aLine('1', {
        origin: { kind: 'project', id: '2025-0001' },
      }),
      'POST /api/v1/budgets/:id/line-imports': { lines: [aLine('1')] },
      'POST /api/v1/budgets/:id/amendments': AMENDMENT,
      'POST /api/v1/budgets/:id/adoption': {
        session: adopted.sessionId,
        number: '99',
        text: BOTH,
        votes: votesOf(people.deputies, people.deputies.length),
      },
      // By fewer than a majority of all deputies.
      'POST /api/v1/budgets/:id/refinements': {
        ...refinement([], '99'),
        votes: votesOf(people.deputies, 1),
        amendment: AMENDMENT,
      },
    });

    /** Everything that makes up the adopted budget. */
    async function fingerprint(): Promise<unknown> {
      return query(
        `select to_jsonb(b) - 'version' as budget,
           (select jsonb_agg(l order by l.number) from budget_lines l where l.budget_id = b.id) as lines,
           (select count(*) from budget_versions v where v.budget_id = b.id) as versions,
           (select jsonb_agg(d.id order by d.id) from maslikhat_decisions d where d.budget_id = b.id) as decisions,
           (select count(*) from works_contracts) as contracts
         from budgets b where b.id = $1`,
        [adopted.budgetId],
      );
    }

    const written = () =>
      listRoutes(portal.app).filter(
        ({ method, path }) =>
          method !== 'GET' && /budgets|decisions|amendments|maslikhat/.test(path),
      );

    it('reaches the routes that matter', () => {
      const routes = written().map(({ method, path }) => `${method} ${path}`);
      expect(routes).toEqual(expect.arrayContaining(Object.keys(bodies())));
    });

    it.each(ROLES)('%s of %s changes nothing of an adopted budget', async (role, territory) => {
      const [person] = holdersOf(role, territory);
      const caller = person ? await Caller.signedIn(portal, person.iin) : Caller.anybody(portal);
      const before = await fingerprint();
      for (const { method, path } of written()) {
        const address = path.replace(':id', adopted.budgetId).replace(':number', '1');
        const answer = await fetch(`${portal.url}${address.replace(/:\w+/g, adopted.budgetId)}`, {
          method,
          headers: {
            'content-type': 'application/json',
            'if-match': '"3"',
            origin: portal.url,
            cookie: caller.cookieHeader,
          },
          body: JSON.stringify(bodies()[`${method} ${path}`] ?? {}),
        });
        expect([method, path, answer.status < 500]).toEqual([method, path, true]);
      }
      expect(await fingerprint()).toEqual(before);
    });

    it('no act has a route that takes it away', () => {
      const taking = listRoutes(portal.app).filter(
        ({ method, path }) =>
          method === 'DELETE' && /budget|works|project|milestone|decision|report|trail/.test(path),
      );
      expect(taking.map(({ path }) => path)).toEqual(['/api/v1/budgets/:id/lines/:number']);
    });
  });

  describe('by two officers at the same moment', () => {
    const statuses = async (asked: readonly ReturnType<Caller['send']>[]) =>
      (await Promise.all(asked)).map(({ status }) => status).toSorted();

    it('a line is cut once', async () => {
      const cut = (number: string) =>
        people.secretary.send('POST', `/budgets/${adopted.budgetId}/refinements`, {
          body: refinement(
            [
              { line: 1, change: '300' },
              { line: 2, change: '-300' },
            ],
            number,
          ),
        });
      const [done201, refused] = await statuses([cut('18/1'), cut('18/2')]);
      expect([done201, refused]).toEqual([201, 422]);
      const lines = await query(
        `select number, amount_tiyn::text as tiyn from budget_lines where budget_id = $1`,
        [adopted.budgetId],
      );
      expect(lines).toEqual([{ number: 1, tiyn: '80000' }]);
    });

    it('a contract is signed once', async () => {
      const sign = () =>
        people.officer.send('POST', '/projects/2025-0001/milestones', {
          body: aContract(today, '800'),
        });
      expect(await statuses([sign(), sign(), sign()])).toEqual([201, 409, 409]);
    });

    it('an origin stands behind one line, and no line is written into what is submitted', async () => {
      await aWonProject(portal, { territory: DEMO.district, number: '2025-0009', daysAgo: 0 });
      const year = Number(today.slice(0, 4)) + 3;
      const body = { territory: DEMO.district, year, revenues: { amount: '5' } };
      const budget = idOf(await done(people.officer.send('POST', '/budgets', { body })));
      const origin = { origin: { kind: 'project', id: '2025-0009' } };
      const write = () =>
        people.officer.send('POST', `/budgets/${budget}/lines`, { body: aLine('5', origin) });
      const answers = await Promise.all([write(), write()]);
      expect(answers.map(({ status }) => status).toSorted()).not.toContain(500);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const both = await Promise.all([
        people.officer.send('POST', `/budgets/${budget}/submission`, { body: {} }),
        people.officer.send('DELETE', `/budgets/${budget}/lines/1`),
      ]);
      expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(codesOf(both.find(({ status }) => status >= 300)!)[0]).toMatch(
        /budget\.(act_not_possible|invalid|draft_invalid|submission_invalid)/,
      );
    });

    it('a quarter is reported on once', async () => {
      const { roundId } = await aWonProject(portal, {
        territory: DEMO.district,
        number: '2024-0001',
        daysAgo: 200,
      });
      const { body } = await people.officer.send('GET', `/rounds/${roundId}/reports`);
      const quarters = JSON.stringify(body).match(/"from":"(\d{4}-\d{2}-\d{2})"/);
      const report = () =>
        people.officer.send('POST', `/rounds/${roundId}/reports`, {
          body: { quarter: quarters![1], text: BOTH },
        });
      expect(await statuses([report(), report()])).toEqual([201, 409]);
    });
  });
});
