import { Injectable } from '@nestjs/common';
import { Encrypter } from 'age-encryption';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assertOpeningKey } from '#rules/ledger/opening-key.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundReader } from '../../participation/rounds/round.reader.js';
import { actingOnSealedOpenings } from './opening.policy.js';
import { SealedOpeningRepository } from './sealed-opening.repository.js';

/**
 * Before the voting opens an auditor registers the public key to which the ballots will be sealed.
 * The private key never comes here: the portal cannot open what it has sealed.
 */
@Injectable()
export class RegisterOpeningKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
  ) {}

  /** @throws DomainError rule-violated `ledger.key_invalid`; conflict `ledger.key_registered_already` */
  async run(person: SignedIn, roundId: string, recipient: string): Promise<void> {
    const { secrecy, now, calendar, ...round } = await this.rounds.getPublic(roundId);
    const actor = actingOnSealedOpenings(person, round.territoryPath);
    const [at, votingFrom] = [now.getTime(), calendar.votingFrom.getTime()];
    assertOpeningKey({ secrecy, now: at, votingFrom }, recipient);
    assertKnown(recipient);
    await this.unitOfWork.run(async (tx) => {
      const registeredBy = actor.personId;
      await tx.of(SealedOpeningRepository).addKey({ roundId, recipient, registeredBy });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'openings.key_registered',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { recipient },
      });
    });
  }
}

/** The check sum of a key tells a slip of the pen. */
function assertKnown(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient);
  } catch {
    const faults = [{ code: 'ledger.key_unreadable', field: 'recipient' }];
    throw new DomainError('rule-violated', 'ledger.key_invalid', { faults });
  }
}
