import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnswerMinutes } from '#features/assemblies/akim-answers/answer-minutes.js';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { MinutesIntegrityReader } from '#features/assemblies/minutes/minutes-integrity.reader.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { RecordItemDecision } from '#features/assemblies/writings/record-item-decision.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import {
  aMeeting,
  anAssembly,
  anItem,
  anOpenMeeting,
  BOTH,
  type TestAssembly,
} from '#test/support/builders/assembly-town.js';
import { aPerson, aPetitionTown, DISTRICT, OKRUG } from '#test/support/builders/petition-town.js';
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

  async function decidedMeeting(question: AssemblyQuestion, votesFor: number): Promise<string> {
    const meeting = aMeeting({ agenda: [anItem(question)] });
    const meetingId = await anOpenMeeting(portal.app, assembly, { meeting });
    await use(RecordItemDecision).run(assembly.secretary.person, {
      meetingId,
      item: 1,
      heard: BOTH,
      speeches: [{ speaker: 'Делегат 2', text: 'Қолдаймын' }],
      votes: {
        kind: 'by-count',
        for: votesFor,
        against: 6 - votesFor,
        abstained: 0,
        chairSide: null,
        votedAt: new Date().toISOString(),
      },
      text: BOTH,
      links: [],
      version: null,
    });
    return meetingId;
  }

  async function signedMinutes(
    question: AssemblyQuestion = 'budget',
    votesFor = 5,
  ): Promise<string> {
    const { secretary, chair } = assembly;
    const meetingId = await decidedMeeting(question, votesFor);
    const id = await use(BeginMinutes).run(secretary.person, meetingId);
    await use(SubmitMinutes).run(secretary.person, id);
    const signing = { minutesId: id, capacity: null, digest: null };
    await use(SignMinutes).run(chair.person, signing);
    await use(SignMinutes).run(secretary.person, signing);
    return id;
  }

  it('go their whole way to the akim’s answer', async () => {
    const { secretary } = assembly;
    const id = await signedMinutes();
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
    const refused = await signedMinutes('akim-dismissal', 1);
    expect(await use(DismissalReader).findOfMinutes(refused)).toBeNull();
    const adopted = await signedMinutes('akim-dismissal');
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
      await use(DismissalReader).findOfMinutes(await signedMinutes('akim-dismissal')),
    ).toBeNull();
    await portal.dataSource.query(`update dismissals set state = 'lapsed'`);
  });

  it('raise it by the second report in a row that was not approved', async () => {
    const first = await signedMinutes('akim-report', 2);
    expect(await use(DismissalReader).findOfMinutes(first)).toBeNull();
    const second = await signedMinutes('akim-report', 3);
    expect(await use(DismissalReader).findOfMinutes(second)).toMatchObject({
      ground: 'refused-reports',
    });
  });

  it('are not changed by SQL unless a trigger is taken away, and the check names what was', async () => {
    const id = await signedMinutes();
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
