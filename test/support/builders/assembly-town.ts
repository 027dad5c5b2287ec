import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import type { MemberFields } from '#features/assemblies/bodies/body-fields.js';
import { PutBody } from '#features/assemblies/bodies/put-body.js';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import type {
  AgendaItemFields,
  MeetingFields,
} from '#features/assemblies/meetings/meeting-fields.js';
import { OpenMeeting } from '#features/assemblies/meetings/open-meeting.js';
import { SetAttendance } from '#features/assemblies/meetings/set-attendance.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { TestPortal } from '#test/support/test-portal.js';
import { aPerson, HAMLET, OKRUG, type PetitionPerson, VILLAGE } from './petition-town.js';

const DAY_MS = 86_400_000;

export const BOTH = { kk: 'Мәтін ә', ru: 'Текст' };

/** The people of an assembly: its secretary, the chair's own person, the delegates' ids. */
export interface TestAssembly {
  readonly secretary: PetitionPerson;
  readonly chair: PetitionPerson;
  readonly bodyId: string;
  readonly members: readonly string[];
  readonly chairId: string;
}

/** The assembly of the okrug with so many delegates; the first one leads it and can sign in. */
export async function anAssembly(portal: TestPortal, delegates = 9): Promise<TestAssembly> {
  const { app, dataSource } = portal;
  const secretary = await aPerson(dataSource, { role: 'secretary', office: OKRUG });
  const chair = await aPerson(dataSource);
  const bodyId = await app.get(PutBody, { strict: false }).run(secretary.person, {
    territory: OKRUG,
    kind: 'assembly',
    from: '2026-01-01',
    until: '2029-12-31',
    members: Array.from({ length: delegates }, (_, place) => aMember(place)),
    version: null,
  });
  const body = (await app.get(BodyReader, { strict: false }).find(bodyId))!;
  const chairId = body.members.find(({ post }) => post === 'chair')!.id;
  await dataSource.query(`update body_members set resident_id = $2 where id = $1`, [
    chairId,
    chair.id,
  ]);
  return { secretary, chair, bodyId, members: body.members.map(({ id }) => id), chairId };
}

export function aMember(place: number): MemberFields {
  return {
    id: null,
    name: `Делегат ${place + 1}`,
    settlement: place % 3 === 2 ? HAMLET : VILLAGE,
    post: place === 0 ? 'chair' : 'member',
    from: '2026-01-01',
    until: '2029-12-31',
    replaces: null,
    onCommission: place < 3,
    iin: null,
  };
}

export function anItem(question: AgendaItemFields['question'] = 'budget'): AgendaItemFields {
  return { question, title: BOTH, rapporteur: null, links: [], reportUrl: null, request: null };
}

/** A meeting of today whose notice went out eleven days ago. */
export function aMeeting(changes: Partial<MeetingFields> = {}): MeetingFields {
  const now = Date.now();
  return {
    territory: OKRUG,
    kind: 'assembly',
    part: null,
    startsAt: new Date(now - 60_000),
    place: BOTH,
    convener: { kind: 'akim' },
    members: null,
    membersSource: null,
    agenda: [anItem()],
    notice: {
      publishedAt: new Date(now - 11 * DAY_MS),
      channels: ['Ауыл әкімдігінің тақтасы'],
      text: BOTH,
    },
    broadcastUrl: null,
    repeatsMinutes: null,
    ...changes,
  };
}

/** A meeting that is under way with so many delegates in the hall. */
export async function anOpenMeeting(
  app: NestFastifyApplication,
  { secretary, members, chairId }: TestAssembly,
  { present = 6, meeting = aMeeting() }: { present?: number; meeting?: MeetingFields } = {},
): Promise<string> {
  const id = await app.get(ConveneMeeting, { strict: false }).run(secretary.person, meeting);
  await attend(app, secretary.person, id, [
    chairId,
    ...members.filter((member) => member !== chairId).slice(0, present - 1),
  ]);
  const opening = { openedAt: new Date(), chairId, secretaryId: null };
  await app.get(OpenMeeting, { strict: false }).run(secretary.person, id, opening);
  return id;
}

/** Those delegates are in the hall from now on. */
export async function attend(
  app: NestFastifyApplication,
  secretary: SignedIn,
  meetingId: string,
  ids: readonly string[],
) {
  return app.get(SetAttendance, { strict: false }).run(secretary, meetingId, {
    present: ids.map((id) => ({ id, name: null, residence: null, arrivedAt: null, leftAt: null })),
    others: [],
    version: null,
  });
}

/** The day so many days from today. */
export function dayIn(days: number): CivilDate {
  return addDays(civilDateOf(new Date()), days);
}

/** An op id. */
export function anOp(): string {
  return v7();
}
