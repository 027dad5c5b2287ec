/** How deep a KATO code goes: AB oblast, CD district or city, EF okrug or city district, HIJ village. */
export type KatoDepth = 1 | 2 | 3 | 4;

/** Where each part of AB CD EF HIJ ends. */
const PART_ENDS: Readonly<Record<KatoDepth, number>> = { 1: 2, 2: 4, 3: 6, 4: 9 };
const DEPTHS: readonly KatoDepth[] = [4, 3, 2, 1];

/**
 * Is this a code of the classifier of administrative units? Nine digits; only the okrug
 * may be left out above a village.
 *
 * Editions move codes (Abai, Zhetisu and Ulytau in 2022), so a code is kept with its validity dates
 * and its parent; the digits alone never decide who belongs to whom.
 *
 * @law `law.md` 5.1
 * @example isKato('710000000') // → true
 * @example isKato('710100') // → false
 */
export function isKato(code: string): boolean {
  return /^\d{9}$/.test(code) && !code.startsWith('00') && !hasGap(code);
}

/** Depth of a code: `katoDepthOf('750000000') // → 1`, `katoDepthOf('391035100') // → 4`. */
export function katoDepthOf(code: string): KatoDepth {
  return DEPTHS.find((depth) => Number(partAt(code, depth)) > 0) ?? 1;
}

/**
 * Do the digits place one unit inside another? A hint for checking an import, where a parent that
 * contradicts the digits is reported as an oddity; a unit is not inside itself.
 *
 * @example isKatoWithin('391035100', '391000000') // → true
 */
export function isKatoWithin(inner: string, outer: string): boolean {
  return inner !== outer && inner.startsWith(outer.slice(0, PART_ENDS[katoDepthOf(outer)]));
}

function hasGap(code: string): boolean {
  const depth = katoDepthOf(code);
  return ([1, 2] as const).some((part) => part < depth && Number(partAt(code, part)) === 0);
}

function partAt(code: string, depth: KatoDepth): string {
  const start = depth === 1 ? 0 : PART_ENDS[(depth - 1) as KatoDepth];
  return code.slice(start, PART_ENDS[depth]);
}
