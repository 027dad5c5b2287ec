import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundReader } from '../../participation/rounds/round.reader.js';
import { actingOnSealedOpenings } from './opening.policy.js';
import { SealedOpeningReader } from './sealed-opening.reader.js';

/** Gives an auditor the sealed file; everybody sees in the record of acts that it was taken. */
@Injectable()
export class TakeSealedOpenings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly sealed: SealedOpeningReader,
  ) {}

  /** @throws DomainError not-found `ledger.not_sealed` */
  async run(person: SignedIn, roundId: string): Promise<Buffer> {
    const round = await this.rounds.getPublic(roundId);
    const actor = actingOnSealedOpenings(person, round.territoryPath);
    const bytes = await this.sealed.getBytes(roundId);
    await this.unitOfWork.run((tx) =>
      tx.of(AuditEntryRepository).add(actor, {
        act: 'openings.sealed_taken',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
      }),
    );
    return bytes;
  }
}
