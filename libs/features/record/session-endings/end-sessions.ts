import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { Actor } from '../../registry/officers/actor.js';
import { AuditEntryRepository } from '../audit-trail/audit-entry.repository.js';
import { endingSessionsOf } from './session-ending.policy.js';
import { SessionEndingRepository } from './session-ending.repository.js';

/** Whose sessions end, and why. */
export interface SessionEnding {
  /** Null: everybody's. */
  readonly iin: string | null;
  readonly reason: string;
}

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/**
 * An administrator signs a person out everywhere, or everybody: a telephone was stolen, a key has
 * leaked. The public trail says how many and why; who it was stays between them.
 */
@Injectable()
export class EndSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /**
   * @returns how many sessions ended
   * @throws DomainError forbidden `identity.role_needed`, not-found `identity.not_on_the_roll`,
   *   rule-violated for a bad reason
   */
  async run(person: SignedIn, { iin, reason }: SessionEnding): Promise<number> {
    assertNoFaults('session_ending.invalid', faultsOfReason(reason));
    return this.unitOfWork.run(async (tx) => {
      const { actor, personId } =
        iin === null
          ? { actor: endingSessionsOf(person, null), personId: null }
          : await this.findFor(tx, person, iin);
      const ended = await tx.of(SessionEndingRepository).end(personId);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'portal.sessions_ended',
        objectKind: 'portal',
        objectId: personId === null ? 'sessions-of-everybody' : 'sessions-of-a-person',
        territory: actor.territory,
        after: { count: ended, reason },
      });
      return ended;
    });
  }

  private async findFor(
    tx: Transaction,
    person: SignedIn,
    iin: string,
  ): Promise<{ actor: Actor; personId: string }> {
    const found = await tx.of(SessionEndingRepository).findByPseudonym(this.pseudonyms.of(iin));
    if (!found) throw new DomainError('not-found', 'identity.not_on_the_roll');
    return { actor: endingSessionsOf(person, found.territoryPath), personId: found.id };
  }
}

function faultsOfReason(reason: string): readonly Fault[] {
  const { length } = reason.trim();
  return [
    ...(length < SHORTEST_REASON ? [{ code: 'switch.reason_too_short', field: 'reason' }] : []),
    ...(length > LONGEST_REASON ? [{ code: 'switch.reason_too_long', field: 'reason' }] : []),
  ];
}
