import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { PutBody } from '#features/assemblies/bodies/put-body.js';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import { OpenMeeting } from '#features/assemblies/meetings/open-meeting.js';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { RecordItemDecision } from '#features/assemblies/writings/record-item-decision.js';
import type { BodyKind } from '#rules/assemblies/body-kind.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { aMeeting, aMember, anItem, attend, BOTH } from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  OKRUG,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const BY_CHAIR = { kind: 'chair' } as const;

describe('a public council', () => {
  let portal: TestPortal;
  let secretary: PetitionPerson;
  let chair: PetitionPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    secretary = await aPerson(portal.dataSource, { role: 'secretary', office: OKRUG });
    chair = await aPerson(portal.dataSource);
  });
  afterAll(() => portal.close());

  const use = <T>(type: new (...rest: never[]) => T): T => portal.app.get(type, { strict: false });

  function enter(kind: BodyKind): Promise<string> {
    return use(PutBody).run(secretary.person, {
      territory: OKRUG,
      kind,
      from: '2026-01-01',
      until: '2029-12-31',
      members: Array.from({ length: 9 }, (_, place) => aMember(place)),
      version: null,
    });
  }

  const refusalOf = (act: Promise<unknown>) =>
    act.then(
      () => [],
      (error: DomainError) =>
        ((error.details['faults'] ?? [error]) as { code: string }[]).map(({ code }) => code),
    );

  const convene = (changes: Parameters<typeof aMeeting>[0]) =>
    use(ConveneMeeting).run(
      secretary.person,
      aMeeting({
        kind: 'public-council',
        convener: BY_CHAIR,
        agenda: [anItem('other-matter')],
        ...changes,
      }),
    );

  it('meets with two thirds of its members, advises, and its minutes are published', async () => {
    expect(await refusalOf(convene({}))).toEqual(['meeting.no_assembly']);
    const body = (await use(BodyReader).find(await enter('public-council')))!;
    const chairId = body.members.find(({ post }) => post === 'chair')!.id;
    await portal.dataSource.query(`update body_members set resident_id = $2 where id = $1`, [
      chairId,
      chair.id,
    ]);
    const others = body.members.map(({ id }) => id).filter((id) => id !== chairId);
    const meetingId = await convene({});
    const opening = { openedAt: null, chairId, secretaryId: null };
    await attend(portal.app, secretary.person, meetingId, [chairId, ...others.slice(0, 4)]);
    const open = () => use(OpenMeeting).run(secretary.person, meetingId, opening);
    expect(await refusalOf(open())).toEqual(['meeting.no_quorum']);
    await attend(portal.app, secretary.person, meetingId, [chairId, ...others.slice(0, 5)]);
    await open();
    const counted = { for: 4, against: 2, abstained: 0, chairSide: null };
    const votedAt = new Date().toISOString();
    await use(RecordItemDecision).run(secretary.person, {
      meetingId,
      item: 1,
      heard: BOTH,
      speeches: [],
      votes: { kind: 'by-count', ...counted, votedAt },
      text: BOTH,
      links: [],
      version: null,
    });
    const id = await use(BeginMinutes).run(secretary.person, meetingId);
    await use(SubmitMinutes).run(secretary.person, id);
    for (const { person } of [chair, secretary])
      await use(SignMinutes).run(person, { minutesId: id, capacity: null, digest: null });
    await use(SendMinutes).run(secretary.person, id);
    await use(PublishMinutes).run(secretary.person, id);
    const published = await use(MinutesReader).getFor(undefined, id);
    expect(published).toMatchObject({ kind: 'public-council', state: 'published', decisions: [] });
    expect(published.document).toMatchObject({
      body: 'public-council',
      convener: { kind: 'chair' },
      quorum: { share: '2/3', required: 6 },
    });
    expect(published.document?.items[0]?.vote).toMatchObject({ outcome: 'adopted', required: 4 });
    const page = await fetch(`${portal.url}/kk/minutes/${id}`);
    expect([page.status, (await page.text()).includes('оғамдық кеңес')]).toEqual([200, true]);
    const list = await fetch(`${portal.url}/ru/assemblies?kind=public-council`);
    expect((await list.text()).includes('бщественный совет')).toBe(true);
  });

  it('is convened by its chair alone, and gatherings are not', async () => {
    expect(await refusalOf(convene({ convener: { kind: 'akim' } }))).toEqual([
      'convening.not_by_this',
    ]);
    const gathering = { kind: 'gathering', members: 100, agenda: [anItem('priorities')] } as const;
    expect(await refusalOf(convene(gathering))).toEqual(['convening.not_by_this']);
  });

  it('stands where the law lets it: no kenes, and no territorial council in a rural okrug', async () => {
    expect(await refusalOf(enter('kenes'))).toEqual(['body.not_in_law']);
    expect(await refusalOf(enter('territorial-council'))).toEqual(['body.not_at_this_level']);
  });
});
