import { discrepancyRuleOf } from '#rules/implementation/discrepancy-kind.js';
import type { DiscrepancyRow } from '#features/budget/trail/discrepancy.reader.js';
import { presentMoney } from '../money.js';

export function presentDiscrepancy(row: DiscrepancyRow) {
  const { kind, territory, territoryName, since, amountTiyn } = row;
  return {
    kind,
    source: discrepancyRuleOf(kind),
    territory: { kato: territory, name: territoryName },
    object: { kind: row.objectKind, id: row.objectId, number: row.number, title: row.title },
    since,
    amount: amountTiyn === null ? null : presentMoney(BigInt(amountTiyn)),
  };
}

export type DiscrepancyView = ReturnType<typeof presentDiscrepancy>;
