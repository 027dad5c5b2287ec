import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnswerMinutes } from '#features/assemblies/akim-answers/answer-minutes.js';
import { MinutesIntegrityReader } from '#features/assemblies/minutes/minutes-integrity.reader.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { anAssembly, type TestAssembly } from '#test/support/builders/assembly-town.js';
import { aPerson, aPetitionTown, DISTRICT, OKRUG } from '#test/support/builders/petition-town.js';
import { type MinutesWish, signedMinutes } from '#test/support/builders/signed-minutes.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

describe('minutes', () => {
  let portal: TestPortal;
  let assembly: TestAssembly;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
  });
  afterAll(() => portal.close());

  const use = <T>(type: new (...rest: never[]) => T): T => portal.app.get(type, { strict: false });

  async function signed(wish?: MinutesWish): Promise<string> {
    return (await signedMinutes(portal, assembly, wish)).minutesId;
  }

  it('go their whole way to the akim’s answer', async () => {
    const { secretary } = assembly;
    const id = await signed();
    await use(SendMinutes).run(secretary.person, id);
    await use(PublishMinutes).run(secretary.person, id);
    const akim = await aPerson(portal.dataSource, { role: 'akim', office: OKRUG });
    await use(AnswerMinutes).run(akim.person, {
      minutesId: id,
      answeredOn: null,
      items: [{ item: 1, kind: 'agreed', reasons: { kk: '', ru: '' } }],
    });
    const found = await use(MinutesReader).getFor(undefined, id);
    expect(found.state).toBe('published');
    expect(found.signatures.map(({ capacity }) => capacity)).toEqual(['chair', 'secretary']);
    expect(found.document?.items[0]?.vote).toMatchObject({ outcome: 'adopted', for: 5 });
    expect(found.decisions.map(({ state }) => state)).toEqual(['agreed']);
    expect(await use(MinutesReader).list({ q: 'колдаймин', limit: 5 })).toHaveLength(1);
  });

  it('raise the akim’s dismissal by an initiative that was adopted, once at a time', async () => {
    const refused = await signed({ question: 'akim-dismissal', votesFor: 1 });
    expect(await use(DismissalReader).findOfMinutes(refused)).toBeNull();
    const adopted = await signed({ question: 'akim-dismissal' });
    const raised = await use(DismissalReader).findOfMinutes(adopted);
    expect(raised).toMatchObject({
      ground: 'assembly-initiative',
      state: 'raised',
      territory: OKRUG,
      maslikhat: DISTRICT,
    });
    expect(await use(DismissalReader).get(raised!.id)).toMatchObject({
      minutes: { id: adopted, item: 1, isPublic: false },
    });
    expect(
      await use(DismissalReader).findOfMinutes(await signed({ question: 'akim-dismissal' })),
    ).toBeNull();
    await portal.dataSource.query(`update dismissals set state = 'lapsed'`);
  });

  it('raise it by the second report in a row that was not approved', async () => {
    const first = await signed({ question: 'akim-report', votesFor: 2 });
    expect(await use(DismissalReader).findOfMinutes(first)).toBeNull();
    const second = await signed({ question: 'akim-report', votesFor: 3 });
    expect(await use(DismissalReader).findOfMinutes(second)).toMatchObject({
      ground: 'refused-reports',
    });
  });

  it('are not changed by SQL unless a trigger is taken away, and the check names what was', async () => {
    const id = await signed();
    const { dataSource } = portal;
    const change = `update minutes set document = jsonb_set(document, '{items,0,decision,kk}', '"Басқа"') where id = $1`;
    await expect(dataSource.query(change, [id])).rejects.toThrow(/never changed/);
    await expect(dataSource.query(`delete from minutes where id = $1`, [id])).rejects.toThrow();
    expect(await use(MinutesIntegrityReader).listBroken(id)).toEqual([]);
    await dataSource.query(`alter table minutes disable trigger tr_minutes_frozen`);
    await dataSource.query(change, [id]);
    await dataSource.query(`alter table minutes enable trigger tr_minutes_frozen`);
    expect(await use(MinutesIntegrityReader).listBroken(id)).toMatchObject([
      { id, changed: ['items.1', 'digest', 'signatures'] },
    ]);
  });
});
