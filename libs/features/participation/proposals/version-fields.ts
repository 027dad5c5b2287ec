import { formatTenge } from '#rules/kernel/money.js';
import type { ProposalFileRecord } from './proposal-file.record.js';
import type { ProposalRecord } from './proposal.record.js';

/** What a version keeps: all that the public may read, so no contact and no co-author's name. */
export interface VersionFields {
  readonly language: string;
  readonly title: string;
  readonly category: string | null;
  readonly territory: string | null;
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly problem: string;
  readonly idea: string;
  readonly beneficiaries: string;
  /** In tenge, as the API writes sums. */
  readonly cost: string | null;
  readonly coauthors: number;
  readonly files: readonly VersionFile[];
}

export interface VersionFile {
  readonly kind: string;
  readonly name: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** The fields of a proposal as they stand now. */
export function versionFieldsOf(
  proposal: ProposalRecord,
  coauthors: number,
  files: readonly ProposalFileRecord[],
): VersionFields {
  return {
    language: proposal.language,
    title: proposal.title,
    category: proposal.category,
    territory: proposal.potKato,
    address: proposal.address,
    latitude: proposal.latitude,
    longitude: proposal.longitude,
    problem: proposal.problem,
    idea: proposal.idea,
    beneficiaries: proposal.beneficiaries,
    cost: proposal.costTiyn === null ? null : formatTenge(proposal.costTiyn),
    coauthors,
    files: files.map(({ kind, shownName, digest }) => ({
      kind,
      name: shownName,
      digest: digest.toString('hex'),
    })),
  };
}
