import { buildElection } from '#rules/tally/build-election.js';
import type { CastBallot, VoteType } from '#rules/tally/election.js';
import type { BallotKind } from '#rules/participation/ballot-rule.js';
import type { RoundPot } from '#rules/tally/round-pot.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { EqualBallots, ProjectToCount } from './round-to-count.js';

/** Decimals of the money unit: sums are in tiyn. */
const SCALE = 2;

const VOTE_TYPE_OF: Readonly<Record<BallotKind, VoteType>> = {
  approval: 'approval',
  knapsack: 'approval',
  cumulative: 'cumulative',
  ordinal: 'ordinal',
  scoring: 'scoring',
};

/** A pot ready to be counted, with its ballots as they go into the election file. */
export interface PotElection {
  readonly pot: RoundPot;
  readonly ballots: readonly CastBallot[];
}

export type RoundOfElections = Pick<RoundRow, 'ballot' | 'minimumVotes' | 'costCapTiyn' | 'pots'>;

/**
 * The elections of a round, one a pot. A voter counts in each pot where she chose something; in a
 * round with a single pot a blank ballot counts too.
 */
export function electionsOf(
  round: RoundOfElections,
  projects: readonly ProjectToCount[],
  ballots: Iterable<EqualBallots>,
): readonly PotElection[] {
  const idOf = projectIds(projects);
  const cast = castByPot(round, { projects, ballots, idOf });
  return round.pots.map(({ territory, amountTiyn }) => {
    const own = projects.filter(({ pot }) => pot === territory);
    const election = buildElection({
      voteType: voteTypeOf(round.ballot.kind),
      budget: amountTiyn,
      scale: SCALE,
      projects: own.map((project) => ({
        id: idOf(project.number),
        cost: project.costTiyn,
        name: project.title.kk,
        ...(project.group !== null && { group: project.group }),
      })),
      ballots: cast.get(territory)!,
    });
    return { pot: potOf(round, { territory, election, own, idOf }), ballots: cast.get(territory)! };
  });
}

export function voteTypeOf(kind: BallotKind): VoteType {
  return VOTE_TYPE_OF[kind];
}

/** Numbers on the ballot as ids of one width: the rule "smaller id first" compares text. */
export function projectIds(
  projects: readonly Pick<ProjectToCount, 'number'>[],
): (number: number) => string {
  const width = String(Math.max(0, ...projects.map(({ number }) => number))).length;
  return (number) => String(number).padStart(width, '0');
}

interface PotParts {
  readonly territory: string;
  readonly election: RoundPot['election'];
  readonly own: readonly ProjectToCount[];
  readonly idOf: (number: number) => string;
}

function potOf(round: RoundOfElections, { territory, election, own, idOf }: PotParts): RoundPot {
  const withdrawn = own.filter(({ isWithdrawn }) => isWithdrawn);
  return {
    id: territory,
    election,
    minimumVotes: round.minimumVotes,
    ...(round.costCapTiyn !== null && { costCap: round.costCapTiyn }),
    removed: new Map(withdrawn.map(({ number }) => [idOf(number), { outcome: 'WITHDRAWN' }])),
  };
}

interface Divided {
  readonly projects: readonly ProjectToCount[];
  readonly ballots: Iterable<EqualBallots>;
  readonly idOf: (number: number) => string;
}

function castByPot(
  round: RoundOfElections,
  { projects, ballots, idOf }: Divided,
): ReadonlyMap<string, CastBallot[]> {
  const potOf = new Map(projects.map(({ number, pot }) => [number, pot]));
  const cast = new Map(round.pots.map(({ territory }) => [territory, [] as CastBallot[]]));
  const isBlankCounted = round.pots.length === 1;
  for (const ballot of ballots) {
    for (const [territory, all] of cast) {
      const votes = votesIn(ballot, (number) => potOf.get(number) === territory, idOf);
      const { voters, territory: district } = ballot;
      if (votes.length > 0 || isBlankCounted)
        all.push({ votes, voters, ...(district !== null && { district }) });
    }
  }
  return cast;
}

function votesIn(
  { numbers, points }: EqualBallots,
  isHere: (number: number) => boolean,
  idOf: (number: number) => string,
): CastBallot['votes'] {
  return numbers.flatMap((number, place) =>
    isHere(number)
      ? [{ project: idOf(number), ...(points && { points: points[place] ?? 0 }) }]
      : [],
  );
}
