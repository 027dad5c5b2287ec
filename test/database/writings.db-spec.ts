import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import { NoteStay } from '#features/assemblies/meetings/note-stay.js';
import { WriteItems } from '#features/assemblies/writings/write-items.js';
import type { WritingFields } from '#features/assemblies/writings/writing-fields.js';
import { WritingReader } from '#features/assemblies/writings/writing.reader.js';
import {
  aMeeting,
  anAssembly,
  anItem,
  anOp,
  anOpenMeeting,
  type TestAssembly,
} from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  OKRUG,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;

describe('two secretaries at one table', () => {
  let portal: TestPortal;
  let assembly: TestAssembly;
  let second: PetitionPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
    second = await aPerson(portal.dataSource, { role: 'secretary', office: OKRUG });
  });
  afterAll(() => portal.close());

  const use = <T>(type: new (...rest: never[]) => T): T => portal.app.get(type, { strict: false });

  const aWriting = (changes: Partial<WritingFields> = {}): WritingFields => ({
    op: anOp(),
    item: 1,
    field: 'decision-kk',
    base: 0,
    value: { kind: 'text', text: 'Келісілсін' },
    writtenAt: new Date(),
    settles: [],
    ...changes,
  });

  const write = (who: PetitionPerson, meetingId: string, ...writings: WritingFields[]) =>
    use(WriteItems).run(who.person, meetingId, writings);

  it('lose nothing, whoever is heard first', async () => {
    const meetingId = await anOpenMeeting(portal.app, assembly);
    const texts = Array.from({ length: 12 }, (_, place) => `Мәтін ${place}`);
    const results = await Promise.all(
      texts.map((text, place) =>
        write(
          place % 2 ? second : assembly.secretary,
          meetingId,
          aWriting({ value: { kind: 'text', text } }),
        ),
      ),
    );
    const outcomes = results.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    const [item] = await use(WritingReader).listOf(meetingId);
    const kept = item!.conflicts.map(({ value }) => (value?.kind === 'text' ? value.text : ''));
    expect([item!.decision.kk, ...kept].toSorted()).toEqual(texts.toSorted());
    const settles = item!.conflicts.map(({ op }) => op);
    const both = aWriting({ base: 1, settles, value: { kind: 'text', text: 'Бәрі бірге' } });
    await write(second, meetingId, both);
    const [settled] = await use(WritingReader).listOf(meetingId);
    expect([settled!.decision.kk, settled!.conflicts]).toEqual(['Бәрі бірге', []]);
  });

  it('have what was sent after an outage applied exactly once', async () => {
    const meetingId = await anOpenMeeting(portal.app, assembly);
    const speeches = Array.from({ length: 10 }, (_, place) =>
      aWriting({
        field: `speech:${anOp()}`,
        value: { kind: 'speech', speech: { speaker: 'Делегат', text: `Сөз ${place}` } },
      }),
    );
    const sendings = Array.from({ length: 6 }, () =>
      write(assembly.secretary, meetingId, ...speeches),
    );
    const results = await Promise.all(sendings);
    for (const result of results)
      expect(result.map(({ outcome, version }) => [outcome, version])).toEqual(
        speeches.map(() => ['applied', 1]),
      );
    const [item] = await use(WritingReader).listOf(meetingId);
    expect(item!.speeches.map(({ text }) => text)).toHaveLength(10);
  });

  it('have one writing refused by a rule, and its neighbours go through', async () => {
    const meetingId = await anOpenMeeting(portal.app, assembly, { present: 6 });
    const votes = (votesFor: number) =>
      ({
        kind: 'votes',
        votes: {
          kind: 'by-count',
          for: votesFor,
          against: 0,
          abstained: 0,
          chairSide: null,
          votedAt: new Date().toISOString(),
        },
      }) as const;
    const [many, fine, line] = await write(
      assembly.secretary,
      meetingId,
      aWriting({ field: 'votes', value: votes(7) }),
      aWriting({ field: 'votes', value: votes(6) }),
      aWriting({
        field: 'links',
        value: { kind: 'links', links: [{ kind: 'budget-line', id: '1', amountTiyn: null }] },
      }),
    );
    expect([many!.outcome, many!.faults[0]?.code]).toEqual([
      'refused',
      'agenda-votes.more_than_present',
    ]);
    expect(fine!.outcome).toBe('applied');
    expect([line!.outcome, line!.faults[0]?.code]).toEqual(['refused', 'writing.link_unknown']);
  });

  it('note an arrival sent twice at once one time, and see the quorum come and go', async () => {
    const meetingId = await anOpenMeeting(portal.app, assembly, { present: 5 });
    const sixth = assembly.members.filter((id) => id !== assembly.chairId)[5]!;
    const stay = { id: sixth, name: null, residence: null, isGuest: false, at: new Date() };
    const arrival = { ...stay, op: anOp(), move: 'arrived' } as const;
    const quorums = await Promise.all(
      [1, 2, 3].map(() => use(NoteStay).run(assembly.secretary.person, meetingId, arrival)),
    );
    expect(quorums.map(({ present }) => present)).toEqual([6, 6, 6]);
    const gone = [sixth, assembly.chairId].map(
      (id) => ({ ...stay, id, op: anOp(), move: 'left', at: new Date() }) as const,
    );
    for (const leaving of gone)
      await use(NoteStay).run(assembly.secretary.person, meetingId, leaving);
    const again = await use(NoteStay).run(assembly.secretary.person, meetingId, gone[1]!);
    expect(again).toMatchObject({ met: false, required: 5, present: 4, missing: 1 });
  });

  it.each([
    [9, 'refused'],
    [10, 'convened'],
    [11, 'convened'],
  ])('convene %i days ahead: %s', async (days, outcome) => {
    const publishedAt = new Date(Date.now() - days * DAY_MS);
    const notice = { publishedAt, channels: ['тақта'], text: { kk: '', ru: '' } };
    const meeting = aMeeting({ notice, startsAt: new Date(), agenda: [anItem()] });
    const convening = use(ConveneMeeting).run(assembly.secretary.person, meeting);
    const came = await convening.then(
      () => 'convened',
      () => 'refused',
    );
    expect(came).toBe(outcome);
  });
});
