import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { civilDateOf } from '#platform/clock/clock.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import type { CastBallot, Election } from '#rules/tally/election.js';
import { type WrittenBallot, writePabulib } from '#rules/tally/pabulib/write-pabulib.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { PotElection } from './round-elections.js';
import type { CountedPot } from './stored-count.js';

const compress = promisify(gzip);

/** Where no smaller sum would do, the sentinel that real files use for what was withdrawn. */
const WITHDRAWN_COST_TIYN = 99_999_999_900n;

const RANDOM_BYTES = 12;

/** A pot's election as a Pabulib file, frozen with its count. */
export interface ElectionFile {
  readonly territory: string;
  /** SHA-256 of the text. */
  readonly digest: Buffer;
  readonly gzipped: Buffer;
}

export interface FileMatter {
  readonly round: RoundRow;
  readonly election: PotElection;
  readonly counted: CountedPot;
  readonly rule: RuleSpec;
}

/** Writes, digests and packs the file; the voters' ids in it are drawn now and stand nowhere else. */
export async function makeElectionFile(matter: FileMatter): Promise<ElectionFile> {
  const text = Buffer.from([...linesOf(matter)].join(''), 'utf8');
  return {
    territory: matter.counted.territory,
    digest: createHash('sha256').update(text).digest(),
    gzipped: await compress(text),
  };
}

function linesOf(matter: FileMatter): Generator<string> {
  const { election, counted } = matter;
  return writePabulib({
    meta: metaOf(matter),
    election: withoutWithdrawn(election),
    ballots: election.ballots.flatMap(asManyLines),
    smallestGroup: SMALLEST_GROUP,
    ...(counted.tie === null && { winners: counted.winners }),
  });
}

/** One line a voter; equal ballots share their choices, so that memory holds one list of each. */
function asManyLines({ votes, voters = 1 }: CastBallot): WrittenBallot[] {
  return Array.from({ length: voters }, () => ({ voterId: randomId(), votes }));
}

function randomId(): string {
  return randomBytes(RANDOM_BYTES).toString('hex');
}

/** A plain recount must pass over what was withdrawn: it costs more than there is. */
function withoutWithdrawn({ pot }: PotElection): Election {
  const { election, removed } = pot;
  const outOfReach =
    election.budget < WITHDRAWN_COST_TIYN ? WITHDRAWN_COST_TIYN : election.budget + 100n;
  return {
    ...election,
    projects: election.projects.map((project) =>
      removed?.has(project.id) ? { ...project, cost: outOfReach } : project,
    ),
  };
}

function metaOf({ round, counted, rule }: FileMatter): Record<string, string> {
  return {
    description: both(round.title),
    country: 'Kazakhstan',
    unit: both(round.territoryName),
    instance: String(round.year),
    ...(round.pots.length > 1 && { subunit: both(counted.name) }),
    rule: ruleName(rule, round.minimumVotes),
    date_begin: pabulibDate(round.calendar.votingFrom),
    date_end: pabulibDate(new Date(round.calendar.votingUntil.getTime() - 1)),
    currency: 'KZT',
    language: 'kk,ru',
    edition: round.id,
    ...limitsOf(round),
    ...(round.minimumVotes > 0 && { minimum_votes: String(round.minimumVotes) }),
    satisfaction: rule.satisfaction,
    completion: rule.completion,
    ties: rule.ties,
    ...(rule.name === 'phragmen' && { overspending: rule.overspending }),
  };
}

function limitsOf({ ballot, pots }: RoundRow): Record<string, string> {
  // The least holds over all pots together, so a file of one pot may hold shorter ballots.
  const shortest: Record<string, string> =
    pots.length === 1 && ballot.min > 0 ? { min_length: String(ballot.min) } : {};
  switch (ballot.kind) {
    case 'knapsack':
      return { ...shortest, vote_by: 'knapsack' };
    case 'cumulative':
      return { ...shortest, max_sum_points: String(ballot.points) };
    case 'scoring':
      return { ...shortest, max_points: String(ballot.maxPoints) };
    default:
      return { ...shortest, max_length: String(ballot.max) };
  }
}

/** The words that Pabulib files use for rules. */
function ruleName({ name, completion }: RuleSpec, minimumVotes: number): string {
  if (name === 'greedy') return minimumVotes > 0 ? 'greedy-threshold' : 'greedy';
  if (name === 'phragmen') return name;
  return completion === 'none' ? 'equalshares' : `equalshares/${completion}`;
}

function both({ kk, ru }: OfficialText): string {
  return kk === ru ? kk : `${kk} / ${ru}`;
}

function pabulibDate(instant: Date): string {
  return civilDateOf(instant).split('-').reverse().join('.');
}
