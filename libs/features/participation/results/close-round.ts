import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundRepository } from '../rounds/round.repository.js';
import type { RoundRow } from '../rounds/round-row.js';
import { RoundClosed } from './result.events.js';
import { actingOnCounts } from './result.policy.js';

/**
 * Ends the voting of a round. The exclusive lock waits for every ballot under way and keeps out
 * every later one; the database clock, read under the lock, never closes before the published
 * instant. Closing a closed round changes nothing.
 */
@Injectable()
export class CloseRound {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param officer null when the worker closes the round because its time has come
   * @throws DomainError rule-violated `result.voting_not_over`
   */
  async run(roundId: string, officer: SignedIn | null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rounds = tx.of(RoundRepository);
      const round = await rounds.getForClosing(roundId);
      const actor = officer && actingOnCounts(officer, round.territoryPath);
      if (round.closedAt) return;
      assertVotingOver(round);
      await rounds.recordClosure(roundId);
      if (actor) await tx.of(AuditEntryRepository).add(actor, closureOf(round));
      await tx.of(OutboxRepository).add(new RoundClosed(roundId));
    });
  }
}

function assertVotingOver({ now, calendar }: RoundRow): void {
  if (now >= calendar.votingUntil) return;
  const votingUntil = calendar.votingUntil;
  throw new DomainError('rule-violated', 'result.voting_not_over', { votingUntil });
}

function closureOf(round: RoundRow) {
  return {
    act: 'round.closed',
    objectKind: 'round',
    objectId: round.id,
    territory: round.territory,
  };
}
