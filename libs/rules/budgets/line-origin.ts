import type { Fault } from '#rules/kernel/domain-error.js';

/** Where a line comes from; texts for people are `budgets.origins.<code>`. */
export const ORIGIN_KINDS = ['project', 'minutes', 'petition', 'akimat', 'law'] as const;

export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** Origins that are somebody's decision on record: they are named and used once. */
const RECORDED: readonly OriginKind[] = ['project', 'minutes', 'petition'];

/** The origin of a line; `id` names the record it rests on. */
export interface LineOrigin {
  readonly kind: OriginKind;
  readonly id: string | null;
}

/** A line known by its number and its origin. */
export interface OriginatedLine {
  readonly number: number;
  readonly origin: LineOrigin;
}

/** `isOriginKind('petition') // → true` */
export function isOriginKind(text: string): text is OriginKind {
  return (ORIGIN_KINDS as readonly string[]).includes(text);
}

/** Must this origin name a record, which then stands behind one line only? */
export function isRecordedOrigin(kind: OriginKind): boolean {
  return RECORDED.includes(kind);
}

/** Did residents want the line? `isFromResidents('akimat') // → false` */
export function isFromResidents(kind: OriginKind): boolean {
  return isRecordedOrigin(kind);
}

/** The record's key within a year: one line rests on it; null where an origin names none. */
export function originKeyOf({ kind, id }: LineOrigin): string | null {
  return isRecordedOrigin(kind) && id !== null ? `${kind}:${id}` : null;
}

/**
 * Faults of origins: a recorded one names its record, and no record stands behind two lines.
 *
 * @param isThere does the record exist, and did it come to a decision that money may follow?
 * @example assessOrigins([{ number: 1, origin: { kind: 'project', id: null } }], isThere)
 * // → [{ code: 'budget.origin_missing', field: 'origin', details: { line: 1 } }]
 */
export function assessOrigins(
  lines: readonly OriginatedLine[],
  isThere: (origin: LineOrigin) => boolean,
): readonly Fault[] {
  const used = new Map<string, number>();
  return lines.flatMap(({ number, origin }) => {
    const key = originKeyOf(origin);
    const details = { line: number };
    if (!isRecordedOrigin(origin.kind)) return [];
    if (key === null) return [{ code: 'budget.origin_missing', field: 'origin', details }];
    const first = used.get(key);
    used.set(key, first ?? number);
    if (first !== undefined)
      return [
        { code: 'budget.origin_used_twice', field: 'origin', details: { ...details, first } },
      ];
    return isThere(origin) ? [] : [{ code: 'budget.origin_unknown', field: 'origin', details }];
  });
}
