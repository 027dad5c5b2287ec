import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { extensionFaults, type WantedExtension } from './extension-faults.js';
import type { RoundExtensionRecord } from './round-extension.record.js';
import { RoundExtensionRepository } from './round-extension.repository.js';
import { actingOnRounds } from './round.policy.js';
import { instantOf } from './round-request.js';
import type { RoundRow } from './round-row.js';
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
    const until = instantOf(request.votingUntil, 'votingUntil');
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const actor = actingOnRounds(officer, round.territoryPath);
      const { reason } = request;
      const wanted = { until, reason, proposedById: officer.personId, confirmedById: '' };
      assertNoFaults('extension.invalid', extensionFaults(round, wanted));
      await tx.of(RoundExtensionRepository).add(recordOf(id, round, wanted));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.extension_proposed',
        objectKind: 'round',
        objectId: round.id,
        territory: round.territory,
        before: { votingUntil: round.calendar.votingUntil },
        after: { extension: id, votingUntil: until, reason },
      });
    });
    return id;
  }
}

function recordOf(id: string, round: RoundRow, wanted: WantedExtension): RoundExtensionRecord {
  return {
    id,
    roundId: round.id,
    formerUntil: round.calendar.votingUntil,
    newUntil: wanted.until,
    reasonKk: wanted.reason.kk,
    reasonRu: wanted.reason.ru,
    proposedBy: wanted.proposedById,
    proposedAt: round.now,
    confirmedBy: null,
    confirmedAt: null,
  };
}
