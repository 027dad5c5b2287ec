import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { FieldRemark } from './proposal-return.record.js';
import type { StoredEstimateLine } from './technical-estimate.record.js';

/** When an act was done and in which post; a person's name is never told. */
export interface ActRow {
  readonly at: Date;
  readonly post: OfficialText;
}

export interface CheckRow extends ActRow {
  readonly findings: readonly CriterionFinding[];
  readonly passed: boolean;
}

export interface ReturnRow extends ActRow {
  readonly remarks: readonly FieldRemark[];
  readonly deadline: CivilDate;
}

export interface EstimateRow extends ActRow {
  readonly costTiyn: Tiyn;
  readonly lines: readonly StoredEstimateLine[];
  readonly findings: readonly CriterionFinding[];
  readonly opinion: OfficialText;
}

export interface CouncilDecisionRow extends ActRow {
  readonly protocolNumber: string;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly conflict: number;
  readonly members: number;
  readonly required: number;
  readonly admitted: boolean;
  readonly findings: readonly CriterionFinding[];
}

export interface AdmissionRow extends ActRow {
  readonly checkedCostTiyn: Tiyn;
  readonly ballotNumber: number;
}

export interface AppealRow {
  readonly id: string;
  readonly filedAt: Date;
  readonly remarks: string;
  readonly decideBy: CivilDate;
  readonly decision: (ActRow & { readonly upheld: boolean; readonly reasons: OfficialText }) | null;
}

export interface RefusalRow extends ActRow {
  readonly id: string;
  readonly grounds: readonly string[];
  readonly reasons: OfficialText;
  readonly remarksUntil: CivilDate;
  readonly finalAt: Date | null;
  readonly appeal: AppealRow | null;
}

/** All that the review has said about the present text of a proposal, and every refusal. */
export interface ReviewCard {
  readonly id: string;
  readonly number: string;
  readonly state: ProposalState;
  readonly version: number;
  readonly authorId: string;
  readonly costTiyn: Tiyn | null;
  readonly checkedCostTiyn: Tiyn | null;
  readonly capTiyn: Tiyn | null;
  readonly ballotNumber: number | null;
  /** Others of the same group that cannot be built together with this one. */
  readonly excludes: readonly { readonly number: string; readonly ballotNumber: number | null }[];
  readonly check: CheckRow | null;
  readonly returns: readonly ReturnRow[];
  readonly estimate: EstimateRow | null;
  readonly decision: CouncilDecisionRow | null;
  readonly admission: AdmissionRow | null;
  readonly refusals: readonly RefusalRow[];
}
