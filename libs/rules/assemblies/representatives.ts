import type { Fault } from '#rules/kernel/domain-error.js';

/** Votes for one candidate. */
export interface CandidateVotes {
  readonly candidateId: string;
  readonly votes: number;
}

/** Whom a separate gathering sends to the gathering; a tie at the last place is a result. */
export interface ElectedRepresentatives {
  readonly elected: readonly string[];
  readonly tie: { readonly between: readonly string[]; readonly places: number } | null;
}

/**
 * The fault of more places than the rules allow.
 *
 * @param atMost `separate-gathering.representatives-at-most`
 * @law model rules on separate gatherings No 122, seen in a local decision (`law.md` §3)
 */
export function assessPlaces(places: number, atMost: number): readonly Fault[] {
  if (places >= 1 && places <= atMost) return [];
  return [{ code: 'representatives.places_impossible', field: 'places', details: { atMost } }];
}

/**
 * The candidates with most votes. Candidates without a vote are not elected; where several have
 * alike for the last places, the chair names who of them is.
 *
 * @param places at least one ({@link assessPlaces})
 * @param chosenByChair candidates of the tie whom the chair named
 * @law model rules on separate gatherings No 122, seen in a local decision (`law.md` §3)
 * @example electRepresentatives([{ candidateId: 'a', votes: 3 }, { candidateId: 'b', votes: 3 }], 1, [])
 * // → { elected: [], tie: { between: ['a', 'b'], places: 1 } }
 */
export function electRepresentatives(
  candidates: readonly CandidateVotes[],
  places: number,
  chosenByChair: readonly string[],
): ElectedRepresentatives {
  const ranked = candidates
    .filter(({ votes }) => votes > 0)
    .toSorted((a, b) => b.votes - a.votes || (a.candidateId < b.candidateId ? -1 : 1));
  const ids = (list: readonly CandidateVotes[]) => list.map(({ candidateId }) => candidateId);
  if (ranked.length <= places) return { elected: ids(ranked), tie: null };
  const last = ranked[places - 1]!.votes;
  const sure = ids(ranked.filter(({ votes }) => votes > last));
  const even = ids(ranked.filter(({ votes }) => votes === last));
  return settle({ sure, even, places: places - sure.length }, chosenByChair);
}

interface LastPlaces {
  readonly sure: readonly string[];
  readonly even: readonly string[];
  readonly places: number;
}

function settle(
  { sure, even, places }: LastPlaces,
  chosenByChair: readonly string[],
): ElectedRepresentatives {
  if (even.length === places) return { elected: [...sure, ...even], tie: null };
  const chosen = even.filter((candidate) => chosenByChair.includes(candidate));
  if (chosen.length === places) return { elected: [...sure, ...chosen], tie: null };
  return { elected: sure, tie: { between: even, places } };
}
