import type { Fault } from '#rules/kernel/domain-error.js';
import { type Moment, toEpochMs } from '#rules/kernel/instant.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** A wish to let the voting run longer, the one thing that may change while it is open. */
export interface VotingExtension {
  readonly now: Moment;
  readonly votingFrom: Moment;
  readonly votingUntil: Moment;
  readonly newVotingUntil: Moment;
  readonly decisionBy: Moment;
  readonly reason: OfficialText;
  readonly proposedById: string;
  readonly confirmedById: string;
}

/**
 * All faults of an extension: while the voting is open, only forward, ending before the day of the
 * decision, with a published reason, by two different people.
 *
 * @example assessVotingExtension({ …, proposedById: 'a', confirmedById: 'a' })
 * // → [{ code: 'extension.same_person' }]
 */
export function assessVotingExtension(extension: VotingExtension): readonly Fault[] {
  const faults = [...timeFaults(extension)];
  const languages = missingLanguages(extension.reason);
  if (languages.length > 0) {
    faults.push({ code: 'extension.reason_missing', field: 'reason', details: { languages } });
  }
  if (extension.proposedById === extension.confirmedById) {
    faults.push({ code: 'extension.same_person' });
  }
  return faults;
}

function timeFaults(extension: VotingExtension): readonly Fault[] {
  const field = 'votingUntil';
  const faults: Fault[] = [];
  if (toEpochMs(extension.now) < toEpochMs(extension.votingFrom)) {
    faults.push({ code: 'extension.voting_not_open' });
  }
  if (toEpochMs(extension.now) >= toEpochMs(extension.votingUntil)) {
    faults.push({ code: 'extension.voting_closed' });
  }
  if (toEpochMs(extension.newVotingUntil) <= toEpochMs(extension.votingUntil)) {
    faults.push({ code: 'extension.not_forward', field });
  }
  if (toEpochMs(extension.newVotingUntil) >= toEpochMs(extension.decisionBy)) {
    faults.push({ code: 'extension.after_decision_day', field });
  }
  return faults;
}
