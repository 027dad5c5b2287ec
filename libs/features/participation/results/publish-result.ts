import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { RoundReader } from '../rounds/round.reader.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { QuarantineRepository } from './quarantine/quarantine.repository.js';
import { ResultPublished } from './result.events.js';
import { actingOnCounts } from './result.policy.js';
import { ResultRepository } from './result.repository.js';
import { assertUnpublished } from './store-repeated-tally.js';
import { type StoredCount, winningNumbers } from './stored-count.js';
import { TallyRepository } from './tally.repository.js';

/**
 * Makes a result final: another officer than the one who recorded the decision publishes it, and
 * in the same moment every project of the ballot becomes a winner or not selected.
 */
@Injectable()
export class PublishResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
  ) {}

  /** @throws DomainError rule-violated `result.not_decided`; conflict `quarantine.undecided`; forbidden `result.second_person_needed` */
  async run(officer: SignedIn, roundId: string): Promise<void> {
    const { territoryPath } = await this.rounds.getPublic(roundId);
    const actor = actingOnCounts(officer, territoryPath);
    await this.unitOfWork.run(async (tx) => {
      const rounds = tx.of(RoundRepository);
      const round = await rounds.getForClosing(roundId);
      assertUnpublished(round);
      await tx.of(QuarantineRepository).assertNoneOpen(roundId);
      const { id: tallyId, outcome } = await tx.of(TallyRepository).getLatest(roundId);
      await assertDecidedByAnother(tx, tallyId, actor.personId);
      await tx.of(ResultRepository).publish(tallyId, actor.personId);
      await rounds.recordPublication(roundId);
      const winners = await settleProposals(tx, tallyId, outcome);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'result.published',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { tally: tallyId, winners },
      });
      await tx.of(OutboxRepository).add(new ResultPublished({ roundId, tallyId, winners }));
    });
  }
}

async function assertDecidedByAnother(
  tx: Transaction,
  tallyId: string,
  personId: string,
): Promise<void> {
  const { decidedBy } = await tx.of(ResultRepository).getDecision(tallyId);
  if (decidedBy === personId) throw new DomainError('forbidden', 'result.second_person_needed');
}

/** @returns the proposals that won, in the sequence of selection */
async function settleProposals(
  tx: Transaction,
  tallyId: string,
  { pots }: StoredCount,
): Promise<string[]> {
  const struck = await tx.of(ResultRepository).listStruck(tallyId);
  const winning = winningNumbers({ pots }).filter((number) => !struck.includes(number));
  const projects = pots.flatMap((pot) => pot.projects);
  const winners = winning.map(
    (number) => projects.find((each) => each.number === number)!.proposal,
  );
  const proposals = tx.of(ProposalRepository);
  for (const { proposal } of projects.toSorted((a, b) => (a.proposal < b.proposal ? -1 : 1))) {
    const locked = await proposals.getForChange(proposal);
    const won = winners.includes(proposal);
    if (locked.state !== 'withdrawn') await proposals.move(locked, won ? 'select' : 'pass-over');
    else if (won) throw new DomainError('rule-violated', 'result.winner_withdrawn', { proposal });
  }
  return winners;
}
