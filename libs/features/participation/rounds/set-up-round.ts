import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { v7 } from 'uuid';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { prepareRound, type PreparedRound } from './prepare-round.js';
import type { RoundRequest } from './round-request.js';
import { actingOnRounds } from './round.policy.js';
import { RoundRepository } from './round.repository.js';

/** A round of one territory and year, as an officer asks for it. */
export interface NewRoundRequest extends RoundRequest {
  readonly territory: string;
  readonly year: number;
  /** The round that it was copied from. */
  readonly copiedFrom?: string;
}

/** An officer sets up a round: from then on the public sees it and its calendar runs. */
@Injectable()
export class SetUpRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly territories: TerritoryReader,
  ) {}

  /** @returns the id of the new round */
  async run(officer: SignedIn, request: NewRoundRequest): Promise<string> {
    const territory = await this.territories.get(request.territory);
    const actor = actingOnRounds(officer, territory.path);
    const prepared = await this.prepare(request);
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const copiedFrom = request.copiedFrom ?? null;
      await tx.of(RoundRepository).add({ id, copiedFrom, ...prepared.columns }, prepared.pots);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.set_up',
        objectKind: 'round',
        objectId: id,
        territory: territory.kato,
        after: { ...prepared.columns, pots: prepared.pots },
      });
    });
    return id;
  }

  private async prepare(request: NewRoundRequest): Promise<PreparedRound> {
    const { at, today } = await this.clock.now();
    const katos = request.pots.map((pot) => pot.territory);
    const [place, potUnits] = await Promise.all([
      this.territories.getBudgetPlace(request.territory),
      this.territories.getMany(katos),
    ]);
    const { territory, year } = request;
    return prepareRound(request, { territory, year, place, potUnits, today, now: at });
  }
}
