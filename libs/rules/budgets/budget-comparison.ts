import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** Sums of a line through the life of a budget; null where it was not there, or is not yet. */
export interface ComparedLine {
  readonly line: number;
  readonly title: OfficialText;
  readonly draftTiyn: Tiyn | null;
  readonly adoptedTiyn: Tiyn | null;
  readonly refinedTiyn: Tiyn | null;
  readonly executedTiyn: Tiyn | null;
}

interface NumberedLine {
  readonly number: number;
  readonly title: OfficialText;
  readonly amountTiyn: Tiyn;
}

/** Lines as they stood at the acts of a budget; null for an act that did not happen. */
export interface ComparedActs {
  readonly draft: readonly NumberedLine[];
  readonly adopted: readonly NumberedLine[] | null;
  /** After the last refinement. */
  readonly refined: readonly NumberedLine[] | null;
  /** Paid by line, from the beginning of the year. */
  readonly executed: ReadonlyMap<number, Tiyn> | null;
}

/**
 * Every line that ever was, by number: draft, adopted, refined, executed. A line that an act left
 * out has nothing there, which is 0; where the act did not happen, or nothing is told of what was
 * paid, it is null.
 *
 * @example compareLines({ draft: [a], adopted: [], refined: null, executed: null })[0]?.adoptedTiyn // → 0n
 */
export function compareLines(acts: ComparedActs): readonly ComparedLine[] {
  const { draft, adopted, refined, executed } = acts;
  const known = new Map<number, NumberedLine>();
  for (const line of [...(refined ?? []), ...(adopted ?? []), ...draft])
    if (!known.has(line.number)) known.set(line.number, line);
  return [...known.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, title }) => ({
      line: number,
      title,
      draftTiyn: sumAt(draft, number),
      adoptedTiyn: adopted && sumAt(adopted, number),
      refinedTiyn: refined && sumAt(refined, number),
      executedTiyn: executed?.get(number) ?? null,
    }));
}

/** The last plan of a line: refined, else adopted, else the draft's. */
export function plannedTiyn({ draftTiyn, adoptedTiyn, refinedTiyn }: ComparedLine): Tiyn {
  return refinedTiyn ?? adoptedTiyn ?? draftTiyn ?? 0n;
}

/** All lines in one, without number and title. */
export function comparisonTotal(lines: readonly ComparedLine[]) {
  const total = (of: (line: ComparedLine) => Tiyn | null): Tiyn | null =>
    lines.every((line) => of(line) === null)
      ? null
      : lines.reduce((sum, line) => sum + (of(line) ?? 0n), 0n);
  return {
    draftTiyn: total(({ draftTiyn }) => draftTiyn),
    adoptedTiyn: total(({ adoptedTiyn }) => adoptedTiyn),
    refinedTiyn: total(({ refinedTiyn }) => refinedTiyn),
    executedTiyn: total(({ executedTiyn }) => executedTiyn),
  };
}

function sumAt(lines: readonly NumberedLine[], number: number): Tiyn {
  return lines.find((line) => line.number === number)?.amountTiyn ?? 0n;
}
