import type { NameReader } from '../../registry/residents/name.reader.js';
import type { WorksRow } from './works-row.js';

/** Rows of JSON as they come: sums and instants are texts. */
export type Stored<T> = T extends string
  ? T
  : T extends bigint
    ? string
    : T extends Date
      ? string
      : T extends readonly (infer E)[]
        ? readonly Stored<E>[]
        : T extends object
          ? { readonly [K in keyof T]: Stored<T[K]> }
          : T;

/** Whole numbers and instants again. */
export function worksOf(row: Stored<WorksRow>, names: NameReader): WorksRow {
  return {
    ...row,
    plannedTiyn: BigInt(row.plannedTiyn),
    contracts: row.contracts.map(({ sumTiyn, ...contract }) => ({
      ...withInstant(contract),
      sumTiyn: BigInt(sumTiyn),
    })),
    milestones: row.milestones.map(({ paidTiyn, ...milestone }) => ({
      ...withInstant(milestone),
      paidTiyn: BigInt(paidTiyn),
    })),
    scopeChanges: row.scopeChanges.map((change) => ({
      ...withInstant(change),
      seenAt: change.seenAt === null ? null : new Date(change.seenAt),
    })),
    decisions: row.decisions.map(withInstant),
    acceptance: row.acceptance && withInstant(row.acceptance),
    residentReports: row.residentReports.map(({ name, ...report }) => ({
      ...withInstant(report),
      name: names.short(name),
    })),
  };
}

function withInstant<T extends { readonly at: string }>(row: T): Omit<T, 'at'> & { at: Date } {
  return { ...row, at: new Date(row.at) };
}
