import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DiscrepancyReader } from '#features/budget/discrepancies/discrepancy.reader.js';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DISCREPANCY_KINDS } from '#rules/implementation/discrepancy-kind.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { aContract, anAdoptedProject, done } from '#test/support/builders/adopted-project.js';
import {
  aLine,
  type BudgetPeople,
  idOf,
  theBudgetPeople,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller } from '#test/support/builders/demo-oblast.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { countStatements } from '#test/support/count-statements.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly path: string;
  readonly object: { readonly id: string };
}

describe('discrepancies of a town', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    await anAdoptedProject(portal, people, { number: '2025-0001', daysAgo: 0, today });
    await send('/projects/2025-0001/milestones', aContract(today, '500'));
    await paid('500');
  });
  afterAll(() => portal.close());

  const send = (path: string, body: unknown) => done(people.officer.send('POST', path, { body }));

  const paid = (amount: string) =>
    send('/projects/2025-0001/milestones', { on: today, percent: 50, paid: { amount } });

  async function found(query = ''): Promise<readonly Found[]> {
    await portal.app.get(NoteDuties, { strict: false }).run();
    const { body } = await done(
      Caller.anybody(portal).send('GET', `/discrepancies?territory=${DEMO.oblast}${query}`),
    );
    return body['items'] as Found[];
  }

  const kindsOf = (rows: readonly Found[]) => rows.map(({ kind }) => kind).toSorted();

  it('are none where every step was taken in time', async () => {
    expect(await found()).toEqual([]);
  });

  describe('when one of each kind happens', () => {
    let forgotten: string;

    beforeAll(async () => {
      forgotten = '2025-0002';
      await aWonProject(portal, { territory: DEMO.district, number: forgotten, daysAgo: 0 });
      await boundWithoutDecision('2025-0003');
      await paid('500.01');
      await unreported('2025-0004');
      await withoutMinutes();
      await draftedTooLate();
    });

    /** A contract on a line of a draft: its maslikhat has decided nothing. */
    async function boundWithoutDecision(number: string): Promise<void> {
      await aWonProject(portal, { territory: DEMO.taldy, number, daysAgo: 0 });
      const body = { territory: DEMO.taldy, year: Number(today.slice(0, 4)) + 1 };
      const budget = idOf(await send('/budgets', body));
      await send(
        `/budgets/${budget}/lines`,
        aLine('500', { origin: { kind: 'project', id: number } }),
      );
      await portal.dataSource.query(
        `update budgets set state = 'submitted', agreed_on = $2::date, submitted_on = $2::date where id = $1`,
        [budget, `${today.slice(0, 4)}-01-15`],
      );
      await send(`/projects/${number}/milestones`, aContract(today, '500'));
    }

    /** The newest quarter that is over has no report, all earlier ones have. */
    async function unreported(number: string): Promise<void> {
      const { id, roundId } = await aWonProject(portal, {
        territory: DEMO.district,
        number,
        daysAgo: 400,
      });
      await send(`/projects/${number}/works-decisions`, {
        act: 'postpone',
        reason: { kk: 'х', ru: 'х' },
      });
      await portal.app.get(NoteDuties, { strict: false }).run();
      await portal.dataSource.query(
        `insert into quarterly_reports (round_id, quarter_from, quarter_until, due_on, published_on,
           text_kk, text_ru, figures, by_person, post_kk, post_ru, at)
         select $1::uuid, o.part::date, o.due_on - 10, o.due_on, o.due_on, 'х', 'х', '[]',
           (select author_id from proposals where id = $2::uuid), 'х', 'х', clock_timestamp()
         from obligations o where o.object_id = $1::uuid::text and o.kind = 'quarterly-report' and o.due_on < (select max(n.due_on)
           from obligations n where n.object_id = $1::uuid::text and n.kind = 'quarterly-report' and n.due_on < $3::date)`,
        [roundId, id, today],
      );
      const left = await portal.dataSource.query(
        `select o.part from obligations o where o.object_id = $1::uuid::text and o.kind = 'quarterly-report'
           and o.due_on < $2::date and not exists (select from quarterly_reports q
             where q.round_id::text = o.object_id and q.quarter_from::text = o.part)`,
        [roundId, today],
      );
      expect(left).toHaveLength(1);
    }

    async function withoutMinutes(): Promise<void> {
      await portal.dataSource.query(
        `with b as (insert into bodies (id, territory_kato, kind, begins_on, ends_on)
           values ($1, $2, 'assembly', '2020-01-01', '2099-12-31') returning id),
         m as (insert into body_members (id, body_id, full_name, settlement_kato, held_from, held_until)
           select $3, b.id, 'Сынақова Гүлнар', $2, '2020-01-01', '2099-12-31' from b)
         insert into meetings (id, territory_kato, kind, body_id, state, starts_at, held_on, place_kk,
           place_ru, convener, members, notice_on, opened_at, closed_at, minutes_due_on, created_by)
         select $4, $2, 'assembly', b.id, 'held', d, d::date, 'Клуб', 'Клуб', '{"kind": "akim"}', 1,
           d::date - 12, d, d + interval '1 hour', d::date + 2, (select id from residents limit 1)
         from b, (select clock_timestamp() - interval '9 days' as d) x`,
        [v7(), DEMO.qarasu, v7(), v7()],
      );
    }

    /** The draft of this year should have been there last autumn. */
    async function draftedTooLate(): Promise<void> {
      const body = { territory: DEMO.kokzhiek, year: Number(today.slice(0, 4)) };
      await send('/budgets', body);
    }

    it('are exactly these, each of them once', async () => {
      const rows = await found();
      expect(kindsOf(rows)).toEqual([...DISCREPANCY_KINDS].toSorted());
      const objects = new Map(rows.map(({ kind, object }) => [kind, object.id]));
      expect(objects.get('winner-without-line')).toBe(forgotten);
      expect(objects.get('line-without-decision')).toBe('2025-0003');
      expect(objects.get('paid-above-contract')).toBe('2025-0001');
    });

    it.each(DISCREPANCY_KINDS)('of the kind %s are found alone in one statement', async (kind) => {
      expect(kindsOf(await found(`&kind=${kind}`))).toEqual([kind]);
      const reader = portal.app.get(DiscrepancyReader, { strict: false });
      const question = { kind, territory: DEMO.oblast, limit: 50 };
      expect(await countStatements(portal, () => reader.list(question))).toBe(1);
    });

    it('belong to their territory', async () => {
      const of = async (territory: string) => {
        const path = `/discrepancies?territory=${territory}`;
        const { body } = await Caller.anybody(portal).send('GET', path);
        return kindsOf(body['items'] as Found[]);
      };
      expect(await of(DEMO.qarasu)).toEqual(['minutes-missing']);
      expect(await of(DEMO.kokzhiek)).toEqual(['budget-late']);
      expect(await of(DEMO.city)).toEqual([]);
    });

    it('have an address each: a page in every language, JSON, an entry of the feed', async () => {
      const feed = await (await fetch(`${portal.url}/ru/discrepancies/feed.atom`)).text();
      for (const { id, address, path } of await found()) {
        const one = await Caller.anybody(portal).send('GET', address);
        expect([one.status, one.body['id']]).toEqual([200, id]);
        for (const lang of ['kk', 'ru', 'en'])
          for (const page of [address, path]) {
            const { status } = await fetch(`${portal.url}/${lang}${page}`);
            expect([lang, page, status]).toEqual([lang, page, 200]);
          }
        expect(feed).toContain(`/ru${address}"`);
      }
    });

    it('are gone with their cause, and so is the address', async () => {
      const before = await found();
      const { address } = before.find(({ kind }) => kind === 'winner-without-line')!;
      await send(`/projects/${forgotten}/works-decisions`, {
        act: 'postpone',
        reason: { kk: 'Қаражат жоқ', ru: 'Нет средств' },
      });
      expect(await found()).toHaveLength(before.length - 1);
      expect((await Caller.anybody(portal).send('GET', address)).status).toBe(404);
      // An address of its own, for a page is kept for two seconds.
      expect((await fetch(`${portal.url}/kk${address}?gone`)).status).toBe(404);
    });

    it.each(['nothing', 'budget-late.', 'paid-above-contract.%00', "x'; --"])(
      'are not found by %j',
      async (id) => {
        const { status } = await Caller.anybody(portal).send(
          'GET',
          `/discrepancies/${encodeURIComponent(id)}`,
        );
        expect(status).toBe(404);
      },
    );
  });
});
