import { canSeeAll, canSeeFiles } from '#features/participation/proposals/proposal.policy.js';
import type {
  ProposalFileRow,
  ProposalRow,
} from '#features/participation/proposals/proposal-row.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { presentInstant } from '../instant.js';
import { presentMoney, type MoneyView } from '../money.js';

/** A proposal as programs see it: the contact and the names of co-authors only where they may. */
export function presentProposal(row: ProposalRow, person: SignedIn | undefined) {
  return {
    ...publicPartOf(row),
    ...filesOf(canSeeFiles(person, row) ? row.files : []),
    ...(canSeeAll(person, row) ? privatePartOf(row) : {}),
  };
}

export type ProposalView = ReturnType<typeof presentProposal>;

/** What everybody may read of a file. */
export function presentFile(file: ProposalFileRow) {
  const { id, kind, shownName, mediaType, sizeBytes, storedName } = file;
  const common = { id, name: shownName, mediaType, sizeBytes, url: fileUrl(storedName) };
  if (kind === 'document') return common;
  const { alternativeText, width, height } = file;
  return { ...common, thumbnail: fileUrl(smallNameOf(storedName)), alternativeText, width, height };
}

export function fileUrl(storedName: string): string {
  return `/files/${storedName}`;
}

export function moneyOrNull(sum: bigint | null): MoneyView | null {
  return sum === null ? null : presentMoney(sum);
}

function publicPartOf(row: ProposalRow) {
  return {
    id: row.id,
    round: row.roundId,
    number: row.number,
    ballotNumber: row.ballotNumber,
    state: row.state,
    author: row.authorName,
    language: row.language,
    title: row.title,
    officialTitle: { kk: row.titleKk, ru: row.titleRu },
    category: row.category,
    territory: row.territory,
    territoryName: row.territoryName,
    address: row.address,
    coordinates: row.coordinates,
    problem: row.problem,
    idea: row.idea,
    beneficiaries: row.beneficiaries,
    cost: moneyOrNull(row.costTiyn),
    checkedCost: moneyOrNull(row.checkedCostTiyn),
    exclusiveGroup: row.exclusiveGroup,
    coauthorCount: row.coauthors.length,
    versions: row.versions,
    submittedAt: row.submittedAt && presentInstant(row.submittedAt),
    withdrawnAt: row.withdrawnAt && presentInstant(row.withdrawnAt),
    version: row.version,
  };
}

function privatePartOf(row: ProposalRow) {
  return {
    contact: row.contact,
    coauthors: row.coauthors,
    correctBy: row.correctBy,
    createdAt: presentInstant(row.createdAt),
  };
}

function filesOf(files: readonly ProposalFileRow[]) {
  return {
    photos: files.filter(({ kind }) => kind === 'photo').map(presentFile),
    documents: files.filter(({ kind }) => kind === 'document').map(presentFile),
  };
}
