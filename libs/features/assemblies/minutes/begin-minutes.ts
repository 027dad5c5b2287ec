import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MeetingActs, type MeetingInHand } from '../meetings/meeting-acts.js';
import { minutesDueOf } from '../meetings/meeting-opening.js';
import { MeetingRepository } from '../meetings/meeting.repository.js';
import { auditedMinutes } from './minutes-acts.js';
import type { MinutesRecord } from './minutes.record.js';
import { MinutesRepository } from './minutes.repository.js';

/** The secretary begins the minutes of a meeting that is over, or ends here; once for each meeting. */
@Injectable()
export class BeginMinutes {
  constructor(private readonly acts: MeetingActs) {}

  /** @returns the id of the minutes, also where they were begun before */
  async run(person: SignedIn, meetingId: string): Promise<string> {
    const id = v7();
    return this.acts.run(person, { meetingId }, async (inHand) => {
      const { tx, actor, now } = inHand;
      const minutes = tx.of(MinutesRepository);
      const known = await minutes.findOfMeeting(meetingId);
      if (known) return known.id;
      const meeting = await over(inHand);
      const { territoryKato, heldOn, minutesDueOn } = meeting;
      const number = await minutes.nextNumber(territoryKato, heldOn.slice(0, 4));
      const due = { dueOn: minutesDueOn!, createdAt: now.at };
      const begun: MinutesRecord = { ...EMPTY, id, number, meetingId, territoryKato, ...due };
      await minutes.add(begun);
      const audited = auditedMinutes(begun, 'minutes.begun', { after: { number } });
      await tx.of(AuditEntryRepository).add(actor, audited);
      return id;
    });
  }
}

/** A meeting under way ends with the beginning of its minutes. */
async function over(inHand: MeetingInHand) {
  const { tx, meeting, now } = inHand;
  const { state } = meeting;
  if (state === 'held' || state === 'without-quorum') return meeting;
  if (state !== 'under-way')
    throw new DomainError('conflict', 'minutes.meeting_not_over', { state });
  const minutesDueOn = await minutesDueOf(inHand);
  return tx.of(MeetingRepository).move(meeting, 'close', { closedAt: now.at, minutesDueOn });
}

const EMPTY = {
  state: 'draft',
  shownOn: null,
  remarksUntil: null,
  document: null,
  digest: null,
  frozenAt: null,
  sentAt: null,
  publishedAt: null,
  searchText: '',
  version: 1,
} as const;
