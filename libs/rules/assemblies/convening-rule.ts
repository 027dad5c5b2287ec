import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { isCommunityBody, type VotingBody } from './body-kind.js';

/** How a body is convened on a day in a territory. */
export interface ConveningRule {
  readonly body: VotingBody;
  /** Whose own decision convenes it: the akim's, or that of the chair of a council. */
  readonly convenedBy: 'akim' | 'chair';
  /** Calendar days from the notice to the meeting. */
  readonly noticeDays: number;
  /** The shorter notice of a meeting only on candidates for akim; null where there is none. */
  readonly candidatesNoticeDays: number | null;
  /** Calendar days from the sending of materials; null where no rule asks for them. */
  readonly materialsDays: number | null;
  /** Share of members who may ask for a meeting; null where only the akim convenes. */
  readonly requestShare: Fraction | null;
  /** Do members also need the positive decision of the district akim? */
  readonly requestNeedsConsent: boolean;
  /** For the akim to decide on a request; null where no rule sets a term. */
  readonly requestWorkingDays: number | null;
}

/**
 * The convening rule from the rulebook and the territory's own acts.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example conveningRuleOn('gathering', '2026-11-21', [])
 * // → { noticeDays: 10, requestShare: 1/10, requestNeedsConsent: true, … }
 */
export function conveningRuleOn(
  body: VotingBody,
  on: CivilDate,
  overrides: readonly LocalOverride[],
): ConveningRule {
  const value = <Key extends LegalKey>(key: Key) => valueForTerritoryOn(key, on, overrides).value;
  const isAssembly = body === 'assembly';
  return {
    body,
    convenedBy: isCommunityBody(body) ? 'akim' : 'chair',
    noticeDays: value(`${body}.notice-days`),
    candidatesNoticeDays: isAssembly ? value('assembly.candidates-notice-days') : null,
    materialsDays: isAssembly ? value('assembly.materials-days') : null,
    requestShare:
      body === 'gathering' || body === 'assembly' ? value(`${body}.convening-share`) : null,
    requestNeedsConsent: body === 'gathering',
    requestWorkingDays: isAssembly ? value('assembly.request-working-days') : null,
  };
}

/** Days of notice that an agenda needs: the shorter term only where nothing else is taken up. */
export function noticeDaysFor(agenda: readonly AssemblyQuestion[], rule: ConveningRule): number {
  const onlyCandidates =
    agenda.length > 0 && agenda.every((question) => question === 'akim-candidates');
  return onlyCandidates ? (rule.candidatesNoticeDays ?? rule.noticeDays) : rule.noticeDays;
}
