import type { Outcome, Tie } from '#rules/tally/outcome.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import { countPot } from '#rules/tally/round-count.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import type { Texts } from './language.js';
import { Refused } from './refused.js';

/** What of a file decides: its election, and the fewest votes that its META may ask of a winner. */
export type Countable = Pick<PabulibFile, 'election' | 'meta'>;

/** Counts; points that cannot be added exactly end the command with a sentence. */
export function countOrRefuse(file: Countable, rule: RuleSpec, texts: Texts): Outcome | Tie {
  const pot = { id: 'file', election: file.election, minimumVotes: minimumVotesIn(file) };
  try {
    return countPot(pot, { rule, application: ['minimum-votes', 'count'] });
  } catch (error) {
    if (error instanceof RangeError) throw new Refused([texts.say('fault.too_large')]);
    throw error;
  }
}

/** META `minimum_votes`, which the exports of a round carry; 0 in any other file. */
export function minimumVotesIn({ meta }: Countable): number {
  const text = meta.get('minimum_votes') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

export function tieSentence(tie: Tie, texts: Texts): string {
  return texts.say('tie', { between: tie.between.join(', ') });
}
