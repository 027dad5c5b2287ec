import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  aLine,
  anOpenSession,
  aSubmittedBudget,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };
const NOT_ALLOWED = [401, 403, 404];

/** Everybody but the secretary of that very maslikhat. */
const OTHERS: readonly (readonly [role: string, territory: string])[] = [
  ['visitor', DEMO.district],
  ['officer', DEMO.district],
  ['akim', DEMO.district],
  ['deputy', DEMO.district],
  ['secretary', DEMO.qarasu],
  ['expert', DEMO.district],
  ['clerk', DEMO.district],
  ['auditor', DEMO.oblast],
  ['administrator', DEMO.oblast],
  ['maslikhat-secretary', DEMO.city],
];

describe('who may act in a session of a maslikhat', () => {
  let portal: TestPortal;
  let acts: readonly (readonly [method: string, path: string, body: object])[];
  let forms: readonly string[];

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    const people = await theBudgetPeople(portal);
    const { today } = await portal.app.get(DatabaseClock, { strict: false }).now();
    const year = Number(today.slice(0, 4)) + 1;
    const budget = await aSubmittedBudget(people, year, [aLine('1000')]);
    const session = await anOpenSession(portal, people, { today });
    const votes = votesOf(people.deputies, people.deputies.length);
    const decided = { number: v7().slice(-8), text: BOTH, votes };
    const at = `/maslikhat-sessions/${session}`;
    const present = people.deputies;
    acts = [
      ['POST', '/maslikhat-sessions', { ...aPlan(today), number: v7().slice(-8) }],
      ['PUT', `${at}/attendance`, { present, chair: present[0] }],
      ['POST', `${at}/materials`, { question: 1, title: BOTH, link: 'https://example.org' }],
      ['PUT', `${at}/broadcast`, {}],
      ['POST', `${at}/questions/1/decision`, decided],
      ['POST', `/budgets/${budget}/adoption`, { ...decided, session, number: v7().slice(-8) }],
      ['POST', `${at}/break`, {}],
      ['POST', `${at}/resumption`, {}],
      ['POST', `${at}/closure`, {}],
    ];
    const desk = `/kk/session-desk/sessions/${session}`;
    forms = [
      '/kk/session-desk/convene',
      `${desk}/attendance`,
      `${desk}/materials`,
      `${desk}/questions/1`,
      `${desk}/budgets/${budget}/adoption`,
      `${desk}/budgets/${budget}/refinement`,
      `${desk}/break`,
      `${desk}/closure`,
      `${desk}/broadcast`,
    ];
  });
  afterAll(() => portal.close());

  const aPlan = (today: string) => ({
    territory: DEMO.district,
    noticeOn: '2026-01-01',
    materialsOn: '2026-01-01',
    sessionOn: today,
    place: BOTH,
    agenda: [{ title: BOTH }],
  });

  const callerOf = (role: string, territory: string) => {
    const [holder] = holdersOf(role, territory);
    return holder ? Caller.signedIn(portal, holder.iin) : Promise.resolve(Caller.anybody(portal));
  };

  it.each(OTHERS)('not %s %s, by any act or form', async (role, territory) => {
    const caller = await callerOf(role, territory);
    expect(caller.cookieHeader === '').toBe(role === 'visitor');
    for (const [method, path, body] of acts) {
      const { status } = await caller.send(method, path, { body });
      expect([path, NOT_ALLOWED.includes(status)]).toEqual([path, true]);
    }
    // No lawful plan of their own either: a form of another maslikhat's session is not there.
    for (const form of role === 'maslikhat-secretary' ? forms.slice(1) : forms) {
      const answer = await fetch(portal.url + form, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: caller.cookieHeader, origin: portal.url },
        body: new URLSearchParams({ number: '1' }),
      });
      const leads = answer.headers.get('location') ?? '';
      const isRefused = NOT_ALLOWED.includes(answer.status) || leads.includes('/sign-in');
      expect([form, isRefused]).toEqual([form, true]);
    }
  });

  it('the secretary of that maslikhat, by every act', async () => {
    const secretary = await callerOf('maslikhat-secretary', DEMO.district);
    for (const [method, path, body] of acts) {
      const { status } = await secretary.send(method, path, { body });
      expect([path, status < 300]).toEqual([path, true]);
    }
  });
});
