import { handoverBy } from '#rules/assemblies/minutes-terms.js';
import type { Quorum } from '#rules/assemblies/quorum.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { hallQuorum, hasDayCome } from './hall-quorum.js';
import { HallRepository } from './hall.repository.js';
import type { MeetingInHand } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { membersOf } from './meeting-members.js';
import type { MeetingRecord } from './meeting.record.js';
import { MeetingRepository } from './meeting.repository.js';

/** Who leads a meeting and who writes, both of them in the hall. */
export interface MeetingOfficers {
  /** Null: the delegate who holds that post, where there is one. */
  readonly chairId: string | null;
  readonly secretaryId: string | null;
}

export interface MeetingOpening extends MeetingOfficers {
  /** Null: now. */
  readonly openedAt: Date | null;
}

/** Last day for handing over the minutes of this meeting. */
export async function minutesDueOf({ tx, meeting, place }: MeetingInHand): Promise<CivilDate> {
  const agenda = await tx.of(MeetingRepository).listAgenda(meeting.id);
  const asksDismissal = agenda.some(({ question }) => question === 'akim-dismissal');
  return handoverBy(meeting.heldOn, { body: meeting.kind, asksDismissal }, place.overrides);
}

/** A hall looked at before an opening. */
export interface HallFound {
  readonly members: number;
  readonly quorum: Quorum;
  readonly officers: MeetingOfficers;
  readonly openedAt: Date;
}

/** Members with the right to take part, the quorum at the opening, who leads and who writes. */
export async function lookAround(
  { tx, meeting, place, now }: MeetingInHand,
  opening: MeetingOpening,
): Promise<HallFound> {
  const hall = await tx.of(HallRepository).find(meeting.id);
  const present = hall.people.map(({ id }) => id);
  const officers = await officersOf(tx, { meeting, present }, opening);
  const openedAt = opening.openedAt ?? now.at;
  const isEarly = !hasDayCome(meeting, openedAt) || openedAt > now.at;
  assertNoFaults('meeting.invalid', [
    ...(isEarly ? [{ code: 'meeting.not_yet', field: 'openedAt' }] : []),
    ...officerFaults(officers, present),
  ]);
  const members = await membersOf(tx, meeting);
  const counted = { meeting, members, hall, overrides: place.overrides };
  return { members, quorum: hallQuorum(counted, openedAt), officers, openedAt };
}

/**
 * Opens a meeting that has its quorum; the number of members is fixed from here on.
 *
 * @throws DomainError rule-violated `meeting.no_quorum` with the arithmetic
 */
export async function openHall(
  inHand: MeetingInHand,
  opening: MeetingOpening,
): Promise<{ readonly meeting: MeetingRecord; readonly quorum: Quorum }> {
  const { members, quorum, officers: named, openedAt } = await lookAround(inHand, opening);
  if (!quorum.met)
    throw new DomainError('rule-violated', 'meeting.no_quorum', quorumDetails(quorum));
  const { tx, actor, meeting } = inHand;
  const officers = await withSecretary(inHand, named, openedAt);
  const opened = await tx
    .of(MeetingRepository)
    .move(meeting, 'open', { members, openedAt, ...officers });
  const after = { state: opened.state, members, present: quorum.present };
  await tx
    .of(AuditEntryRepository)
    .add(actor, auditedMeeting(meeting, 'meeting.opened', { after }));
  return { meeting: opened, quorum };
}

/** Where nobody else was named, whoever keeps the record writes, as a guest in the hall. */
export async function withSecretary(
  { tx, actor, meeting }: MeetingInHand,
  { chairId, secretaryId }: MeetingOfficers,
  at: Date,
): Promise<MeetingOfficers> {
  if (secretaryId !== null) return { chairId, secretaryId };
  await tx.of(HallRepository).addGuest(meeting.id, actor.personId, at);
  return { chairId, secretaryId: actor.personId };
}

async function officersOf(
  tx: Transaction,
  { meeting, present }: { readonly meeting: MeetingRecord; readonly present: readonly string[] },
  { chairId, secretaryId }: MeetingOfficers,
): Promise<MeetingOfficers> {
  const { bodyId, heldOn } = meeting;
  const delegates = bodyId ? await tx.of(MeetingRepository).listDelegates(bodyId, heldOn) : [];
  const there = delegates.filter(({ id }) => present.includes(id));
  const holder = (post: string) => there.find((delegate) => delegate.post === post)?.id ?? null;
  return { chairId: chairId ?? holder('chair'), secretaryId: secretaryId ?? holder('secretary') };
}

/** Who is not named yet may be named later, before the minutes are signed. */
export function officerFaults(
  { chairId, secretaryId }: MeetingOfficers,
  present: readonly string[],
): readonly Fault[] {
  const isAway = (id: string | null) => id !== null && !present.includes(id);
  const faults: Fault[] = [];
  if (isAway(chairId)) faults.push({ code: 'meeting.chair_not_there', field: 'chair' });
  if (isAway(secretaryId)) faults.push({ code: 'meeting.secretary_not_there', field: 'secretary' });
  if (chairId !== null && chairId === secretaryId)
    faults.push({ code: 'minutes.chair_is_secretary', field: 'secretary' });
  return faults;
}

/** The arithmetic of a quorum, as a refusal and the audit trail tell it. */
export function quorumDetails({ members, present, required, missing }: Quorum) {
  return { members, present, required, missing };
}
