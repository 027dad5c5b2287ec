import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { AuditedAct } from '../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import { MeetingActs, type MeetingInHand } from '../meetings/meeting-acts.js';
import { MinutesReader } from './minutes.reader.js';
import type { MinutesRecord } from './minutes.record.js';
import { MinutesRepository } from './minutes.repository.js';

/** Minutes in the hands of somebody in office, locked with their meeting. */
export interface MinutesInHand extends MeetingInHand {
  readonly minutes: MinutesRecord;
}

/** What an act asks for before it may begin. */
export interface MinutesAsked {
  readonly minutesId: string;
  readonly roles?: readonly string[];
  /** Who acts, where it does not follow from a role. */
  readonly actor?: Actor;
}

/** Runs an act of a person in office on minutes: who may, the locks, one transaction. */
@Injectable()
export class MinutesActs {
  constructor(
    private readonly acts: MeetingActs,
    private readonly minutes: MinutesReader,
  ) {}

  /** @throws DomainError not-found `minutes.not_found`, forbidden `identity.role_needed` */
  async run<T>(
    person: SignedIn,
    { minutesId, ...asked }: MinutesAsked,
    act: (inHand: MinutesInHand) => Promise<T>,
  ): Promise<T> {
    const found = await this.minutes.find(minutesId);
    if (!found) throw new DomainError('not-found', 'minutes.not_found');
    const { meetingId } = found;
    return this.acts.run(person, { meetingId, ...asked }, async (inHand) => {
      const minutes = await inHand.tx.of(MinutesRepository).getOfMeeting(meetingId);
      return act({ ...inHand, minutes });
    });
  }
}

/** The line that an act on minutes leaves in the audit trail. */
export function auditedMinutes(
  { id, territoryKato }: Pick<MinutesRecord, 'id' | 'territoryKato'>,
  act: string,
  change: Pick<AuditedAct, 'before' | 'after'>,
): AuditedAct {
  return { act, objectKind: 'minutes', objectId: id, territory: territoryKato, ...change };
}
