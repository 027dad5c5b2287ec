import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { extensionFaults } from './extension-faults.js';
import { RoundExtensionRepository } from './round-extension.repository.js';
import { actingOnRounds } from './round.policy.js';
import { instantOf } from './round-request.js';
import { RoundRepository } from './round.repository.js';

/** A longer voting, as an officer asks for it: a last day, or an instant. */
export interface ExtensionRequest {
  readonly votingUntil: string;
  readonly reason: OfficialText;
}

/** An officer proposes that the voting run longer; nothing changes until another one confirms. */
@Injectable()
export class ProposeExtension {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns the id of the extension */
  async run(officer: SignedIn, roundId: string, request: ExtensionRequest): Promise<string> {
    const id = v7();
    const newUntil = instantOf(request.votingUntil, 'votingUntil');
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const actor = actingOnRounds(officer, round.territoryPath);
      const people = { proposedById: officer.personId, confirmedById: '' };
      const wanted = { until: newUntil, reason: request.reason, ...people };
      assertNoFaults('extension.invalid', extensionFaults(round, wanted));
      await tx.of(RoundExtensionRepository).add({
        id,
        roundId: round.id,
        formerUntil: round.calendar.votingUntil,
        newUntil,
        reasonKk: request.reason.kk,
        reasonRu: request.reason.ru,
        proposedBy: officer.personId,
        proposedAt: round.now,
        confirmedBy: null,
        confirmedAt: null,
      });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.extension_proposed',
        objectKind: 'round',
        objectId: round.id,
        territory: round.territory,
        before: { votingUntil: round.calendar.votingUntil },
        after: { extension: id, votingUntil: newUntil, reason: request.reason },
      });
    });
    return id;
  }
}
