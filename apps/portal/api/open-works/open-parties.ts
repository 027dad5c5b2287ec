import type { ExportedFacts } from '#features/budget/works/exported-works-row.js';
import type { ContractRow } from '#features/budget/works/works-row.js';

/** A party by its registered number: business numbers for firms, KATO for the unit that builds. */
export function supplierOf({ supplierBin, supplierName }: ContractRow) {
  return { id: `KZ-BIN-${supplierBin}`, name: supplierName };
}

export function authorityOf({ kato, territoryName }: ExportedFacts) {
  return { id: `KZ-KATO-${kato}`, name: territoryName.kk };
}

/** Everybody who is referred to, each once. */
export function partiesOf(facts: ExportedFacts, contracts: readonly ContractRow[]) {
  const suppliers = new Map(contracts.map((contract) => [contract.supplierBin, contract]));
  return [
    {
      ...authorityOf(facts),
      identifier: { scheme: 'KZ-KATO', id: facts.kato, legalName: facts.territoryName.kk },
      roles: ['publicAuthority', 'buyer'],
    },
    ...[...suppliers.values()].map((contract) => ({
      ...supplierOf(contract),
      identifier: {
        scheme: 'KZ-BIN',
        id: contract.supplierBin,
        legalName: contract.supplierName,
      },
      roles: ['supplier'],
    })),
  ];
}
