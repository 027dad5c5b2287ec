import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { checkBin } from '#rules/registry/bin.js';

/** The contract of works. */
export interface WorksContract {
  readonly number: string;
  readonly supplierBin: string;
  readonly supplierName: string;
  readonly sumTiyn: Tiyn;
  readonly signedOn: CivilDate;
  readonly finishBy: CivilDate;
  /** The record on the state's procurement site. */
  readonly procurementUrl: string;
}

/** What a contract is held against. */
export interface ContractFacts {
  /** The budget line; null where none is there, which is a discrepancy and no refusal. */
  readonly lineTiyn: Tiyn | null;
  readonly today: CivilDate;
}

/**
 * All faults of a contract. A sum above the line is refused: money follows the budget.
 *
 * @example assessContract({ …, supplierBin: '1' }, facts) // → [{ code: 'bin.not_twelve_digits', … }]
 */
export function assessContract(contract: WorksContract, facts: ContractFacts): readonly Fault[] {
  return [...partyFaults(contract), ...sumFaults(contract, facts), ...dayFaults(contract, facts)];
}

function partyFaults(contract: WorksContract): readonly Fault[] {
  const bin = checkBin(contract.supplierBin);
  const faults: Fault[] = [];
  if (contract.number.trim() === '')
    faults.push({ code: 'contract.number_missing', field: 'number' });
  if (!bin.valid) faults.push({ code: bin.reason, field: 'supplierBin' });
  if (contract.supplierName.trim() === '')
    faults.push({ code: 'contract.supplier_missing', field: 'supplierName' });
  if (!contract.procurementUrl.startsWith('https://'))
    faults.push({ code: 'contract.procurement_missing', field: 'procurementUrl' });
  return faults;
}

function sumFaults({ sumTiyn }: WorksContract, { lineTiyn }: ContractFacts): readonly Fault[] {
  if (sumTiyn <= 0n) return [{ code: 'contract.sum_not_positive', field: 'sum' }];
  if (lineTiyn === null || sumTiyn <= lineTiyn) return [];
  const details = { lineTiyn: String(lineTiyn) };
  return [{ code: 'contract.above_line', field: 'sum', details }];
}

function dayFaults({ signedOn, finishBy }: WorksContract, { today }: ContractFacts): Fault[] {
  const faults: Fault[] = [];
  if (signedOn > today) faults.push({ code: 'contract.signed_in_future', field: 'signedOn' });
  if (finishBy <= signedOn) faults.push({ code: 'contract.period_reversed', field: 'finishBy' });
  return faults;
}
