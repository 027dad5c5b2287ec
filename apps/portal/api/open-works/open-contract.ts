import type { ExportedWorksRow } from '#features/budget/works/exported-works-row.js';
import type { ContractRow, MilestoneRow, WorksRow } from '#features/budget/works/works-row.js';
import { authorityOf, supplierOf } from './open-parties.js';
import { filled, instantOf, projectIdOf, type Publication, valueOf } from './open-works-maker.js';

/** Every contract with what was paid and changed until the next one. */
export function contractingProcessesOf(row: ExportedWorksRow, publication: Publication) {
  const { contracts, number } = row.works;
  return contracts.map((contract, place) => ({
    id: `${projectIdOf(publication, number)}-contract-${place + 1}`,
    summary: filled({
      externalReference: contract.number,
      nature: ['construction'],
      title: row.facts.title.kk,
      title_ru: row.facts.title.ru,
      status: isOver(row.works, place) ? 'closed' : 'active',
      suppliers: [supplierOf(contract)],
      contractValue: valueOf(contract.sumTiyn),
      contractPeriod: {
        startDate: instantOf(contract.signedOn),
        endDate: instantOf(contract.finishBy),
      },
      documents: [
        {
          id: 'procurement',
          documentType: 'contractNotice',
          url: contract.procurementUrl,
          datePublished: instantOf(contract.signedOn),
        },
      ],
      transactions: transactionsOf(row, place),
      modifications: modificationsOf(row.works, place),
    }),
  }));
}

/** A contract is over when another one followed it, or when the works are. */
function isOver({ contracts, state }: WorksRow, place: number): boolean {
  return place < contracts.length - 1 || state === 'accepted' || state === 'cancelled';
}

type Visit = MilestoneRow & { readonly before: MilestoneRow | undefined };

function visitsDuring({ contracts, milestones }: WorksRow, place: number): readonly Visit[] {
  const isDuring = duringContract(contracts, place);
  return milestones
    .map((milestone, at) => ({ ...milestone, before: milestones[at - 1] }))
    .filter(({ at }) => isDuring(at));
}

function duringContract(contracts: readonly ContractRow[], place: number) {
  const [from, until] = [contracts[place]?.at, contracts[place + 1]?.at];
  return (at: Date) => from !== undefined && from <= at && (until === undefined || at < until);
}

/** Money paid between two visits, as noted at the second one. */
function transactionsOf({ works, facts }: ExportedWorksRow, place: number) {
  const payee = supplierOf(works.contracts[place]!);
  return visitsDuring(works, place).flatMap(({ id, on, paidTiyn, before }) => {
    const paid = paidTiyn - (before?.paidTiyn ?? 0n);
    if (paid <= 0n) return [];
    return [{ id, date: instantOf(on), value: valueOf(paid), payer: authorityOf(facts), payee }];
  });
}

function modificationsOf(works: WorksRow, place: number) {
  return [...longerTerms(works, place), ...scopeChanges(works, place)];
}

/** Other last days than before, with the reason. */
function longerTerms(works: WorksRow, place: number) {
  const { signedOn, finishBy: agreed } = works.contracts[place]!;
  const period = (endOn: string) => ({
    startDate: instantOf(signedOn),
    endDate: instantOf(endOn),
  });
  return visitsDuring(works, place).flatMap(({ id, on, finishBy, delayReason, before }) => {
    const was = before?.finishBy ?? agreed;
    if (finishBy === was) return [];
    const periods = { oldContractPeriod: period(was), newContractPeriod: period(finishBy) };
    return [
      filled({ id, date: instantOf(on), type: 'duration', rationale: delayReason, ...periods }),
    ];
  });
}

function scopeChanges(works: WorksRow, place: number) {
  const isDuring = duringContract(works.contracts, place);
  return works.scopeChanges
    .filter(({ at }) => isDuring(at))
    .map(({ id, at, before, after, reason }) => ({
      id,
      date: at.toISOString(),
      type: 'scope',
      description: `${before.kk} → ${after.kk}`,
      description_ru: `${before.ru} → ${after.ru}`,
      rationale: reason.kk,
      rationale_ru: reason.ru,
    }));
}
