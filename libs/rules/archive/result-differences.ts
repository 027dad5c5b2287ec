import { formatAmount } from '../tally/amount.js';
import { countVoters, type Election } from '../tally/election.js';
import type { PotOutcome } from '../tally/round-count.js';
import { scoresOf } from '../tally/scores.js';
import type { ArchivedPot, ArchivedProject, ArchivedStrike } from './archived-result.js';

/** Something that a published result tells otherwise than its own ballots do. */
export interface ResultDifference {
  readonly code: `tally.${string}`;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface RecountedPot {
  readonly election: Election;
  readonly outcome: PotOutcome;
}

/**
 * Everything in which a pot's published result differs from the recount of its ballots: the voters,
 * each project's votes, points, cost and outcome, the winners in their sequence and what they cost,
 * and who of them was confirmed.
 */
export function resultDifferences(
  published: ArchivedPot,
  { election, outcome }: RecountedPot,
  struck: readonly ArchivedStrike[],
): readonly ResultDifference[] {
  const pot = published.territory;
  const { result } = outcome;
  if (result.kind === 'tie') return [differs('tally.tie', { pot })];
  const stated = { pot, stated: published.winners.join(', ') || '–' };
  const out = new Set(struck.filter((strike) => strike.pot === pot).map(({ id }) => id));
  const confirmed = result.winners.filter((id) => !out.has(id));
  const voters = countVoters(election);
  const cost = formatAmount(result.cost, election.scale);
  return [
    ...unless(published.voters === voters, 'tally.voters', {
      pot,
      stated: published.voters,
      counted: voters,
    }),
    ...projectDifferences(published, election, result.reasons),
    ...unless(areSame(published.winners, result.winners), 'tally.winners', {
      ...stated,
      counted: result.winners.join(', ') || '–',
    }),
    ...unless(published.cost === cost, 'tally.cost', {
      pot,
      stated: published.cost,
      counted: cost,
    }),
    ...unless(areSame(published.confirmed, confirmed), 'tally.confirmed', {
      pot,
      stated: published.confirmed.join(', ') || '–',
      counted: confirmed.join(', ') || '–',
    }),
  ];
}

type Reasons = ReadonlyMap<string, { readonly outcome: string }>;

function projectDifferences(
  { territory: pot, projects }: ArchivedPot,
  election: Election,
  reasons: Reasons,
): readonly ResultDifference[] {
  const ids = election.projects.map(({ id }) => id);
  const stated = projects.map(({ id }) => id);
  if (!areSame(stated, ids))
    return [differs('tally.projects', { pot, stated: stated.join(', '), counted: ids.join(', ') })];
  const { votes, points } = scoresOf(election);
  return projects.flatMap((project, place) => {
    const cost = formatAmount(election.projects[place]!.cost, election.scale);
    const outcome = reasons.get(project.id)?.outcome ?? '–';
    const counted = { votes: votes[place]!, points: points[place]!, cost, outcome };
    return fieldDifferences(project, counted, pot);
  });
}

type Counted = Pick<ArchivedProject, 'votes' | 'points' | 'cost' | 'outcome'>;

function fieldDifferences(
  project: ArchivedProject,
  counted: Counted,
  pot: string,
): readonly ResultDifference[] {
  // What was withdrawn stands in the election file at a cost beyond reach, so that nobody counts it.
  const isWithdrawn = project.outcome === 'WITHDRAWN';
  const fields = isWithdrawn
    ? (['votes', 'points'] as const)
    : (['votes', 'points', 'cost', 'outcome'] as const);
  return fields.flatMap((field) =>
    unless(project[field] === counted[field], `tally.project_${field}`, {
      pot,
      project: project.id,
      stated: project[field],
      counted: counted[field],
    }),
  );
}

function unless(
  holds: boolean,
  code: ResultDifference['code'],
  details: ResultDifference['details'],
): readonly ResultDifference[] {
  return holds ? [] : [differs(code, details)];
}

function differs(
  code: ResultDifference['code'],
  details: ResultDifference['details'],
): ResultDifference {
  return { code, details };
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
