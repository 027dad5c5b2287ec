import { formatAmount } from '../amount.js';
import { compareIds } from '../compare-ids.js';
import type { CastBallot, Election } from '../election.js';
import { scoresOf } from '../scores.js';
import { REQUIRED_META } from './meta-section.js';
import { joinRow } from './row.js';
import { takesPoints } from './votes-section.js';

/** One voter's line; `voterId` is fresh and random, made by the caller for this file alone. */
export interface WrittenBallot extends CastBallot {
  readonly voterId: string;
  readonly age?: string;
  readonly sex?: string;
  readonly votingMethod?: string;
}

export interface PabulibDraft {
  /** description, country, unit, instance, rule, date_begin, date_end and what else is known. */
  readonly meta: Readonly<Record<string, string>>;
  readonly election: Election;
  readonly ballots: readonly WrittenBallot[];
  /** Fills the `selected` column; absent before the decision. */
  readonly winners?: readonly string[];
  /** Age and sex are left out where fewer voters than this share them. */
  readonly smallestGroup: number;
}

const PERSONAL = ['age', 'sex'] as const;
const COLUMNS = [...PERSONAL, 'votingMethod', 'district'] as const;
const COLUMN_NAMES = {
  age: 'age',
  sex: 'sex',
  votingMethod: 'voting_method',
  district: 'neighborhood',
} as const;

/**
 * Writes an election as a Pabulib file that strict reading takes, line by line with LF.
 * Voters stand by their random ids, so that nothing tells when anybody voted.
 * Throws RangeError when a required META key is missing.
 *
 * @example for (const line of writePabulib(draft)) file.write(line)
 */
export function* writePabulib(draft: PabulibDraft): Generator<string> {
  yield* metaLines(draft);
  yield* projectLines(draft);
  yield* voteLines(draft);
}

function* metaLines({ meta, election, ballots }: PabulibDraft): Generator<string> {
  const counted: Readonly<Record<string, string>> = {
    num_projects: String(election.projects.length),
    num_votes: String(ballots.length),
    budget: formatAmount(election.budget, election.scale),
    vote_type: election.voteType,
  };
  const whole = new Map(Object.entries({ ...meta, ...counted }));
  const missing = REQUIRED_META.filter((key) => (whole.get(key) ?? '').trim() === '');
  if (missing.length > 0) throw new RangeError(`META needs ${missing.join(', ')}`);
  const keys = [...REQUIRED_META, ...[...whole.keys()].filter((key) => !isRequired(key))];
  yield 'META\nkey;value\n';
  for (const key of keys) yield rowOf([key, whole.get(key)!]);
}

function isRequired(key: string): boolean {
  return (REQUIRED_META as readonly string[]).includes(key);
}

function* projectLines({ election, winners }: PabulibDraft): Generator<string> {
  const { votes, points } = scoresOf(election);
  const hasGroups = election.projects.some(({ group }) => group !== undefined);
  const columns = ['project_id', 'cost', 'votes', 'score', 'name'];
  if (hasGroups) columns.push('exclusive_group');
  yield `PROJECTS\n${rowOf(winners ? [...columns, 'selected'] : columns)}`;
  for (const [place, { id, cost, name = '', group = '' }] of election.projects.entries()) {
    const amount = formatAmount(cost, election.scale);
    const fields = [id, amount, String(votes[place]), String(points[place]), name];
    if (hasGroups) fields.push(group);
    yield rowOf(winners ? [...fields, winners.includes(id) ? '1' : '0'] : fields);
  }
}

function* voteLines({ election, ballots, smallestGroup }: PabulibDraft): Generator<string> {
  const withPoints = takesPoints(election.voteType);
  const columns = COLUMNS.filter((column) => ballots.some((ballot) => ballot[column]));
  const head = ['voter_id', 'vote', ...(withPoints ? ['points'] : [])];
  yield `VOTES\n${rowOf([...head, ...columns.map((column) => COLUMN_NAMES[column])])}`;
  const sizes = groupSizes(ballots);
  for (const ballot of ballots.toSorted((a, b) => compareIds(a.voterId, b.voterId))) {
    const hidden = (sizes.get(groupOf(ballot)) ?? 0) < smallestGroup;
    const fields = [ballot.voterId, ballot.votes.map(({ project }) => project).join(',')];
    if (withPoints) fields.push(ballot.votes.map(({ points = 1 }) => points).join(','));
    for (const column of columns)
      fields.push(hidden && isPersonal(column) ? '' : (ballot[column] ?? ''));
    yield rowOf(fields);
  }
}

function isPersonal(column: string): boolean {
  return (PERSONAL as readonly string[]).includes(column);
}

function groupSizes(ballots: readonly WrittenBallot[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const ballot of ballots) {
    const group = groupOf(ballot);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}

function groupOf(ballot: WrittenBallot): string {
  return COLUMNS.map((column) => ballot[column] ?? '').join('\n');
}

/** Line ends inside a field become spaces: a name must never look like a section. */
function rowOf(fields: readonly string[]): string {
  return `${joinRow(fields.map((field) => field.replace(/\s+/g, ' ').trim()))}\n`;
}
