import { Injectable } from '@nestjs/common';
import {
  TerritoryReader,
  type TerritoryRow,
} from '#features/registry/territories/territory.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Finds the units that a deputy's maslikhats cover: their own, and all below. */
@Injectable()
export class OwnUnits {
  constructor(private readonly territories: TerritoryReader) {}

  async list(person: SignedIn): Promise<TerritoryRow[]> {
    const maslikhats = person.roles
      .filter(({ role }) => role === 'deputy')
      .map(({ territory }) => territory);
    const all = await this.territories.listAll();
    return all.filter(({ path }) => path.some((kato) => maslikhats.includes(kato)));
  }
}
