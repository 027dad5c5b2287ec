import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { waysOfVote } from './ballot-ways.js';

/** The page before signing in: what will be read, what is stored, what if it does not work. */
export function presentIdentify(round: RoundRow, say: Wording) {
  const ways = waysOfVote(round.id);
  return {
    title: say.t('ballots.identify.title'),
    ways,
    signIn: `/sign-in?next=${encodeURIComponent(`${ways.start}/confirm`)}`,
  };
}
