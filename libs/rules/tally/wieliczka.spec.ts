import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePreferences, doesSharesOutcomeStand } from './comparison.js';
import { countElection } from './count.js';
import type { Election } from './election.js';
import { readPabulibText } from './pabulib/read-pabulib.js';
import { ruleSpec } from './rule-spec.js';

const FILE = join(
  process.env['QATYSU_ELECTIONS'] ?? '../shared/pb',
  'Poland_Wieliczka_2023_Green_Budget.pb',
);
const whenPresent = existsSync(FILE) ? it : it.skip;

describe(`Wieliczka 2023, the first town that counted by equal shares (${FILE})`, () => {
  whenPresent('has the winners that the town published', () => {
    const election = wieliczka();
    const published = election.projects
      .filter(({ selected }) => selected === 1)
      .map(({ id }) => id);
    expect(sharesWinners(election).toSorted()).toEqual(published.toSorted());
  });

  whenPresent('passes the comparison step: more voters prefer it to the greedy outcome', () => {
    const election = wieliczka();
    const greedy = countElection(election, ruleSpec({ name: 'greedy', ties: 'refuse' }));
    if (greedy.kind === 'tie') throw new Error('Greedy has no tie here');
    const preferences = comparePreferences(election, sharesWinners(election), greedy.winners);
    expect(doesSharesOutcomeStand(preferences)).toBe(true);
  });
});

function wieliczka(): Election {
  const file = readPabulibText(readFileSync(FILE, 'utf8'), { mode: 'strict' });
  if (file.kind === 'unreadable') throw new Error(JSON.stringify(file.faults));
  return file.election;
}

function sharesWinners(election: Election): readonly string[] {
  const rule = ruleSpec({ name: 'equal-shares', completion: 'add1xu', ties: 'id' });
  const outcome = countElection(election, rule);
  return outcome.kind === 'outcome' ? outcome.winners : [];
}
