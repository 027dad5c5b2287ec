import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
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
import { aDemoOblast } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

describe('sessions of a maslikhat', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;
  let quorum: number;
  let majority: number;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    quorum = Math.ceil((people.deputies.length * 2) / 3);
    majority = Math.floor(people.deputies.length / 2) + 1;
  });
  afterAll(() => portal.close());

  const send = (method: string, path: string, body: unknown = {}) =>
    people.secretary.send(method, path, { body });
  const open = () => anOpenSession(portal, people, { today });
  const decide = (session: string, changes: Record<string, unknown> = {}, question = 1) =>
    send('POST', `/maslikhat-sessions/${session}/questions/${question}/decision`, {
      number: `18/${v7().slice(-6)}`,
      text: BOTH,
      votes: votesOf(people.deputies, majority),
      ...changes,
    });
  const attend = (session: string, present: number) => {
    const there = people.deputies.slice(0, present);
    const body = { present: there, chair: there[0] };
    return send('PUT', `/maslikhat-sessions/${session}/attendance`, body);
  };

  it('decide on any question by a majority of all deputies, once', async () => {
    const session = await open();
    const decided = await decide(session);
    expect(decided.body).toMatchObject({ kind: 'resolution', question: 1, budget: null });
    expect(codesOf(await decide(session))).toEqual(['maslikhat-session.question_decided']);
    expect(codesOf(await decide(session, {}, 9))).toEqual(['maslikhat-session.question_unknown']);

    const other = await open();
    const fallen = { votes: votesOf(people.deputies, majority - 1), number: '', text: undefined };
    expect((await decide(other, fallen)).body).toMatchObject({ kind: 'rejection', number: null });
  });

  it('decide nothing without a quorum, whoever leaves at that moment', async () => {
    const session = await open();
    const [left, decided] = await Promise.all([attend(session, quorum - 1), decide(session)]);
    expect(left.status).toBe(200);
    expect([201, 422]).toContain(decided.status);
    const rows: { present: number; quorum: number }[] = await portal.dataSource.query(
      `select present, quorum from maslikhat_decisions`,
    );
    expect(rows.filter((row) => row.present < row.quorum)).toEqual([]);

    const empty = await open();
    await attend(empty, quorum - 1);
    const votes = votesOf(people.deputies, quorum - 1);
    expect(codesOf(await decide(empty, { votes }))).toContain('maslikhat-session.no_quorum');
  });

  it('decide once where two officers record the same vote', async () => {
    const session = await open();
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(session)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  });

  it('vote on a budget of their agenda as on a budget alone', async () => {
    const budget = await aSubmittedBudget(people, Number(today.slice(0, 4)) + 1, [aLine('1000')]);
    const convene = (id: string) =>
      send('POST', '/maslikhat-sessions', {
        territory: DEMO.district,
        number: v7().slice(-8),
        noticeOn: addDays(today, -10),
        materialsOn: addDays(today, -5),
        sessionOn: today,
        place: BOTH,
        agenda: [{ title: BOTH, budget: id }],
      });
    expect(codesOf(await convene(v7()))).toContain('maslikhat-session.budget_unknown');
    const session = idOf(await convene(budget));
    await attend(session, people.deputies.length);
    expect(codesOf(await decide(session))).toEqual(['maslikhat-session.question_is_budget']);
  });

  it('keep materials and publications as they were recorded', async () => {
    const session = await open();
    const material = { question: 1, title: BOTH, link: 'https://example.org/report' };
    const added = await send('POST', `/maslikhat-sessions/${session}/materials`, material);
    expect(added.body).toMatchObject({ items: [{ question: 1, handedOn: today }] });
    const empty = { question: 2, title: BOTH };
    expect(codesOf(await send('POST', `/maslikhat-sessions/${session}/materials`, empty))).toEqual([
      'maslikhat-session.invalid',
      'maslikhat-session.question_unknown',
      'maslikhat-session.material_empty',
    ]);
    const decision = idOf(await decide(session));
    const publish = () =>
      send('POST', `/maslikhat-decisions/${decision}/publication`, {
        publishedOn: today,
        place: 'Газет',
      });
    expect((await publish()).body).toMatchObject({ publication: { place: 'Газет' } });
    expect(codesOf(await publish())).toEqual(['maslikhat-session.published_already']);
    for (const table of ['session_materials', 'decision_publications'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow();
  });

  it('rest no longer than the law allows, and decide nothing meanwhile', async () => {
    const session = await open();
    await send('POST', `/maslikhat-sessions/${session}/break`);
    expect(codesOf(await decide(session))).toEqual(['maslikhat-session.not_open']);
    expect((await send('POST', `/maslikhat-sessions/${session}/resumption`)).status).toBe(200);
    await send('POST', `/maslikhat-sessions/${session}/break`);
    const back = (days: number) =>
      portal.dataSource.query(`update maslikhat_sessions set paused_on = $2 where id = $1`, [
        session,
        addDays(today, -days),
      ]);
    await back(16);
    expect(codesOf(await send('POST', `/maslikhat-sessions/${session}/resumption`))).toEqual([
      'maslikhat-session.break_too_long',
    ]);
    await back(15);
    expect((await send('POST', `/maslikhat-sessions/${session}/resumption`)).status).toBe(200);
    expect((await decide(session)).status).toBe(201);
    expect((await send('POST', `/maslikhat-sessions/${session}/closure`)).status).toBe(200);
    expect(codesOf(await attend(session, 1))).toEqual(['maslikhat-session.act_not_possible']);
  });
});
