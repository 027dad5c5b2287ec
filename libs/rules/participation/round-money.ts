import type { Fault } from '#rules/kernel/domain-error.js';
import { shareRoundedUp } from '#rules/kernel/fraction.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { LawfulRoundValues } from './lawful-round-values.js';
import {
  NOTHING_FOUND,
  type RoundAssessment,
  type RoundDraft,
  type RoundPot,
} from './round-draft.js';

/**
 * The money of a round: its pots, the cap of one project and the least share of the city's spending.
 *
 * @law PR p. 77
 */
export function assessRoundMoney(
  draft: Pick<RoundDraft, 'territory' | 'pots' | 'costCapTiyn' | 'group07SpendingTiyn'>,
  lawful: Pick<LawfulRoundValues, 'scope' | 'costCap' | 'group07Floor'>,
): RoundAssessment {
  const share = shareFindings(draft, lawful);
  return {
    faults: [...potsFaults(draft), ...capFaults(draft.costCapTiyn, lawful), ...share.faults],
    warnings: share.warnings,
  };
}

/** All the money of a round. */
export function moneyOf(pots: readonly RoundPot[]): Tiyn {
  return pots.reduce((sum, pot) => sum + pot.amountTiyn, 0n);
}

function potsFaults({ territory, pots }: Pick<RoundDraft, 'territory' | 'pots'>): readonly Fault[] {
  if (pots.length === 0) return [{ code: 'round.pots_missing', field: 'pots' }];
  return pots.flatMap((pot, place) => {
    const isRepeated = pots.findIndex((other) => other.territory === pot.territory) < place;
    const faults: string[] = [];
    if (pot.amountTiyn <= 0n) faults.push('round.pot_not_positive');
    if (isRepeated) faults.push('round.pot_twice');
    if (!pot.territoryPath.includes(territory)) faults.push('round.pot_outside_territory');
    return faults.map((code) => potFault(code, pot));
  });
}

function potFault(code: string, pot: RoundPot): Fault {
  return { code, field: 'pots', details: { territory: pot.territory } };
}

function capFaults(
  capTiyn: Tiyn | null,
  { costCap }: Pick<LawfulRoundValues, 'costCap'>,
): readonly Fault[] {
  const field = 'costCap';
  if (capTiyn === null) return [];
  if (capTiyn <= 0n) return [{ code: 'round.cost_cap_not_positive', field }];
  if (costCap === null || capTiyn <= costCap.capTiyn) return [];
  const details = { lawfulTiyn: String(costCap.capTiyn), source: costCap.source };
  return [{ code: 'round.cost_cap_above_law', field, details }];
}

function shareFindings(
  { pots, group07SpendingTiyn }: Pick<RoundDraft, 'pots' | 'group07SpendingTiyn'>,
  { group07Floor }: Pick<LawfulRoundValues, 'group07Floor'>,
): RoundAssessment {
  if (group07Floor === null) return NOTHING_FOUND;
  const { share, source } = group07Floor;
  if (group07SpendingTiyn === null) {
    return { faults: [], warnings: [{ code: 'round.group_07_unknown', details: { source } }] };
  }
  const requiredTiyn = shareRoundedUp(group07SpendingTiyn, share);
  const missingTiyn = requiredTiyn - moneyOf(pots);
  if (missingTiyn <= 0n) return NOTHING_FOUND;
  const details = {
    requiredTiyn: String(requiredTiyn),
    missingTiyn: String(missingTiyn),
    source,
  };
  return { faults: [{ code: 'round.money_below_floor', field: 'pots', details }], warnings: [] };
}
