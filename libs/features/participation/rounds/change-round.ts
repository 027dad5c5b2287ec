import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundPlaceReader } from './round-place.reader.js';
import { prepareRound, type PreparedRound } from './prepare-round.js';
import { assertChangeable, movedPastFaults } from './round-change.js';
import { actingOnRounds } from './round.policy.js';
import type { RoundRequest } from './round-request.js';
import { termsOf } from './round-terms-of.js';
import { RoundReader } from './round.reader.js';
import { RoundRepository } from './round.repository.js';
import type { RoundRow } from './round-row.js';

/** What is to be different; what is left out stays. */
export type RoundChange = Partial<RoundRequest>;

/** An officer changes a round before its voting opens. */
@Injectable()
export class ChangeRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly places: RoundPlaceReader,
  ) {}

  /** @param version the version that the officer saw */
  async run(
    officer: SignedIn,
    { id, version }: { readonly id: string; readonly version: number },
    change: RoundChange,
  ): Promise<void> {
    const seen = await this.rounds.getPublic(id);
    const where = await this.places.getFor(seen.territory, seen.year, change.pots ?? seen.pots);
    await this.unitOfWork.run(async (tx) => {
      const rounds = tx.of(RoundRepository);
      const round = await rounds.getForChange(id);
      const actor = actingOnRounds(officer, round.territoryPath);
      assertCurrent(round.version, version);
      assertChangeable(round);
      const prepared = prepareRound(changedTerms(round, change), where);
      assertNoFaults('round.invalid', movedPastFaults(round, instantsIn(prepared)));
      await rounds.change(id, prepared.columns);
      await rounds.putPots(id, prepared.pots);
      await rounds.bumpPaperVersion(id);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.change',
        objectKind: 'round',
        objectId: id,
        territory: round.territory,
        before: termsOf(round),
        after: change,
      });
    });
  }
}

function changedTerms(round: RoundRow, change: RoundChange): RoundRequest {
  const current = termsOf(round);
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  const calendar = { ...current.calendar, ...withoutGaps(change.calendar ?? {}) };
  return { ...current, ...Object.fromEntries(said), calendar };
}

function withoutGaps(calendar: NonNullable<RoundRequest['calendar']>): object {
  return Object.fromEntries(Object.entries(calendar).filter(([, value]) => value !== undefined));
}

function instantsIn({ columns }: PreparedRound) {
  const { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy } = columns;
  return { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy };
}
