import { setTimeout as wait } from 'node:timers/promises';
import { WatchedClient } from '#platform/persistence/watched-client.js';
import { burst, type LiveScene, type Scene } from './burst.js';
import { type Ordeal, timesOf, type Trial } from './ordeal.js';
import type { OrdealTown } from './ordeal-town.js';
import { withSpoiltCode } from './spoilt-code.js';

const BLOWS = { short: 3, long: 30 };
const REPLACING = 3;
/** Enough to meet each lock. */
const PEOPLE = 10;
/** Somebody always acts: the first lock is met at once. */
const MET_WITHIN_MS = 10_000;

/** Time to ask for the second lock, and found long before a portal gives up waiting for the first one. */
const FOUND_WITHIN_MS = 500;
/** Whoever looks for a deadlock first gives in: that is to be the portal, not the one who locks. */
const PATIENT = `set deadlock_timeout = '10s'`;
/**
 * Newcomers share the round all the time, so that its exclusive lock may never come. A `lock_timeout`
 * would begin anew with each of them.
 */
const NOT_FOR_EVER = `set statement_timeout = '800ms'`;

const WITHOUT_RETRIES = withSpoiltCode({
  file: '/persistence/lost-race.js',
  what: 'ATTEMPTS = 5',
  by: 'ATTEMPTS = 1',
});

export const deadlocks: Ordeal = {
  name: 'deadlocks',
  what: 'somebody locks ballots and then their round, counts and then their tally, against the sequence of every act; the portal of the control does not try again',
  run: async (plan) => {
    let met = 0;
    const trial = await burst({
      blows: timesOf(plan, BLOWS),
      people: PEOPLE,
      before: findDeadlocksSoon,
      blow: async (scene) => {
        await lockBallotsFirst(scene);
        await lockCountsFirst(scene);
      },
      also: async (scene) => {
        met = await deadlocksOf(scene);
        return [];
      },
      ...(plan.control && { portal: { env: WITHOUT_RETRIES } }),
    });
    return withDeadlocks(trial, met);
  },
};

async function findDeadlocksSoon({ town }: Scene): Promise<void> {
  await town.dataSource.query(`alter system set deadlock_timeout = ${FOUND_WITHIN_MS}`);
  await town.dataSource.query('select pg_reload_conf()');
}

async function lockBallotsFirst({ town, crowd }: LiveScene): Promise<void> {
  let replaced = Promise.resolve();
  await lockTheOtherWay(town, {
    first: 'select from ballots where round_id = $1 for update',
    second: 'select from rounds where id = $1 for update',
    id: town.round.roundId,
    meanwhile: () => (replaced = crowd.recast(REPLACING)),
  });
  await replaced;
}

function lockCountsFirst({ town }: LiveScene): Promise<void> {
  return lockTheOtherWay(town, {
    first: 'select from signature_counts where petition_id = $1 for update',
    second: 'select from petition_tallies where petition_id = $1 for update',
    id: town.petitionId,
  });
}

interface OtherWay {
  readonly first: string;
  readonly second: string;
  readonly id: string;
  /** Begins acts that meet the first lock, beside those that come anyway. */
  readonly meanwhile?: () => unknown;
}

async function lockTheOtherWay(
  town: OrdealTown,
  { first, second, id, meanwhile }: OtherWay,
): Promise<void> {
  const client = new WatchedClient({ connectionString: town.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await client.query(`${PATIENT}; begin`);
    await client.query(first, [id]);
    meanwhile?.();
    await client.query(NOT_FOR_EVER);
    await untilWaitedFor(town, rows[0]!.pid);
    // Who does not get the second lock lets go of the first one.
    await client.query(second, [id]).catch(() => undefined);
    await client.query('rollback');
  } finally {
    await client.end();
  }
}

async function untilWaitedFor({ dataSource }: OrdealTown, pid: number): Promise<void> {
  const until = Date.now() + MET_WITHIN_MS;
  while (Date.now() < until) {
    const waiting = await dataSource.query<unknown[]>(
      'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid)) limit 1',
      [pid],
    );
    if (waiting.length > 0) return;
    await wait(10);
  }
}

/** As PostgreSQL counts them: whoever lost each of them was undone. */
async function deadlocksOf({ town }: Scene): Promise<number> {
  const [row] = await town.dataSource.query<{ met: string }[]>(
    `select deadlocks as met from pg_stat_database where datname = current_database()`,
  );
  return Number(row!.met);
}

/** People notice nothing: who is undone is done again. */
function withDeadlocks({ faults, figures }: Trial, deadlocks: number): Trial {
  const told = figures['toldToComeAgain']!;
  return {
    faults: [
      ...faults,
      ...(deadlocks === 0 ? ['no deadlock was met'] : []),
      ...(told >= deadlocks ? [`${deadlocks} deadlocks, and ${told} were told to come again`] : []),
    ],
    figures: { ...figures, deadlocks },
  };
}
