import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import {
  communityRows,
  modelRegulationRows,
  publicCouncilRows,
  separateGatheringRows,
  silentCommunityRows,
} from './assembly-acts.js';
import type { LegalRow } from './legal-value.js';

/** Keys of when a body may decide and by how many votes. */
export interface AssemblyQuorumValues {
  /** Least share of the members that must be present. */
  readonly 'gathering.quorum': Fraction;
  readonly 'assembly.quorum': Fraction;
  readonly 'separate-gathering.quorum': Fraction;
  readonly 'territorial-council.quorum': Fraction;
  readonly 'public-council.quorum': Fraction;
  /** Share of those present that the votes for must exceed. */
  readonly 'gathering.majority': Fraction;
  readonly 'assembly.majority': Fraction;
  readonly 'separate-gathering.majority': Fraction;
  readonly 'territorial-council.majority': Fraction;
  readonly 'public-council.majority': Fraction;
  /** Votes that the chair adds to an even division; 0 where the chair has none. */
  readonly 'gathering.chair-votes': number;
  readonly 'assembly.chair-votes': number;
  readonly 'separate-gathering.chair-votes': number;
}

type ChairKey = Extract<keyof AssemblyQuorumValues, `${string}.chair-votes`>;
type ShareKey = Exclude<keyof AssemblyQuorumValues, ChairKey>;

const TENTH = fraction(1n, 10n);
const HALF = fraction(1n, 2n);
const TWO_THIRDS = fraction(2n, 3n);

/**
 * No rule of a territorial council was found: half and more than half stand until a local act says
 * otherwise, as for the Expert Council.
 *
 * @law LSG arts. 39-1…39-7; Law No 383-V (`law.md` §3)
 */
export const ASSEMBLY_QUORUM_ROWS: readonly LegalRow<
  keyof AssemblyQuorumValues,
  number | Fraction
>[] = [
  ...communityRows(share('gathering.quorum', TENTH, '39-1…39-3')),
  ...communityRows(share('assembly.quorum', HALF, '39-3')),
  ...separateGatheringRows(share('separate-gathering.quorum', TENTH, '')),
  ...silentCommunityRows(share('territorial-council.quorum', HALF, '39-7')),
  ...publicCouncilRows(share('public-council.quorum', TWO_THIRDS, '')),
  ...communityRows(share('gathering.majority', HALF, '39-1…39-3')),
  ...communityRows(share('assembly.majority', HALF, '39-3')),
  ...silentCommunityRows(share('separate-gathering.majority', HALF, '39-1…39-7')),
  ...silentCommunityRows(share('territorial-council.majority', HALF, '39-7')),
  ...publicCouncilRows({ ...share('public-council.majority', HALF, ''), note: 'law-is-silent' }),
  ...silentCommunityRows(chairVotes('gathering.chair-votes', 0)),
  ...modelRegulationRows(chairVotes('assembly.chair-votes', 1)),
  ...separateGatheringRows(chairVotes('separate-gathering.chair-votes', 1)),
];

function share(key: ShareKey, value: Fraction, point: string) {
  return { key, value, unit: 'share', point } as const;
}

function chairVotes(key: ChairKey, value: number) {
  return {
    key,
    value,
    unit: 'votes',
    point: key.startsWith('gathering') ? '39-1…39-3' : '',
  } as const;
}
