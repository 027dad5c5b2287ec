import { lotteryNumber } from '#rules/tally/lottery.js';

/** What a project's number on the ballot is drawn from. */
export interface NumberDraw {
  /** Public text that nobody chooses for the occasion: the id of the round. */
  readonly seed: string;
  readonly project: string;
  /** How many proposals the round has received: the numbers in the urn are 1 to this. */
  readonly received: number;
  /** Numbers drawn before. */
  readonly taken: readonly number[];
}

/**
 * Draws a project's number on the ballot among those still in the urn; anybody can repeat it from
 * what is public. Numbers of proposals that are never admitted stay undrawn.
 *
 * @example drawBallotNumber({ seed: 'round', project: 'p', received: 3, taken: [1, 2] }) // → 3
 */
export function drawBallotNumber({ seed, project, received, taken }: NumberDraw): number {
  const urnSize = Math.max(received, taken.length + 1, ...taken);
  const urn = Array.from({ length: urnSize }, (_, index) => index + 1);
  const left = urn.filter((number) => !taken.includes(number));
  if (left.length === 0) return urnSize + 1;
  const lot = BigInt(`0x${lotteryNumber(seed, project)}`);
  return left[Number(lot % BigInt(left.length))]!;
}
