import { setTimeout as wait } from 'node:timers/promises';
import { countElection } from '#rules/tally/count.js';
import type { Election } from '#rules/tally/election.js';
import { readPabulibText } from '#rules/tally/pabulib/read-pabulib.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
import type { PublicState } from './check-history.js';
import type { History } from './history.js';

/** A closing job that finds the database away comes again at its next turn. */
const LONGEST_CLOSING_MS = 60_000;
const LANES = 16;
const LONGEST_REFUSAL_MS = 60_000;

/** Shown figures may be as old as this. */
const SHOWN_WITHIN_MS = 2_500;

interface PetitionView {
  readonly count: number;
}

interface ResultView {
  readonly winners: readonly { readonly number: number }[];
}

/** Waits for the count of a round that has ended and asks what everybody may ask. */
export async function publicStateOf(
  roundId: string,
  history: History,
  address: string,
): Promise<PublicState> {
  const round = `${address}/api/v1/rounds/${roundId}`;
  const result = (await untilThere(`${round}/results`)) as ResultView;
  const election = await electionOf(`${round}/election.pb`);
  return {
    receipts: await receiptsOf(history, address),
    ballots: ballotsOf(election),
    winners: winnersAmong(election, result),
    recounted: recount(election),
  };
}

/** The count of a petition's signatures that everybody is shown, when it moves no more. */
export async function shownSignatures(petitionId: string, address: string): Promise<number> {
  const ask = async (): Promise<number> => {
    const answer = (await untilThere(`${address}/api/v1/petitions/${petitionId}`)) as PetitionView;
    return answer.count;
  };
  let [former, shown] = [-1, await ask()];
  while (former !== shown) {
    await wait(SHOWN_WITHIN_MS);
    [former, shown] = [shown, await ask()];
  }
  return shown;
}

/** Told to come again, one does: only another answer says whether a thing is there. */
export async function askPatiently(address: string): Promise<Response> {
  const until = Date.now() + LONGEST_REFUSAL_MS;
  for (;;) {
    const answer = await fetch(address);
    if (answer.status !== 503 || Date.now() > until) return answer;
    await answer.body?.cancel();
    await wait(200);
  }
}

async function untilThere(address: string): Promise<unknown> {
  const until = Date.now() + LONGEST_CLOSING_MS;
  while (Date.now() < until) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return answer.json();
    await answer?.body?.cancel();
    await wait(200);
  }
  throw new Error(`${address} did not come within ${LONGEST_CLOSING_MS / 1000} s`);
}

async function electionOf(address: string): Promise<Election> {
  const file = readPabulibText(await (await fetch(address)).text(), { mode: 'strict' });
  if (file.kind === 'unreadable') throw new Error('The published ballots can not be read');
  return file.election;
}

/** Of the pot that the published file is about. */
function winnersAmong({ projects }: Election, { winners }: ResultView): number[] {
  const own = new Set(projects.map(({ id }) => Number(id)));
  return winners.map(({ number }) => number).filter((number) => own.has(number));
}

function ballotsOf({ ballots, projects }: Election): number[][] {
  return ballots.flatMap(({ voters, choices }) =>
    Array.from({ length: voters }, () => choices.map((place) => Number(projects[place]!.id))),
  );
}

function recount(election: Election): number[] {
  const outcome = countElection(election, ruleSpec({ name: 'greedy', ties: 'cost-votes-id' }));
  if (outcome.kind === 'tie') throw new Error('The recount came to a tie');
  return outcome.winners.map(Number);
}

async function receiptsOf(history: History, address: string): Promise<Map<string, string | null>> {
  const waiting = history.acknowledged().map((act) => act.receipt!);
  const states = new Map<string, string | null>();
  const ask = async (): Promise<void> => {
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      const answer = await askPatiently(`${address}/api/v1/receipts/${code}`);
      const found = answer.ok ? ((await answer.json()) as { state: string }).state : null;
      if (!answer.ok) await answer.body?.cancel();
      states.set(code, found);
    }
  };
  await Promise.all(Array.from({ length: LANES }, ask));
  return states;
}
