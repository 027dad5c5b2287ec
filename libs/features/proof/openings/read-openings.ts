import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type Opening, openingsOf } from '#rules/ledger/opening.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundReader } from '../../participation/rounds/round.reader.js';
import type { RoundRow } from '../../participation/rounds/round-row.js';
import { actingOnSealedOpenings } from './opening.policy.js';
import { OpeningReader } from './opening.reader.js';
import { SealedOpeningReader } from './sealed-opening.reader.js';

/**
 * Opens the commitments of a closed round. Everybody reads them where the round promised so; where it
 * promised presence alone, only an auditor of the place does, and everybody sees that it was done.
 */
@Injectable()
export class ReadOpenings {
  constructor(
    private readonly rounds: RoundReader,
    private readonly openings: OpeningReader,
    private readonly sealed: SealedOpeningReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param person null where nobody is signed in
   * @throws DomainError not-found; rule-violated `result.not_closed`; forbidden `ledger.stays_closed`,
   * `ledger.sealed_for_auditor`
   */
  async run(roundId: string, person: SignedIn | null): Promise<readonly Opening[]> {
    const round = await this.rounds.getPublic(roundId);
    assertClosed(round);
    if (round.secrecy === 'presence') {
      await this.assertNotSealed(roundId);
      await this.recordUnsealing(round, person);
      return this.openings.listStanding(roundId);
    }
    const ballots = await this.openings.listCounted(roundId);
    const sizes = await this.openings.sizesOfBatches();
    return openingsOf(ballots, { sizes, smallest: SMALLEST_GROUP });
  }

  /** Where an auditor keeps the key, the portal opens nothing by itself. */
  private async assertNotSealed(roundId: string): Promise<void> {
    const keys = await this.sealed.listKeys(roundId);
    if (keys.length > 0) throw new DomainError('forbidden', 'ledger.sealed_for_auditor');
  }

  private async recordUnsealing(round: RoundRow, person: SignedIn | null): Promise<void> {
    if (!person?.roles.some(({ role }) => role === 'auditor'))
      throw new DomainError('forbidden', 'ledger.stays_closed');
    const actor = actingOnSealedOpenings(person, round.territoryPath);
    await this.unitOfWork.run((tx) =>
      tx.of(AuditEntryRepository).add(actor, {
        act: 'openings.read',
        objectKind: 'round',
        objectId: round.id,
        territory: round.territory,
      }),
    );
  }
}

function assertClosed({ closedAt, calendar }: RoundRow): void {
  if (closedAt) return;
  const { votingUntil } = calendar;
  throw new DomainError('rule-violated', 'result.not_closed', { votingUntil });
}
