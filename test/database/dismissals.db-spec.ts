import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import { addDays, addMonths } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  anOpenSession,
  type BudgetPeople,
  codesOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aRaisedDismissal } from '#test/support/builders/raised-dismissal.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const BOTH = { kk: 'Мәтін ә', ru: 'Текст' };

describe('the dismissal of an akim', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let superior: Caller;
  let today: string;
  let needed: number;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    superior = await Caller.signedIn(portal, holdersOf('akim', DEMO.district)[0]!.iin);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    needed = deputiesNeededOn(today, people.deputies.length);
  });
  afterAll(() => portal.close());
  // One at a time is under way in a unit; the next test begins with none.
  afterEach(() =>
    portal.dataSource.query(
      `update dismissals set state = 'lapsed' where state not in ('kept', 'dismissed')`,
    ),
  );

  const send = (caller: Caller, id: string, step: string, body: object) =>
    caller.send('POST', `/dismissals/${id}/${step}`, { body });
  const act = (id: string, step: string, body: object) => send(people.secretary, id, step, body);
  const signers = (count = needed) => people.deputies.slice(0, count);

  async function beforeSession(on = today): Promise<string> {
    const id = await aRaisedDismissal(portal.dataSource, { on });
    for (const step of ['start', 'sheets', 'check'])
      expect((await act(id, step, { on, deputies: signers() })).status).toBe(200);
    return id;
  }

  async function voted(id: string, inFavour: number, against = 0) {
    const session = await anOpenSession(portal, people, { today });
    const votes = votesOf(people.deputies, inFavour, against);
    return act(id, 'vote', { session, number: v7().slice(-8), text: BOTH, votes });
  }

  const majority = () => Math.floor(people.deputies.length / 2) + 1;

  it('goes from the deputies to the superior akim, every step with its last day', async () => {
    const id = await aRaisedDismissal(portal.dataSource, { on: addDays(today, -30) });
    const few = await act(id, 'start', { deputies: signers(needed - 1) });
    expect([few.status, codesOf(few)]).toEqual([
      422,
      ['dismissal.invalid', 'dismissal.too_few_deputies'],
    ]);
    const on = addDays(today, -29);
    const started = await act(id, 'start', { on, deputies: signers() });
    expect(started.body).toMatchObject({ state: 'signatures', next: { who: 'deputies' } });
    await act(id, 'sheets', { on, deputies: signers(needed + 1) });
    await act(id, 'check', { on, deputies: signers(), protocol: BOTH });
    const kept = await voted(id, majority());
    expect(kept.body).toMatchObject({ state: 'proposed', next: { who: 'superior-akim' } });
    const unreasoned = await send(superior, id, 'superior-decision', { act: 'keep', number: '5' });
    expect(codesOf(unreasoned)).toContain('dismissal.reasons_missing');
    const done = await send(superior, id, 'superior-decision', { act: 'dismiss', number: '5' });
    expect(done.body).toMatchObject({ state: 'dismissed', next: { who: null, by: null } });
    const acts = done.body['acts'] as { act: string; votes: unknown[] }[];
    expect(acts.map(({ act: name }) => name)).toEqual([
      'start',
      'submit-sheets',
      'confirm-sheets',
      'adopt',
      'dismiss',
    ]);
    expect(acts[3]!.votes).toHaveLength(majority());
    await portal.app.get(NoteDuties, { strict: false }).run();
    const duties = await Caller.anybody(portal).send(
      'GET',
      `/obligations?territory=${DEMO.district}`,
    );
    const ofChain = (duties.body['items'] as { kind: string; object: { id: string } }[])
      .filter(({ object }) => object.id === id)
      .map(({ kind }) => kind);
    expect(ofChain.toSorted()).toEqual([
      'dismissal-check',
      'dismissal-decision',
      'dismissal-session',
      'dismissal-sheets',
    ]);
  });

  it('is adopted by a majority of all deputies alone, and never without a quorum', async () => {
    const short = await beforeSession();
    const rejected = await voted(short, majority() - 1, people.deputies.length - majority() + 1);
    expect(rejected.body).toMatchObject({ state: 'not-adopted' });
    const id = await beforeSession();
    const present = Math.ceil((people.deputies.length * 2) / 3) - 1;
    const session = await anOpenSession(portal, people, { today, present });
    const vote = { session, number: '1', text: BOTH, votes: votesOf(people.deputies, present) };
    const refused = await act(id, 'vote', vote);
    expect([refused.status, codesOf(refused)]).toEqual([
      422,
      ['dismissal.invalid', 'maslikhat-session.no_quorum'],
    ]);
  });

  it('lapses by itself only', async () => {
    const on = addDays(today, -30);
    const id = await aRaisedDismissal(portal.dataSource, { on });
    const wished = await act(id, 'lapse', { reasons: BOTH });
    expect(codesOf(wished)).toEqual(['dismissal.invalid', 'dismissal.does_not_lapse']);
    await act(id, 'start', { on, deputies: signers() });
    expect((await act(id, 'lapse', { reasons: BOTH })).body).toMatchObject({ state: 'lapsed' });
    const second = await aRaisedDismissal(portal.dataSource, { on: today });
    await act(second, 'start', { deputies: signers() });
    await act(second, 'sheets', { deputies: signers() });
    const few = { reasons: BOTH, deputies: signers(needed - 1) };
    const enough = { reasons: BOTH, deputies: signers(needed) };
    expect((await act(second, 'lapse', enough)).status).toBe(422);
    expect((await act(second, 'lapse', few)).body).toMatchObject({ state: 'lapsed' });
  });

  it('binds the superior akim when it is decided again, and no sooner', async () => {
    const id = await beforeSession();
    await voted(id, majority());
    await send(superior, id, 'superior-decision', { act: 'keep', number: '5', reasons: BOTH });
    const early = await act(id, 'repetition', {});
    expect([early.status, codesOf(early)]).toEqual([
      422,
      ['dismissal.invalid', 'dismissal.too_soon'],
    ]);
    await putBack(id, addMonths(today, -6));
    const again = await act(id, 'repetition', {});
    expect(again.body).toMatchObject({ state: 'raised', repeats: id });
    const second = String(again.body['id']);
    for (const step of ['start', 'sheets', 'check'])
      await act(second, step, { deputies: signers() });
    expect((await voted(second, majority())).body).toMatchObject({ state: 'binding' });
    const kept = { act: 'keep', number: '6', reasons: BOTH };
    expect((await send(superior, second, 'superior-decision', kept)).status).toBe(409);
    const dismissed = { act: 'dismiss', number: '7' };
    expect((await send(superior, second, 'superior-decision', dismissed)).body).toMatchObject({
      state: 'dismissed',
    });
  });

  /** A refusal of the superior akim that lies further back. */
  async function putBack(id: string, on: string): Promise<void> {
    const { dataSource } = portal;
    await dataSource.query(
      `alter table dismissal_acts disable trigger tr_dismissal_acts_append_only`,
    );
    await dataSource.query(
      `update dismissal_acts set acted_on = $2 where dismissal_id = $1 and act = 'keep'`,
      [id, on],
    );
    await dataSource.query(
      `alter table dismissal_acts enable trigger tr_dismissal_acts_append_only`,
    );
    await dataSource.query(`update dismissals set since = $2 where id = $1`, [id, on]);
  }

  it('needs reports that were refused in a row where these are its ground', async () => {
    const id = await aRaisedDismissal(portal.dataSource, { on: today, ground: 'refused-reports' });
    expect(codesOf(await act(id, 'start', { deputies: signers() }))).toEqual([
      'dismissal.invalid',
      'dismissal.no_ground',
    ]);
  });

  it('takes a step once, by two secretaries at the same moment', async () => {
    const id = await aRaisedDismissal(portal.dataSource, { on: today });
    const both = await Promise.all([
      act(id, 'start', { deputies: signers() }),
      act(id, 'start', { deputies: signers() }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is voted on once, in one of two sessions', async () => {
    const id = await beforeSession();
    const both = await Promise.all([voted(id, majority()), voted(id, 1, majority())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('keeps its acts whatever is asked of the database', async () => {
    const id = await beforeSession();
    for (const change of [
      `update dismissal_acts set text_kk = 'x' where dismissal_id = '${id}'`,
      `delete from dismissal_acts where dismissal_id = '${id}'`,
      `delete from dismissals where id = '${id}'`,
      `truncate dismissal_votes`,
    ])
      await expect(portal.dataSource.query(change)).rejects.toThrow();
  });

  it('is for the maslikhat’s secretary and the akim above, and nobody else', async () => {
    const id = await beforeSession();
    const steps: readonly (readonly [string, object])[] = [
      ['start', { deputies: signers() }],
      ['sheets', { deputies: signers() }],
      ['check', { deputies: signers() }],
      ['lapse', { reasons: BOTH }],
      ['vote', { session: v7(), number: '1', text: BOTH, votes: { byName: {} } }],
      ['superior-decision', { act: 'dismiss', number: '1' }],
      ['repetition', {}],
    ];
    const { officer, deputy, akim } = people;
    const auditor = await Caller.signedIn(portal, holdersOf('secretary', DEMO.qarasu)[0]!.iin);
    for (const caller of [Caller.anybody(portal), officer, deputy, akim, auditor])
      for (const [step, body] of steps)
        expect([401, 403, 409]).toContain((await send(caller, id, step, body)).status);
    const { state } = (await people.secretary.send('GET', `/dismissals/${id}`)).body;
    expect(state).toBe('before-session');
    expect((await act(id, 'superior-decision', steps[5]![1])).status).toBe(403);
    expect((await send(superior, id, 'vote', steps[4]![1])).status).toBe(403);
  });
});
