import type { Election, ElectionProject } from '#rules/tally/election.js';
import { BallotBox } from '#rules/tally/ballot-box.js';

/**
 * An invented city: projects of unequal popularity and cost, every voter chooses 1 to 10 of
 * them. The same numbers on every machine.
 */
export function syntheticElection(voters: number, projects: number): Election {
  const random = generator(voters * 31 + projects);
  const box = new BallotBox();
  for (let voter = 0; voter < voters; voter++) {
    const chosen = new Set<number>();
    const wanted = 1 + Math.floor(random() * 10);
    while (chosen.size < wanted) chosen.add(Math.floor(random() ** 2 * projects));
    box.add({ choices: [...chosen].sort((a, b) => a - b), voters: 1 });
  }
  const list = Array.from({ length: projects }, (_, place): ElectionProject => ({
    id: String(place + 1),
    cost: BigInt(1_000_000 + Math.floor(random() * 49_000_000)) * 100n,
  }));
  return {
    voteType: 'approval',
    budget: 200_000_000_000n,
    scale: 2,
    projects: list,
    ballots: box.ballots(),
  };
}

/** The same election as the text of a Pabulib file, in pieces. */
export function* asPabulib(election: Election): Generator<string> {
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  yield `META\nkey;value\ndescription;Invented\ncountry;Kazakhstan\nunit;Invented\ninstance;2026\n`;
  yield `num_projects;${election.projects.length}\nnum_votes;${voters}\nbudget;${election.budget / 100n}\n`;
  yield `vote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\nPROJECTS\nproject_id;cost\n`;
  for (const { id, cost } of election.projects) yield `${id};${cost / 100n}\n`;
  yield 'VOTES\nvoter_id;vote\n';
  let [voter, piece] = [0, ''];
  for (const ballot of election.ballots) {
    const vote = ballot.choices.map((project) => election.projects[project]!.id).join();
    for (let copy = 0; copy < ballot.voters; copy++) piece += `${++voter};${vote}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** About what a file stream hands over at once. */
const PIECE = 65_536;

/** Mulberry32: small, fast and good enough to invent a city. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
