import { isKatoWithin } from '#rules/registry/kato.js';
import { canStandUnder, isTopLevel, type TerritoryLevel } from '#rules/registry/territory-level.js';
import type { LineFault, UnitOnLine } from './unit-on-line.js';
import type { TerritoryRow } from './territory.reader.js';

/** What is already in the registry about a unit that lines may refer to. */
export type KnownUnit = Pick<TerritoryRow, 'kato' | 'level' | 'path'>;

export interface TerritoryTree {
  /** Parents before children. */
  readonly units: readonly TerritoryRow[];
  readonly faults: readonly LineFault[];
  /** Oddities that are imported all the same. */
  readonly oddities: readonly LineFault[];
}

/**
 * Puts the lines of a file and the known units together into one tree: every parent and successor
 * is there, and levels stand under levels that may carry them, so that no circle is possible.
 */
export function buildTerritoryTree(
  lines: readonly UnitOnLine[],
  known: readonly KnownUnit[],
): TerritoryTree {
  const wood = new Wood(lines, known);
  const faults = lines.flatMap((line) => wood.faultsOf(line));
  const oddities = lines.flatMap((line) => digitOddities(line));
  if (faults.length > 0) return { units: [], faults, oddities };
  const units = lines.map(({ unit }) => ({ ...unit, path: wood.pathOf(unit.kato)! }));
  return { units: inWritingSequence(units), faults, oddities };
}

class Wood {
  private readonly byKato: ReadonlyMap<string, UnitOnLine>;
  private readonly known: ReadonlyMap<string, KnownUnit>;

  constructor(lines: readonly UnitOnLine[], known: readonly KnownUnit[]) {
    this.byKato = new Map(lines.map((line) => [line.unit.kato, line]));
    this.known = new Map(known.map((unit) => [unit.kato, unit]));
  }

  faultsOf(on: UnitOnLine): LineFault[] {
    const { line, unit } = on;
    const faults: LineFault[] = [];
    if (this.byKato.get(unit.kato) !== on)
      faults.push({ line, code: 'import.kato_twice', column: 'kato', value: unit.kato });
    if (unit.succeededBy !== null && !this.has(unit.succeededBy))
      faults.push(unknown(line, 'succeeded_by', unit.succeededBy));
    return [...faults, ...this.parentFaults(on)];
  }

  /** Codes from the top down; null where a unit on the way up has a fault of its own. */
  pathOf(kato: string, below: readonly string[] = []): readonly string[] | null {
    if (below.includes(kato)) return null;
    const unit = this.byKato.get(kato)?.unit;
    if (unit === undefined) return this.known.get(kato)?.path ?? null;
    if (unit.parentKato === null) return [kato];
    const above = this.pathOf(unit.parentKato, [...below, kato]);
    return above === null ? null : [...above, kato];
  }

  private has(kato: string): boolean {
    return this.byKato.has(kato) || this.known.has(kato);
  }

  private parentFaults({ line, unit }: UnitOnLine): LineFault[] {
    if (unit.parentKato === null) return [];
    if (!this.has(unit.parentKato)) return [unknown(line, 'parent', unit.parentKato)];
    const level = unit.level as TerritoryLevel;
    const parent = this.levelOf(unit.parentKato);
    if (isTopLevel(level) || !canStandUnder(level, parent))
      return [{ line, code: 'import.level_under_level', column: 'level', value: level }];
    return [];
  }

  private levelOf(kato: string): TerritoryLevel {
    return (this.byKato.get(kato)?.unit.level ?? this.known.get(kato)?.level) as TerritoryLevel;
  }
}

function unknown(line: number, column: string, value: string): LineFault {
  return { line, code: 'import.kato_unknown', column, value };
}

/** Codes move between editions, so digits that contradict the parent are only worth a look. */
function digitOddities({ line, unit }: UnitOnLine): LineFault[] {
  if (unit.parentKato === null || isKatoWithin(unit.kato, unit.parentKato)) return [];
  return [{ line, code: 'import.digits_contradict_parent', column: 'parent', value: unit.kato }];
}

function inWritingSequence(units: readonly TerritoryRow[]): TerritoryRow[] {
  return units.toSorted((a, b) => a.path.length - b.path.length || (a.kato < b.kato ? -1 : 1));
}
