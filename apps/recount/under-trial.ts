import { toScale, type Amount } from '#rules/tally/amount.js';
import type { Election } from '#rules/tally/election.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import type { TrialFlags } from './rule-options.js';

/** The file with other conditions in place of its own: the ballots stay as they were cast. */
export function underTrial(file: PabulibFile, { minimumVotes, budget }: TrialFlags): PabulibFile {
  const meta = new Map(file.meta);
  if (minimumVotes !== undefined) meta.set('minimum_votes', String(minimumVotes));
  return {
    ...file,
    meta,
    election: budget ? withBudget(file.election, budget) : file.election,
  };
}

/** A sum with more decimals than the file has makes the money unit of all sums smaller. */
function withBudget(election: Election, budget: Amount): Election {
  const scale = Math.max(election.scale, budget.decimals);
  const factor = 10n ** BigInt(scale - election.scale);
  const projects = election.projects.map((project) => ({
    ...project,
    cost: project.cost * factor,
  }));
  return { ...election, scale, projects, budget: toScale(budget, scale) };
}
