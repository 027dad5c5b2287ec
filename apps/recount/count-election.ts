import { countElection } from '#rules/tally/count.js';
import type { Election } from '#rules/tally/election.js';
import type { Outcome, Tie } from '#rules/tally/outcome.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import type { Texts } from './language.js';
import { Refused } from './refused.js';

/** Counts; points that cannot be added exactly end the command with a sentence. */
export function countOrRefuse(election: Election, rule: RuleSpec, texts: Texts): Outcome | Tie {
  try {
    return countElection(election, rule);
  } catch (error) {
    if (error instanceof RangeError) throw new Refused([texts.say('fault.too_large')]);
    throw error;
  }
}

export function tieSentence(tie: Tie, texts: Texts): string {
  return texts.say('tie', { between: tie.between.join(', ') });
}
