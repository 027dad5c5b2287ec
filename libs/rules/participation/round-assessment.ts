import { missingLanguages } from '#rules/kernel/official-text.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { assessBallotRule } from './ballot-rule.js';
import type { LawfulMinimumVotes, LawfulRoundValues } from './lawful-round-values.js';
import { assessRoundDays } from './round-days.js';
import {
  NOTHING_FOUND,
  type RoundAssessment,
  type RoundDraft,
  joinAssessments,
} from './round-draft.js';
import { assessRoundMoney } from './round-money.js';
import { assessCalendarSequence } from './round-phase.js';

/**
 * A round as an officer sets it up, against the law of that day: all faults and all warnings at
 * once. A round with faults is not announced; warnings are shown and published with it.
 *
 * @param lawful from `lawfulRoundValuesOn`
 * @law PR pp. 74–83; each finding that rests on the law names its point in `details.source`
 * @example assessRound({ ...draft, minimumVotes: 9 }, lawful).faults
 * // → [{ code: 'round.minimum_votes_below_law', field: 'minimumVotes', details: { lawful: 10, … } }]
 */
export function assessRound(draft: RoundDraft, lawful: LawfulRoundValues): RoundAssessment {
  return joinAssessments([
    { faults: titleFaults(draft), warnings: [] },
    { faults: assessCalendarSequence(draft.calendar), warnings: [] },
    assessRoundDays(draft, lawful),
    assessRoundMoney(draft, lawful),
    { faults: assessBallotRule(draft.ballot), warnings: [] },
    assessMinimumVotes(draft.minimumVotes, lawful.minimumVotes),
    { faults: [], warnings: scopeWarnings(draft, lawful) },
  ]);
}

/**
 * The least votes of a winner against the law: below it a fault, and where the law's wording can be
 * read in two ways, a warning between its two readings.
 *
 * @param lawful null outside the national rule, where a round may ask for none
 * @law PR p. 83
 */
export function assessMinimumVotes(
  minimumVotes: number,
  lawful: LawfulMinimumVotes | null,
): RoundAssessment {
  const field = 'minimumVotes';
  if (!Number.isSafeInteger(minimumVotes) || minimumVotes < 0) {
    return { faults: [{ code: 'round.minimum_votes_invalid', field }], warnings: [] };
  }
  if (lawful === null || minimumVotes >= lawful.votes) return NOTHING_FOUND;
  const details = { lawful: lawful.votes, source: lawful.source };
  if (minimumVotes >= lawful.floor) {
    return { faults: [], warnings: [{ code: 'round.minimum_votes_ambiguous', field, details }] };
  }
  return { faults: [{ code: 'round.minimum_votes_below_law', field, details }], warnings: [] };
}

function titleFaults({ title }: RoundDraft): readonly Fault[] {
  const languages = missingLanguages(title);
  if (languages.length === 0) return [];
  return [{ code: 'round.title_missing', field: 'title', details: { languages } }];
}

function scopeWarnings({ pots }: RoundDraft, { scope }: LawfulRoundValues): readonly Fault[] {
  if (!scope.applies) {
    return [{ code: 'round.outside_national_rule', details: { reason: scope.reason } }];
  }
  const hasDistrictPot = pots.some((pot) => pot.level === 'city-district');
  return pots
    .filter((pot) => hasDistrictPot && pot.level !== 'city-district')
    .map((pot) => ({
      code: 'round.pot_outside_national_rule',
      field: 'pots',
      details: { territory: pot.territory },
    }));
}
