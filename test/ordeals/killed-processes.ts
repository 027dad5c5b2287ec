import { burst, type Scene } from './burst.js';
import { type Ordeal, timesOf } from './ordeal.js';

const BLOWS = { short: 2, long: 50 };

/** Time between a late flush's turns: what it loses is then seen in every run. */
const LATE_FLUSH_MS = 10_000;

export const killedPortal: Ordeal = {
  name: 'killed-portal',
  what: 'kill -9 of the portal in a burst of ballots; the control loses one acknowledged ballot',
  run: (plan) =>
    burst({
      blows: timesOf(plan, BLOWS),
      blow: killPortal,
      ...(plan.control && { after: ({ town }) => town.loseOneBallot() }),
    }),
};

export const killedDatabase: Ordeal = {
  name: 'killed-database',
  what: 'kill -9 of PostgreSQL in a burst of ballots; the control acknowledges before the disk has them',
  run: (plan) =>
    burst({
      blows: timesOf(plan, BLOWS),
      blow: ({ town }) => town.killDatabase(),
      ...(plan.control && { before: acknowledgeEarly }),
    }),
};

export const restartedDatabase: Ordeal = {
  name: 'restarted-database',
  what: 'orderly restarts of PostgreSQL in a burst of ballots; the control loses one ballot',
  run: (plan) =>
    burst({
      blows: timesOf(plan, BLOWS),
      blow: ({ town }) => town.restartDatabase(),
      ...(plan.control && { after: ({ town }) => town.loseOneBallot() }),
    }),
};

async function killPortal({ portal }: Scene): Promise<void> {
  await portal.kill();
  await portal.start();
}

/** The portal refuses to start on such a server: this one is changed behind its back. */
async function acknowledgeEarly({ town }: Scene): Promise<void> {
  await town.dataSource.query(`alter system set synchronous_commit = off`);
  await town.dataSource.query(`alter system set wal_writer_delay = ${LATE_FLUSH_MS}`);
  await town.dataSource.query(`select pg_reload_conf()`);
}
