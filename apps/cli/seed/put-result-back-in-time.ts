import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { putRoundBackInTime } from './put-round-back-in-time.js';

const BACK = `make_interval(days => $2::int)`;

const MOVES = [
  `update rounds set closed_at = closed_at - ${BACK}, published_at = published_at - ${BACK},
     frozen_at = frozen_at - ${BACK} where id = $1`,
  `update tallies set computed_at = computed_at - ${BACK} where round_id = $1`,
  `update round_results set decided_at = decided_at - ${BACK}, published_at = published_at - ${BACK}
   where round_id = $1`,
];

/** For the invented town alone: a round with its published result, as if all of it were so much older. */
export async function putResultBackInTime(
  app: INestApplicationContext,
  roundId: string,
  days: number,
): Promise<void> {
  await putRoundBackInTime(app, roundId, days);
  await app.get(DataSource, { strict: false }).transaction(async (manager) => {
    await manager.query(`alter table tallies disable trigger tr_tallies_append_only`);
    for (const statement of MOVES) await manager.query(statement, [roundId, days]);
    await manager.query(`alter table tallies enable trigger tr_tallies_append_only`);
  });
}
