import { setTimeout as wait } from 'node:timers/promises';
import { WatchedClient } from '#platform/persistence/watched-client.js';
import { burst, type LiveScene, type Scene } from './burst.js';
import { type Ordeal, timesOf, type Trial } from './ordeal.js';
import { withSpoiltCode } from './spoilt-code.js';

const BLOWS = { short: 2, long: 30 };
/** Acts are then behind the first lock, and the second one is asked for. */
const BETWEEN_LOCKS_MS = 300;
const REPLACING = 8;

/** Whoever waits for so long first gives in: that is to be the portal, not the one who locks. */
const PATIENT = `set deadlock_timeout = '10s'`;
/**
 * Newcomers share the round all the time, so that its exclusive lock may never come. A `lock_timeout`
 * would begin anew with each of them.
 */
const NOT_FOR_EVER = `set statement_timeout = '2500ms'`;

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

function lockBallotsFirst({ town, crowd }: LiveScene): Promise<void> {
  return lockTheOtherWay(town.databaseUrl, {
    first: 'select from ballots where round_id = $1 for update',
    second: 'select from rounds where id = $1 for update',
    id: town.round.roundId,
    meanwhile: () => crowd.recast(REPLACING),
  });
}

function lockCountsFirst({ town }: LiveScene): Promise<void> {
  return lockTheOtherWay(town.databaseUrl, {
    first: 'select from signature_counts where petition_id = $1 for update',
    second: 'select from petition_tallies where petition_id = $1 for update',
    id: town.petitionId,
  });
}

interface OtherWay {
  readonly first: string;
  readonly second: string;
  readonly id: string;
  /** Acts that meet the first lock, beside those that come anyway. */
  readonly meanwhile?: () => Promise<void>;
}

async function lockTheOtherWay(
  connectionString: string,
  { first, second, id, meanwhile }: OtherWay,
): Promise<void> {
  const client = new WatchedClient({ connectionString });
  await client.connect();
  try {
    await client.query(`${PATIENT}; ${NOT_FOR_EVER}; begin`);
    await client.query(first, [id]);
    const acts = meanwhile?.();
    await wait(BETWEEN_LOCKS_MS);
    // Who does not get the second lock lets go of the first one.
    await client.query(second, [id]).catch(() => undefined);
    await client.query('rollback');
    await acts;
  } finally {
    await client.end();
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
