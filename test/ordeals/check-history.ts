import type { History } from './history.js';

/** What the town says to everybody after the close. */
export interface PublicState {
  /** State of every acknowledged receipt; null where the town does not know it. */
  readonly receipts: ReadonlyMap<string, string | null>;
  /** Choices on the published ballots, by ballot number. */
  readonly ballots: readonly (readonly number[])[];
  readonly winners: readonly number[];
  /** What an independent count of the published ballots gives. */
  readonly recounted: readonly number[];
}

/**
 * Does the town hold what it acknowledged, and nothing else? Every acknowledged receipt is known,
 * every voter's last choice is counted exactly once, and the result is that of a recount.
 *
 * @returns every fault, empty where all holds
 */
export function faultsOf(history: History, state: PublicState): string[] {
  return [
    ...unsettledFaults(history),
    ...brokenFaults(history),
    ...receiptFaults(history, state),
    ...ballotFaults(history, state),
    ...countFaults(state),
  ];
}

function unsettledFaults(history: History): string[] {
  const count = history.unsettled().length;
  return count > 0 ? [`${count} act(s) were never answered`] : [];
}

function brokenFaults(history: History): string[] {
  const count = history.all().filter(({ status }) => status >= 500).length;
  return count > 0 ? [`${count} act(s) were answered by an error of ours`] : [];
}

function receiptFaults(history: History, { receipts }: PublicState): string[] {
  const lost = history.acknowledged().filter(({ receipt }) => !receipts.get(receipt!));
  const held = history.acknowledged().map(({ receipt }) => receipt!);
  const shared = held.length - new Set(held).size;
  return [
    ...(lost.length > 0 ? [`${lost.length} acknowledged receipt(s) are not known any more`] : []),
    ...(shared > 0 ? [`${shared} receipt(s) were given out twice`] : []),
  ];
}

/** The published ballots are the last acknowledged choices, as many of each kind. */
function ballotFaults(history: History, { ballots }: PublicState): string[] {
  const expected = tallyOf([...history.finalChoices().values()]);
  const published = tallyOf(ballots);
  const kinds = new Set([...expected.keys(), ...published.keys()]);
  return [...kinds]
    .filter((kind) => expected.get(kind) !== published.get(kind))
    .map(
      (kind) =>
        `ballots for [${kind}]: ${expected.get(kind) ?? 0} acknowledged, ${published.get(kind) ?? 0} counted`,
    );
}

function countFaults({ winners, recounted }: PublicState): string[] {
  const same = winners.join() === recounted.join();
  return same ? [] : [`winners [${winners.join()}], a recount gives [${recounted.join()}]`];
}

function tallyOf(choices: readonly (readonly number[])[]): Map<string, number> {
  const tally = new Map<string, number>();
  for (const choice of choices) {
    const kind = [...choice].sort((a, b) => a - b).join(' ');
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
  }
  return tally;
}
