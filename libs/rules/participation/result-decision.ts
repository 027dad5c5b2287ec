import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { publicValueFaults, type PublicValue } from './lottery-promise.js';
import { isRefusalGround, type RefusalGround } from './refusal-grounds.js';

/** A winner that the Expert Council does not confirm, and why. */
export interface Strike {
  /** Number on the ballot. */
  readonly number: number;
  readonly ground: string;
  readonly text: OfficialText;
}

/** The Expert Council's decision on a provisional result, as it is recorded. */
export interface ResultDecision {
  readonly protocolNumber: string;
  readonly text: OfficialText;
  readonly strikes: readonly Strike[];
}

/** A strike whose ground stands in the closed list. */
export interface LawfulStrike extends Strike {
  readonly ground: RefusalGround;
}

/**
 * The strikes of a decision that may stand. The count itself is never touched: what the Council
 * does not confirm is shown with its ground and text, and its money stays unspent.
 *
 * @param winners numbers on the ballot of the projects that the count selected
 * @law PR p. 83 (the Council decides on the result), pp. 76, 77, 79–81 (the grounds)
 * @throws DomainError rule-violated `result.decision_invalid` with all faults
 * @example getLawfulStrikes({ protocolNumber: '7', text, strikes: [] }, [4, 9]) // → []
 */
export function getLawfulStrikes(
  decision: ResultDecision,
  winners: readonly number[],
): readonly LawfulStrike[] {
  assertNoFaults('result.decision_invalid', assessResultDecision(decision, winners));
  return decision.strikes.filter((strike): strike is LawfulStrike =>
    isRefusalGround(strike.ground),
  );
}

/** A public draw as its protocol tells it. */
export interface DrawRecord {
  readonly seed: string;
  readonly protocolNumber: string;
  readonly text: OfficialText;
}

/**
 * A draw is recorded with its seed, its protocol and a text in both languages.
 *
 * @throws DomainError rule-violated `result.draw_invalid` with all faults
 */
export function assertDrawComplete({ seed, ...record }: DrawRecord): void {
  const seedFaults = seed.trim() === '' ? [{ code: 'result.seed_missing', field: 'seed' }] : [];
  assertNoFaults('result.draw_invalid', [...seedFaults, ...recordFaults(record)]);
}

/** A draw of a promised lottery: its public value and source stand in place of the seed. */
export type PromisedDraw = PublicValue & Omit<DrawRecord, 'seed'>;

/** @throws DomainError rule-violated `result.draw_invalid` with all faults */
export function assertPromisedDrawComplete(draw: PromisedDraw): void {
  assertNoFaults('result.draw_invalid', [...publicValueFaults(draw), ...recordFaults(draw)]);
}

function recordFaults({ protocolNumber, text }: Omit<DrawRecord, 'seed'>): readonly Fault[] {
  return [...protocolFaults(protocolNumber), ...textFaults(text, 'text')];
}

/** All faults of a decision. */
export function assessResultDecision(
  { protocolNumber, text, strikes }: ResultDecision,
  winners: readonly number[],
): readonly Fault[] {
  const numbers = strikes.map(({ number }) => number);
  return [
    ...protocolFaults(protocolNumber),
    ...textFaults(text, 'text'),
    ...strikes.flatMap((strike, place) => [
      ...strikeFaults(strike, winners),
      ...(numbers.indexOf(strike.number) < place
        ? [strikeFault('result.strike_twice', strike)]
        : []),
    ]),
  ];
}

function protocolFaults(protocolNumber: string): readonly Fault[] {
  if (protocolNumber.trim() !== '') return [];
  return [{ code: 'result.protocol_missing', field: 'protocolNumber' }];
}

function strikeFaults(strike: Strike, winners: readonly number[]): readonly Fault[] {
  return [
    ...(winners.includes(strike.number) ? [] : [strikeFault('result.strike_no_winner', strike)]),
    ...(isRefusalGround(strike.ground) ? [] : [strikeFault('result.strike_no_ground', strike)]),
    ...textFaults(strike.text, 'strikes'),
  ];
}

function strikeFault(code: string, { number }: Strike): Fault {
  return { code, field: 'strikes', details: { number } };
}

function textFaults(text: OfficialText, field: string): readonly Fault[] {
  const languages = missingLanguages(text);
  return languages.length === 0
    ? []
    : [{ code: 'result.text_missing', field, details: { languages } }];
}
