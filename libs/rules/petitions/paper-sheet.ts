import type { Fault } from '#rules/kernel/domain-error.js';

export const LINE_MARKS = ['signed', 'illegible', 'blank'] as const;

export type LineMark = (typeof LINE_MARKS)[number];

/** One line of a sheet as somebody read it; `who` is the signer's pseudonym, never an IIN. */
export interface ReadLine {
  readonly mark: LineMark;
  readonly who: string | null;
}

/** All lines of a sheet as one person read them. */
export type SheetReading = readonly ReadLine[];

/** Where a sheet stands: who must read it next, or what it says. */
export type SheetStanding =
  | { readonly kind: 'to-read'; readonly pass: 1 | 2 | 3; readonly differing: readonly number[] }
  | { readonly kind: 'settled'; readonly lines: SheetReading };

/** A reading about to be entered. */
export interface SheetEntry {
  readonly clerkId: string;
  readonly earlierClerkIds: readonly string[];
  /** The deputy whose collection it is. */
  readonly deputyId: string | null;
  readonly lines: readonly { readonly mark: string; readonly who: string | null }[];
  /** How many lines the sheet has. */
  readonly expected: number;
}

const UNREADABLE: ReadLine = { mark: 'illegible', who: null };

/**
 * All faults of a reading: by somebody who has not read this sheet before and whose collection it
 * is not, with every line marked, and a person named on each signed one.
 *
 * @example assessSheetEntry({ clerkId: 'a', earlierClerkIds: ['a'], … }) // → [{ code: 'sheet.read_before' }]
 */
export function assessSheetEntry(entry: SheetEntry): readonly Fault[] {
  const { clerkId, earlierClerkIds, deputyId, lines, expected } = entry;
  const faults: Fault[] = [];
  if (earlierClerkIds.includes(clerkId)) faults.push({ code: 'sheet.read_before' });
  if (clerkId === deputyId) faults.push({ code: 'sheet.own_petition' });
  if (lines.length !== expected)
    faults.push({ code: 'sheet.lines_missing', field: 'lines', details: { expected } });
  return [...faults, ...lines.flatMap(lineFaults)];
}

/**
 * Numbers of the lines that two people read differently.
 *
 * @example differingLines([{ mark: 'blank', who: null }], [{ mark: 'signed', who: 'a' }]) // → [1]
 */
export function differingLines(first: SheetReading, second: SheetReading): readonly number[] {
  return first.flatMap((line, place) => (isSame(line, second[place]) ? [] : [place + 1]));
}

/**
 * Where a sheet stands after so many readings. Two that agree settle it; where they differ a third
 * person reads, and a line counts as two of the three read it. What all three read differently
 * nobody can read.
 *
 * @param readings one, two or three, in the sequence of their entry
 */
export function standingOfSheet(readings: readonly SheetReading[]): SheetStanding {
  const [first, second, third] = readings;
  if (!first) return { kind: 'to-read', pass: 1, differing: [] };
  if (!second) return { kind: 'to-read', pass: 2, differing: [] };
  const differing = differingLines(first, second);
  if (differing.length === 0) return { kind: 'settled', lines: first };
  if (!third) return { kind: 'to-read', pass: 3, differing };
  const lines = first.map((line, place) => agreed([line, second[place]!, third[place]!]));
  return { kind: 'settled', lines };
}

function agreed([first, second, third]: readonly [ReadLine, ReadLine, ReadLine]): ReadLine {
  if (isSame(first, second) || isSame(first, third)) return first;
  return isSame(second, third) ? second : UNREADABLE;
}

function isSame(one: ReadLine, other: ReadLine | undefined): boolean {
  return one.mark === other?.mark && one.who === other.who;
}

function lineFaults(
  { mark, who }: { readonly mark: string; readonly who: string | null },
  place: number,
): readonly Fault[] {
  const at = { field: `line${place + 1}`, details: { line: place + 1 } };
  if (!(LINE_MARKS as readonly string[]).includes(mark))
    return [{ code: 'sheet.line_unmarked', ...at }];
  return mark === 'signed' && who === null ? [{ code: 'sheet.signer_missing', ...at }] : [];
}
