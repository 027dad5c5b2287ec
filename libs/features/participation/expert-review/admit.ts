import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { assessAdmission } from '#rules/participation/admission.js';
import { drawBallotNumber } from '#rules/participation/ballot-number.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import type { ProposalRecord } from '../proposals/proposal.record.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { actOf, type OpenedProposal } from './open-for-review.js';
import { ReviewRepository, type Standing } from './review.repository.js';

/** What an admission may say beside the fact. */
export interface AdmissionTerms {
  /** Null takes the technical estimate, and without one the author's own cost. */
  readonly checkedCostTiyn: Tiyn | null;
  /** The title in both official languages, as it will stand on the ballot. */
  readonly title: OfficialText | null;
}

/**
 * Puts a proposal on the ballot: checked cost, number by lot, a new version of the ballot paper.
 * The round must be held for change, so that no number is drawn twice.
 */
export async function admit(
  tx: Transaction,
  opened: OpenedProposal,
  { id, terms, standing }: { id: string; terms: AdmissionTerms; standing: Standing },
): Promise<ProposalRecord> {
  const { proposal, round } = opened;
  const checkedCostTiyn = terms.checkedCostTiyn ?? standing.estimatedTiyn ?? proposal.costTiyn;
  assertNoFaults('admission.invalid', faultsOf(opened, terms, { ...standing, checkedCostTiyn }));
  const reviews = tx.of(ReviewRepository);
  const urn = await reviews.getUrn(round.id);
  const ballotNumber = drawBallotNumber({ ...urn, seed: round.id, project: proposal.id });
  const changes = { checkedCostTiyn, ballotNumber, ...titleColumns(terms.title) };
  const changed = await tx.of(ProposalRepository).move(proposal, 'admit', changes);
  await reviews.addAdmission({
    ...actOf(opened, id),
    checkedCostTiyn: checkedCostTiyn!,
    ballotNumber,
  });
  await tx.of(RoundRepository).bumpPaperVersion(round.id);
  return changed;
}

function faultsOf(
  { round }: OpenedProposal,
  { title }: AdmissionTerms,
  standing: Standing & { readonly checkedCostTiyn: Tiyn | null },
): readonly Fault[] {
  const faults = assessAdmission({
    ...standing,
    now: round.now.getTime(),
    votingFrom: round.calendar.votingFrom.getTime(),
    capTiyn: round.costCapTiyn,
  });
  const languages = title === null ? [] : missingLanguages(title);
  if (languages.length === 0) return faults;
  return [...faults, { code: 'admission.title_missing', field: 'title', details: { languages } }];
}

function titleColumns(title: OfficialText | null): { titleKk?: string; titleRu?: string } {
  return title === null ? {} : { titleKk: title.kk, titleRu: title.ru };
}
