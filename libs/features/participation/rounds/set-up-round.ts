import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { v7 } from 'uuid';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { prepareRound } from './prepare-round.js';
import { RoundPlaceReader } from './round-place.reader.js';
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
    private readonly territories: TerritoryReader,
    private readonly places: RoundPlaceReader,
  ) {}

  /** @returns the id of the new round */
  async run(officer: SignedIn, request: NewRoundRequest): Promise<string> {
    const territory = await this.territories.get(request.territory);
    const actor = actingOnRounds(officer, territory.path);
    const where = await this.places.getFor(territory.kato, request.year, request.pots);
    const prepared = prepareRound(request, where);
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const copiedFrom = request.copiedFrom ?? null;
      await tx.of(RoundRepository).add({ id, copiedFrom, ...prepared.columns }, prepared.pots);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.set_up',
        objectKind: 'round',
        objectId: id,
        territory: territory.kato,
        after: { copiedFrom, ...prepared.columns, pots: prepared.pots },
      });
    });
    return id;
  }
}
