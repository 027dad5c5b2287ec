import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DecisionLineReader } from '#features/budget/trail/decision-line.reader.js';
import { LineTrailReader } from '#features/budget/trail/line-trail.reader.js';
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
  idOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller } from '#test/support/builders/demo-oblast.js';
import { countStatements } from '#test/support/count-statements.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

interface LineTrail {
  readonly line: { readonly held: boolean; readonly amount: { readonly amount: string } };
  readonly origin: {
    readonly kind: string;
    readonly number: string | null;
    readonly path: string | null;
  };
  readonly steps: readonly {
    readonly part: string;
    readonly kind: string;
    readonly state: string;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

describe('the trail of a budget line', () => {
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

  const pathOf = (line: number, budget = adopted.budgetId) =>
    `/budgets/${budget}/lines/${line}/trail`;

  async function trailOf(line: number, budget = adopted.budgetId): Promise<LineTrail> {
    const { body } = await done(Caller.anybody(portal).send('GET', pathOf(line, budget)));
    return body as unknown as LineTrail;
  }

  const told = ({ steps }: LineTrail) => steps.map(({ kind, state }) => `${kind}: ${state}`);

  /** Takes everything from line 2 to line 1. */
  async function refine(): Promise<string> {
    const refined = await done(
      people.secretary.send('POST', `/budgets/${adopted.budgetId}/refinements`, {
        body: {
          session: adopted.sessionId,
          number: '18/1-VIII',
          text: BOTH,
          votes: votesOf(people.deputies, people.deputies.length),
          amendment: {
            changes: [
              { line: 1, change: '300' },
              { line: 2, change: '-300' },
            ],
            justification: BOTH,
            calculation: '300',
          },
        },
      }),
    );
    return idOf(refined);
  }

  it('leads up to the project, its votes and cost, and down to what is awaited', async () => {
    const trail = await trailOf(1);
    expect(trail.origin).toMatchObject({
      kind: 'project',
      number: '2025-0001',
      path: '/projects/2025-0001/trail',
    });
    expect(told(trail)).toEqual([
      'proposed: done',
      'voted: done',
      'chosen: done',
      'submitted: done',
      'adopted: done',
      'contracted: awaited',
      'accepted: awaited',
    ]);
    expect(trail.steps.map(({ part }) => part)).toEqual([
      ...Array<string>(3).fill('origin'),
      ...Array<string>(4).fill('budget'),
    ]);
    expect(trail.steps[0]!.facts).toMatchObject({ cost: { amount: '600' } });
    expect(trail.steps[4]!.facts).toMatchObject({
      number: '17/2025-0001',
      amount: { amount: '500' },
    });
  });

  it('of the akimat awaits no contract, for none would be on record', async () => {
    const trail = await trailOf(2);
    expect(trail.origin).toMatchObject({ kind: 'akimat', number: null, path: null });
    expect(told(trail)).toEqual(['submitted: done', 'adopted: done']);
  });

  it('tells refinements, payments and the end of a line that was taken out', async () => {
    const decision = await refine();
    const works = '/projects/2025-0001/milestones';
    await done(people.officer.send('POST', works, { body: aContract(today, '800') }));
    for (const [percent, amount] of [
      [40, '200'],
      [60, '200'],
      [80, '350'],
    ] as const) {
      const body = { on: today, percent, paid: { amount } };
      await done(people.officer.send('POST', works, { body }));
    }
    const grown = await trailOf(1);
    expect(told(grown).slice(4)).toEqual([
      'adopted: done',
      'refined: done',
      'contracted: done',
      'paid: done',
      'paid: done',
      'accepted: awaited',
    ]);
    expect(grown.steps[5]!.facts).toMatchObject({
      decision,
      was: { amount: '500' },
      amount: { amount: '800' },
    });
    const gone = await trailOf(2);
    expect(gone.line).toMatchObject({ held: false, amount: { amount: '0' } });
    expect(told(gone)).toEqual(['submitted: done', 'adopted: done', 'refined: done']);
    const lines = await portal.app.get(DecisionLineReader, { strict: false }).list(decision);
    expect(lines.map(({ number, amountTiyn, wasTiyn }) => [number, amountTiyn, wasTiyn])).toEqual([
      [1, 80_000n, 50_000n],
      [2, 0n, 30_000n],
    ]);
  });

  describe('that rests on a petition or on minutes', () => {
    let budget: string;

    beforeAll(async () => {
      const body = { territory: DEMO.taldy, year: Number(today.slice(0, 4)) + 1 };
      budget = idOf(await done(people.officer.send('POST', '/budgets', { body })));
      const [petition, minutes] = [v7(), v7()];
      await portal.dataSource.query(`set session_replication_role = replica`);
      await portal.dataSource
        .query(
          `with p as (insert into petitions (id, number, kind, state, deputy_id, body, territory_kato,
               required, threshold, rules_on, minimum_age, opened_at, closes_at, last_day, reached_at,
               notice_by, answer_by)
             select $1, '2020-0001', 'deputy-collection', 'answered', r.id, 'akimat', $3, 10, '{}',
               $4::date, 18, now(), now() + interval '1 day', $4::date, now(), $4::date, $4::date
             from residents r limit 1 returning id, deputy_id),
           a as (insert into petition_answers (petition_id, officer_id, post_kk, post_ru, at, decision,
               reasons_kk, reasons_ru, appeal_kk, appeal_ru, decided_on, post_by, working_group, documents)
             select id, deputy_id, 'Әкім', 'Аким', now(), 'partly', '', '', '', '', $4::date, $4::date,
               '[]', '[]' from p),
           e as (insert into meetings (id, territory_kato, kind, body_id, state, starts_at, held_on,
               place_kk, place_ru, convener, members, notice_on, closed_at, minutes_due_on, created_by)
             select $5, $3, 'assembly', $5, 'held', now(), $4::date, '', '', '{"kind": "akim"}', 1,
               $4::date - 12, now(), $4::date, deputy_id from p)
           insert into minutes (id, number, meeting_id, territory_kato, state, due_on, frozen_at, digest, document)
           values ($2, '2020/6', $5, $3, 'signed', $4::date, now(), sha256('x'),
             '{"items": [{"vote": {"for": 11, "against": 0, "abstained": 1}}]}')`,
          [petition, minutes, DEMO.taldy, today, v7()],
        )
        .finally(() => portal.dataSource.query(`set session_replication_role = origin`));
      for (const origin of [
        { kind: 'petition', id: '2020-0001' },
        { kind: 'minutes', id: minutes },
      ]) {
        const line = aLine('5', { origin });
        await done(people.officer.send('POST', `/budgets/${budget}/lines`, { body: line }));
      }
    });

    it('leads up to the petition and its answer', async () => {
      const trail = await trailOf(1, budget);
      expect(trail.origin).toMatchObject({ number: '2020-0001', path: '/petitions/2020-0001' });
      expect(told(trail).slice(0, 2)).toEqual(['petition: done', 'petition-answer: done']);
      expect(trail.steps[1]!.facts).toMatchObject({ decision: 'partly' });
    });

    it('leads up to the decision of the community and its votes', async () => {
      const trail = await trailOf(2, budget);
      expect(trail.origin).toMatchObject({ kind: 'minutes', number: '2020/6' });
      expect(trail.steps[0]).toMatchObject({
        kind: 'assembly',
        state: 'done',
        facts: { item: 1, for: 11, against: 0, abstained: 1 },
      });
    });
  });

  it.each(['kk', 'ru', 'en'])(
    'is a page in %s, linked from the budget and its decisions',
    async (lang) => {
      for (const line of [1, 2])
        expect((await fetch(`${portal.url}/${lang}${pathOf(line)}`)).status).toBe(200);
      const { body } = await people.officer.send('GET', `/budgets/${adopted.budgetId}`);
      const page = async (path: string) => (await fetch(`${portal.url}/${lang}${path}`)).text();
      expect(await page(`/budgets/${idOf({ body } as never)}`)).toContain(`/${lang}${pathOf(1)}"`);
      const [refinement]: { id: string }[] = await portal.dataSource.query(
        `select id from maslikhat_decisions where kind = 'refinement'`,
      );
      expect(await page(`/decisions/${refinement!.id}`)).toContain(`/${lang}${pathOf(2)}"`);
    },
  );

  it('takes one statement, however long it is', async () => {
    const trails = portal.app.get(LineTrailReader, { strict: false });
    const decisions = portal.app.get(DecisionLineReader, { strict: false });
    expect(await countStatements(portal, () => trails.get(adopted.budgetId, 1))).toBe(1);
    expect(await countStatements(portal, () => decisions.list(v7()))).toBe(1);
  });

  it.each(['3', '0', '-1', '9999999999', '1.5', 'x'])('is not found for line %s', async (line) => {
    const path = `/budgets/${adopted.budgetId}/lines/${line}/trail`;
    expect([400, 404]).toContain((await Caller.anybody(portal).send('GET', path)).status);
    expect((await fetch(`${portal.url}/kk${path}`)).status).toBe(404);
    const strange = await Caller.anybody(portal).send('GET', `/budgets/x/lines/1/trail`);
    expect(strange.status).toBe(404);
  });
});
