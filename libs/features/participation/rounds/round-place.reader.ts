import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import type { RoundPlace } from './prepare-round.js';

/** What the registry, the local acts and the database clock say of the place of a round. */
@Injectable()
export class RoundPlaceReader {
  constructor(
    private readonly clock: DatabaseClock,
    private readonly territories: TerritoryReader,
    private readonly localActs: LocalOverrideReader,
  ) {}

  async getFor(
    territory: string,
    year: number,
    pots: readonly { readonly territory: string }[],
  ): Promise<RoundPlace> {
    const { at, today } = await this.clock.now();
    const [place, potUnits, overrides] = await Promise.all([
      this.territories.getBudgetPlace(territory),
      this.territories.getMany(pots.map((pot) => pot.territory)),
      this.localActs.listFor(territory),
    ]);
    return { territory, year, place, potUnits, overrides, today, now: at };
  }
}
