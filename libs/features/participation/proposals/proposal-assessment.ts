import { type CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { categoriesOn } from '#rules/participation/categories.js';
import { assertCorrectionInTime, assertIntakeOpen } from '#rules/participation/proposal-intake.js';
import { isEditableByAuthor } from '#rules/participation/proposal-lifecycle.js';
import {
  assessProposal,
  ORDINARY_REQUIREMENTS,
  type ProposalDraft,
  type ProposalRequirements,
} from '#rules/participation/proposal-requirements.js';
import { type AuthorLimits, ORDINARY_DRAFT_LIMITS } from '#rules/participation/proposal-author.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { ProposalFields } from './proposal-fields.js';
import type { ProposalRecord } from './proposal.record.js';

/** What a round asks of its proposals on a day. */
export function requirementsOf(
  round: Pick<RoundRow, 'pots' | 'costCapTiyn' | 'today'>,
): ProposalRequirements {
  return {
    ...ORDINARY_REQUIREMENTS,
    categories: categoriesOn(round.today),
    potTerritories: round.pots.map((pot) => pot.territory),
    capTiyn: round.costCapTiyn,
  };
}

/** How much one author may have under way on a day. */
export function authorLimitsOn(today: CivilDate): AuthorLimits {
  const submitted = valueOn('participation.proposals-per-author', today);
  return { ...ORDINARY_DRAFT_LIMITS, submitted };
}

/** All faults of a proposal as it stands, with its number of photos. */
export function faultsOf(
  proposal: ProposalRecord,
  photos: number,
  requirements: ProposalRequirements,
): readonly Fault[] {
  return assessProposal(draftOf(proposal, photos), requirements);
}

/** Faults of the fields being written; what is still empty is not missed before the end. */
export function faultsOfWriting(
  fields: ProposalFields,
  proposal: ProposalRecord,
  requirements: ProposalRequirements,
): readonly Fault[] {
  const written = new Set(Object.keys(fields).map((name) => (name === 'costTiyn' ? 'cost' : name)));
  return faultsOf(proposal, requirements.photos.min, requirements).filter(
    ({ field = '', code }) => written.has(field) && !code.endsWith('_missing'),
  );
}

/**
 * Lets the author write now: a draft during the intake, a returned proposal until its deadline.
 *
 * @throws DomainError `proposal.not_editable` or why it is too early or too late
 */
export function assertWritable(
  proposal: Pick<ProposalRecord, 'state' | 'correctBy'>,
  round: Pick<RoundRow, 'calendar' | 'now' | 'today'>,
): void {
  if (!isEditableByAuthor(proposal.state))
    throw new DomainError('conflict', 'proposal.not_editable', { state: proposal.state });
  if (proposal.state === 'returned') assertCorrectionInTime(round.today, proposal.correctBy);
  else assertRoundTakesIn(round);
}

/** @throws DomainError rule-violated outside the intake, by the database clock */
export function assertRoundTakesIn({ calendar, now }: Pick<RoundRow, 'calendar' | 'now'>): void {
  const { intakeFrom, intakeUntil } = calendar;
  assertIntakeOpen(now.getTime(), { from: intakeFrom.getTime(), until: intakeUntil.getTime() });
}

function draftOf(proposal: ProposalRecord, photos: number): ProposalDraft {
  const { title, category, problem, idea, costTiyn, address, latitude, longitude } = proposal;
  const place = { territory: proposal.potKato, address, latitude, longitude };
  return { title, category, place, problem, idea, costTiyn, photos };
}
