import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { readTerritoryCsv } from './read-territory-csv.js';
import type { LineFault } from './unit-on-line.js';
import { buildTerritoryTree } from './territory-tree.js';
import type { TerritoryReader } from './territory.reader.js';
import { TerritoryRepository } from './territory.repository.js';

/** What came of a file: all of it or nothing. */
export interface ImportOutcome {
  readonly imported: number;
  readonly faults: readonly LineFault[];
  readonly oddities: readonly LineFault[];
}

/** Imports territorial units from a file; one fault anywhere and nothing is written. */
export class ImportTerritories {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly territories: TerritoryReader,
  ) {}

  async run(text: string): Promise<ImportOutcome> {
    const file = await readTerritoryCsv(text);
    const known = await this.territories.getMany(codesNamedIn(file.units));
    const tree = buildTerritoryTree(file.units, known);
    const faults = [...file.faults, ...tree.faults].toSorted((a, b) => a.line - b.line);
    if (faults.length > 0) return { imported: 0, faults, oddities: tree.oddities };
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(TerritoryRepository);
      // Successors may stand anywhere in the tree: units first, who succeeds whom afterwards.
      for (const unit of tree.units) await repository.put({ ...unit, succeededBy: null });
      for (const unit of tree.units) if (unit.succeededBy !== null) await repository.put(unit);
    });
    return { imported: tree.units.length, faults: [], oddities: tree.oddities };
  }
}

function codesNamedIn(
  lines: readonly { unit: { parentKato: string | null; succeededBy: string | null } }[],
): string[] {
  const codes = lines.flatMap(({ unit }) => [unit.parentKato, unit.succeededBy]);
  return [...new Set(codes.filter((code) => code !== null))];
}
