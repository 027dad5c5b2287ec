import { v7 } from 'uuid';
import type { Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { RollEntries } from '../residents/roll-entries.js';
import { ResidentRepository } from '../residents/resident.repository.js';
import { TerritoryRepository } from '../territories/territory.repository.js';
import { DEMO_OFFICES } from './demo-offices.js';
import { DEMO_PEOPLE } from './demo-people.js';
import type { DemoPerson } from './demo-person.js';
import { DEMO_TERRITORIES } from './demo-territories.js';

const REGISTERED_FROM = '2020-01-01';
const ROLES_FROM = '2024-01-01';

/** Founds the invented oblast with its people in every role; running it again changes nothing. */
export class FoundDemoTown {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: RollEntries,
  ) {}

  /** @returns ids of the people by their invented IIN */
  async run(): Promise<ReadonlyMap<string, string>> {
    const entries = DEMO_PEOPLE.map((person) => this.entryOf(person));
    return this.unitOfWork.run(async (tx) => {
      const ids = new Map<string, string>();
      for (const unit of DEMO_TERRITORIES) await tx.of(TerritoryRepository).put(unit);
      for (const [kato, office] of DEMO_OFFICES)
        await tx.of(TerritoryRepository).putOffice(kato, office);
      const stored = await tx.of(ResidentRepository).addAll(entries);
      DEMO_PEOPLE.forEach((person, place) => ids.set(person.iin, stored[place]!));
      for (const person of DEMO_PEOPLE) await giveRoles(tx, person, ids.get(person.iin)!);
      return ids;
    });
  }

  private entryOf({ roles: _roles, territory, ...person }: DemoPerson) {
    return this.entries.of({
      ...person,
      territoryKato: territory,
      registeredFrom: REGISTERED_FROM,
    });
  }
}

/** Who is a deputy follows from a seat in the maslikhat. */
async function giveRoles(tx: Transaction, person: DemoPerson, residentId: string): Promise<void> {
  const roles = person.roles.filter(({ role }) => role !== 'deputy');
  for (const { role, territory, postKk, postRu } of roles)
    await tx.of(ResidentRepository).addRole(
      {
        id: v7(),
        residentId,
        role,
        territoryKato: territory,
        postKk,
        postRu,
        heldFrom: ROLES_FROM,
        heldUntil: null,
      },
      person,
    );
}
