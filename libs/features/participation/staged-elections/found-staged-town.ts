import { v7 } from 'uuid';
import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ResidentRepository } from '../../registry/residents/resident.repository.js';
import type { RollEntries } from '../../registry/residents/roll-entries.js';
import { TerritoryRepository } from '../../registry/territories/territory.repository.js';
import {
  onTheRoll,
  STAGED_NAME,
  STAGED_OFFICERS,
  STAGED_TOWN,
  type StagedPerson,
} from './staged-town.js';

/** Small enough that a busy database stores it well within its time limit. */
const RESIDENTS_AT_ONCE = 2_000;

/** Founds the invented okrug of replayed elections, with its officers and as many voters as needed. */
export class FoundStagedTown {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: RollEntries,
  ) {}

  /** @param onStored called with the number of voters stored so far */
  async run(voters: readonly StagedPerson[], onStored: (count: number) => void): Promise<void> {
    await this.unitOfWork.run((tx) => tx.of(TerritoryRepository).put(STAGED_TOWN));
    await this.appoint(await this.enrol(STAGED_OFFICERS));
    for (let from = 0; from < voters.length; from += RESIDENTS_AT_ONCE) {
      const part = voters.slice(from, from + RESIDENTS_AT_ONCE);
      await this.enrol(part);
      onStored(from + part.length);
    }
  }

  private enrol(people: readonly StagedPerson[]): Promise<string[]> {
    const residents = people.map((person) => this.entries.of(onTheRoll(person)));
    return this.unitOfWork.run((tx) => tx.of(ResidentRepository).addAll(residents));
  }

  private async appoint(officers: readonly string[]): Promise<void> {
    const holdings = officers.map((residentId) => ({
      id: v7(),
      residentId,
      role: 'officer',
      territoryKato: STAGED_TOWN.kato,
      postKk: 'Округ әкімі аппаратының маманы',
      postRu: 'Специалист аппарата акима округа',
      heldFrom: STAGED_TOWN.validFrom,
      heldUntil: null,
    }));
    await this.unitOfWork.run(async (tx) => {
      for (const holding of holdings) await tx.of(ResidentRepository).addRole(holding, STAGED_NAME);
    });
  }
}
