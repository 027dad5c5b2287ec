import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { extensionFaults } from './extension-faults.js';
import type { RoundExtensionRecord } from './round-extension.record.js';
import { RoundExtensionRepository } from './round-extension.repository.js';
import { actingOnRounds } from './round.policy.js';
import type { RoundRow } from './round-row.js';
import { RoundRepository } from './round.repository.js';

/** A second officer confirms an extension: from this instant the voting runs longer. */
@Injectable()
export class ConfirmExtension {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns the id of the round */
  async run(officer: SignedIn, extensionId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const extensions = tx.of(RoundExtensionRepository);
      const { roundId } = await extensions.get(extensionId);
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const actor = actingOnRounds(officer, round.territoryPath);
      const extension = await extensions.get(extensionId);
      assertStillWanted(extension, round);
      assertNoFaults('extension.invalid', faultsOf(extension, round, officer));
      await extensions.recordConfirmation(extensionId, officer.personId, round.now);
      await tx.of(RoundRepository).extendVoting(roundId, extension.newUntil);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.extension_confirmed',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        before: { votingUntil: extension.formerUntil },
        after: { extension: extensionId, votingUntil: extension.newUntil },
      });
      return roundId;
    });
  }
}

function assertStillWanted(extension: RoundExtensionRecord, round: RoundRow): void {
  if (extension.confirmedAt !== null)
    throw new DomainError('conflict', 'extension.confirmed_already');
  if (extension.formerUntil.getTime() !== round.calendar.votingUntil.getTime())
    throw new DomainError('conflict', 'extension.outdated');
}

function faultsOf(extension: RoundExtensionRecord, round: RoundRow, officer: SignedIn) {
  return extensionFaults(round, {
    until: extension.newUntil,
    reason: { kk: extension.reasonKk, ru: extension.reasonRu },
    proposedById: extension.proposedBy,
    confirmedById: officer.personId,
  });
}
