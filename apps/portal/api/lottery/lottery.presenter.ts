import type { LotteryRow } from '#features/participation/results/lottery/lottery.reader.js';
import { drawSeed } from '#rules/tally/lottery.js';
import { presentInstant } from '../instant.js';

/** A promised lottery as programs see it; who acted stands in the audit trail. */
export function presentLottery({ commitment, value, promisedAt, secret, draws }: LotteryRow) {
  return {
    commitment,
    value,
    promisedAt: presentInstant(promisedAt),
    secret,
    draws: draws.map((draw) => ({
      id: draw.id,
      value: draw.value,
      source: draw.source,
      protocolNumber: draw.protocolNumber,
      text: draw.text,
      enteredAt: presentInstant(draw.enteredAt),
      confirmedAt: draw.confirmedAt && presentInstant(draw.confirmedAt),
      tally: draw.tally,
      seed: draw.confirmedAt && secret ? drawSeed(secret, draw.value) : null,
    })),
  };
}

export type LotteryView = ReturnType<typeof presentLottery>;
