import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ResidentRepository } from '../residents/resident.repository.js';
import type { RollEntries } from '../residents/roll-entries.js';
import { DEMO } from './demo-territories.js';
import { residentOf } from './demo-residents.js';

const REGISTERED_FROM = '2020-01-01';

/** Villages of the rural okrug, and the okrug itself, where some are registered without a village. */
const PLACES: readonly (readonly [territory: string, people: number])[] = [
  [DEMO.qarasuVillage, 126],
  [DEMO.aqbulaq, 68],
  [DEMO.tasotkel, 22],
  [DEMO.qarasu, 4],
];

const FIRST_NUMBER = 1_000;

/** More invented residents of one okrug: nobody signs in as them, they fill the demo's petitions. */
export class FoundDemoNeighbours {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: RollEntries,
  ) {}

  /** @returns their ids, people of all places by turns */
  async run(): Promise<readonly string[]> {
    const people = neighbours().map(({ roles: _roles, territory, ...person }) =>
      this.entries.of({ ...person, territoryKato: territory, registeredFrom: REGISTERED_FROM }),
    );
    return this.unitOfWork.run((tx) => tx.of(ResidentRepository).addAll(people));
  }
}

function neighbours() {
  const numbers = PLACES.flatMap(([territory, people]) =>
    Array.from({ length: people }, () => territory),
  );
  const everybody = numbers.map((territory, place) =>
    residentOf(territory, { number: FIRST_NUMBER + place, isUnderAge: false }),
  );
  // By turns, so that the first hundred of them come from every village.
  return everybody.toSorted((a, b) => (a.iin.slice(4) < b.iin.slice(4) ? -1 : 1));
}
