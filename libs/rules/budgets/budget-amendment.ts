import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** Where the money of an amendment comes from; texts are `budgets.sources.<code>`. */
export const MONEY_SOURCES = ['cut', 'revenue', 'transfer', 'reserve', 'balance'] as const;

export type MoneySourceKind = (typeof MONEY_SOURCES)[number];

/** A change of one line, in tiyn: more or less than it holds. */
export interface LineChange {
  /** Number of the line; null for a new one. */
  readonly line: number | null;
  readonly changeTiyn: Tiyn;
}

/** A named source that is no line of this budget. A cut is a negative change of its line. */
export interface MoneySource {
  readonly kind: Exclude<MoneySourceKind, 'cut'>;
  readonly name: string;
  readonly amountTiyn: Tiyn;
}

export interface BudgetAmendment {
  readonly changes: readonly LineChange[];
  readonly sources: readonly MoneySource[];
  readonly justification: OfficialText;
  /** How the sums were worked out. */
  readonly calculation: string;
  /** Fall of planned revenues, 0 or more. */
  readonly revenueFallTiyn: Tiyn;
  /** Did the akim give a positive conclusion? Null while there is none. */
  readonly akimAgrees: boolean | null;
}

/** What an amendment does to the budget, to the tiyn. */
export interface AmendmentBalance {
  readonly growthTiyn: Tiyn;
  readonly cutsTiyn: Tiyn;
  readonly sourcesTiyn: Tiyn;
  readonly revenueFallTiyn: Tiyn;
  /** Growth and fallen revenues less cuts and sources: 0 when it balances. */
  readonly missingTiyn: Tiyn;
}

/**
 * The balance of an amendment: what it adds and loses against what pays for it.
 *
 * @law BC art. 92
 * @example balanceOfAmendment({ changes: [{ line: 3, changeTiyn: 100n }], sources: [], … }).missingTiyn
 * // → 100n
 */
export function balanceOfAmendment(
  amendment: Pick<BudgetAmendment, 'changes' | 'sources' | 'revenueFallTiyn'>,
): AmendmentBalance {
  const changes = amendment.changes.map(({ changeTiyn }) => changeTiyn);
  const growthTiyn = sumOf(changes.filter((change) => change > 0n));
  const cutsTiyn = -sumOf(changes.filter((change) => change < 0n));
  const sourcesTiyn = sumOf(amendment.sources.map(({ amountTiyn }) => amountTiyn));
  const { revenueFallTiyn } = amendment;
  const missingTiyn = growthTiyn + revenueFallTiyn - cutsTiyn - sourcesTiyn;
  return { growthTiyn, cutsTiyn, sourcesTiyn, revenueFallTiyn, missingTiyn };
}

/**
 * Must the akim agree: do expenses grow on the whole, or revenues fall?
 *
 * @law LSG art. 7(2)
 */
export function needsAkim({ growthTiyn, cutsTiyn, revenueFallTiyn }: AmendmentBalance): boolean {
  return growthTiyn > cutsTiyn || revenueFallTiyn > 0n;
}

/**
 * All faults of an amendment: it changes something, is justified and calculated, cuts no line below
 * nothing, names its money and balances to the tiyn.
 *
 * @param lineTiyn what a line holds now; undefined for a line that is not there
 * @law BC art. 92; LSG art. 7(2)
 */
export function assessAmendment(
  amendment: BudgetAmendment,
  lineTiyn: (line: number) => Tiyn | undefined,
): readonly Fault[] {
  return [
    ...writingFaults(amendment),
    ...changeFaults(amendment.changes, lineTiyn),
    ...moneyFaults(amendment),
  ];
}

/** The fault of putting an amendment to the vote without the akim's positive conclusion. */
export function assessAkimConclusion(amendment: BudgetAmendment): readonly Fault[] {
  if (!needsAkim(balanceOfAmendment(amendment)) || amendment.akimAgrees === true) return [];
  const code = amendment.akimAgrees === null ? 'amendment.akim_awaited' : 'amendment.akim_refused';
  return [{ code, field: 'akimAgrees' }];
}

/**
 * Faults of the akim's conclusion: a refusal says why, in both languages; so does a consent that
 * says anything.
 *
 * @example assessConclusion(false, null) // → [{ code: 'amendment.reasons_missing', field: 'reasons' }]
 */
export function assessConclusion(agrees: boolean, reasons: OfficialText | null): readonly Fault[] {
  const isSilent = reasons === null;
  if (agrees && isSilent) return [];
  const isWhole = !isSilent && missingLanguages(reasons).length === 0;
  return isWhole ? [] : [{ code: 'amendment.reasons_missing', field: 'reasons' }];
}

function writingFaults({ changes, justification, calculation }: BudgetAmendment): Fault[] {
  const faults: Fault[] = [];
  if (changes.length === 0) faults.push({ code: 'amendment.no_change', field: 'changes' });
  if (missingLanguages(justification).length > 0)
    faults.push({ code: 'amendment.justification_missing', field: 'justification' });
  if (calculation.trim() === '')
    faults.push({ code: 'amendment.calculation_missing', field: 'calculation' });
  return faults;
}

function changeFaults(
  changes: readonly LineChange[],
  lineTiyn: (line: number) => Tiyn | undefined,
): readonly Fault[] {
  const named = changes.flatMap(({ line }) => line ?? []);
  return changes.flatMap(({ line, changeTiyn }, place) => {
    const held = line === null ? 0n : lineTiyn(line);
    const isRepeated = line !== null && named.indexOf(line) !== named.lastIndexOf(line);
    const code = changeCode(held, changeTiyn, isRepeated);
    return code === null ? [] : [{ code, field: 'changes', details: { line, place } }];
  });
}

function changeCode(held: Tiyn | undefined, changeTiyn: Tiyn, isRepeated: boolean): string | null {
  if (held === undefined) return 'amendment.line_unknown';
  if (isRepeated) return 'amendment.line_twice';
  if (changeTiyn === 0n) return 'amendment.change_empty';
  return held + changeTiyn < 0n ? 'amendment.cut_below_zero' : null;
}

function moneyFaults(amendment: BudgetAmendment): readonly Fault[] {
  const { missingTiyn } = balanceOfAmendment(amendment);
  const faults: Fault[] = amendment.sources.flatMap(({ name, amountTiyn }, place) =>
    name.trim() !== '' && amountTiyn > 0n
      ? []
      : [{ code: 'amendment.source_unnamed', field: 'sources', details: { place } }],
  );
  if (missingTiyn !== 0n) {
    const details = { missingTiyn: String(missingTiyn) };
    faults.push({ code: 'amendment.unbalanced', field: 'sources', details });
  }
  return faults;
}

function sumOf(amounts: readonly Tiyn[]): Tiyn {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
