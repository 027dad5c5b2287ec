import { setTimeout as wait } from 'node:timers/promises';
import { aVotingRound, type VotingRound } from '../support/builders/voting-town.js';
import { faultsOf } from './check-history.js';
import { Crowd } from './crowd.js';
import { History } from './history.js';
import { anOffice, publishAtOnce, type Office } from './office.js';
import { type Ordeal, type Plan, timesOf, type Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalProcess } from './portal-process.js';
import { publicStateOf } from './public-state.js';
import { withSpoiltCode } from './spoilt-code.js';

const ROUNDS = { short: 2, long: 20 };
const PEOPLE = 4;
const VOTING_MS = 1_000;
const CLOSING_SECONDS = 1;
const BETWEEN_CUTS_MS = 200;
const LONGEST_ARCHIVING_MS = 90_000;

/** Both workers begin every job, and neither waits for the other one at the round. */
const WITHOUT_LOCKS = withSpoiltCode(
  {
    file: '/outbox/job-locks.js',
    what: 'select pg_try_advisory_lock(hashtext($1)) as taken',
    by: 'select $1::text is not null as taken',
  },
  { file: '/rounds/round.repository.js', what: 'for ${strength}', by: '' },
);

export const twoWorkers: Ordeal = {
  name: 'two-workers',
  what: 'rounds end at once under two workers whose locks are cut all the time: one closure, one count, one archive; the control has no locks',
  run,
};

interface Voted {
  readonly round: VotingRound;
  readonly history: History;
}

interface Stage {
  readonly town: OrdealTown;
  readonly portals: readonly PortalProcess[];
  readonly office: Office;
  readonly voted: readonly Voted[];
}

async function run(plan: Plan): Promise<Trial> {
  const town = await OrdealTown.open();
  try {
    await takeTimeToClose(town);
    if (plan.control) await town.dataSource.query('drop index uq_tallies_first');
    const wish = plan.control ? { env: WITHOUT_LOCKS } : {};
    const portals = [await town.startPortal(wish), await town.startPortal(wish)];
    const voted = await voteInRounds(town, portals, timesOf(plan, ROUNDS));
    const stage = { town, portals, voted, office: await anOffice(town.dataSource) };
    return await endUnderCuts(stage, plan.control);
  } finally {
    await town.close();
  }
}

/** As on a slow disk: what both workers do at the same time, they then do for a while. */
async function takeTimeToClose({ dataSource }: OrdealTown): Promise<void> {
  await dataSource.query(`
    create function take_time() returns trigger language plpgsql as $$
      begin perform pg_sleep(${CLOSING_SECONDS}); return new; end $$`);
  await dataSource.query(`
    create trigger take_time before update of closed_at on rounds for each row
    execute function take_time()`);
}

async function voteInRounds(
  { dataSource }: OrdealTown,
  portals: readonly PortalProcess[],
  count: number,
): Promise<Voted[]> {
  const voted: Voted[] = [];
  for (let made = 0; made < count; made += 1)
    voted.push({ round: await aVotingRound(dataSource), history: new History() });
  await Promise.all(
    voted.map(async (about, place) => {
      const address = (): string => portals[place % portals.length]!.address;
      const crowd = new Crowd({ ...about, address, people: PEOPLE });
      crowd.start();
      await wait(VOTING_MS);
      await crowd.finish();
    }),
  );
  return voted;
}

async function endUnderCuts(stage: Stage, control: boolean): Promise<Trial> {
  const ended = new AbortController();
  const cutting = cutLocks(stage.town, ended.signal);
  await endVotings(stage);
  const faults = await faultsOfCounts(stage);
  if (!control) faults.push(...(await publishAndArchive(stage)));
  ended.abort();
  const locksCut = await cutting;
  const acknowledged = stage.voted.flatMap(({ history }) => history.acknowledged()).length;
  return { faults, figures: { rounds: stage.voted.length, acknowledged, locksCut } };
}

/** Whoever holds the lock of a job loses it without noticing; the other worker then begins, too. */
async function cutLocks({ dataSource }: OrdealTown, ended: AbortSignal): Promise<number> {
  let cut = 0;
  while (!ended.aborted) {
    const rows = await dataSource.query<unknown[]>(
      `select pg_terminate_backend(pid) from pg_locks l join pg_database d on d.oid = l.database
       where locktype = 'advisory' and granted and datname = current_database()
         and pid <> pg_backend_pid()`,
    );
    cut += rows.length;
    await wait(BETWEEN_CUTS_MS);
  }
  return cut;
}

async function endVotings({ town, voted }: Stage): Promise<void> {
  await town.dataSource.query(
    `update rounds set voting_until = clock_timestamp() where id = any($1)`,
    [voted.map(({ round }) => round.roundId)],
  );
}

async function faultsOfCounts({ town, portals, voted }: Stage): Promise<string[]> {
  const faults: string[] = [];
  for (const { round, history } of voted) {
    const state = await publicStateOf(round.roundId, history, portals[0]!.address);
    faults.push(...faultsOf(history, state));
    // The second worker may still be at it.
    await wait(2_000 * CLOSING_SECONDS);
    faults.push(...(await notOnce(town, COUNTED, round)));
  }
  return faults;
}

async function publishAndArchive({ town, portals, office, voted }: Stage): Promise<string[]> {
  const faults: string[] = [];
  for (const { round } of voted) {
    const published = await publishAtOnce(office, round.roundId, portals);
    if (published !== 1) faults.push(`${published} publications of one result`);
  }
  for (const { round } of voted) {
    const until = Date.now() + LONGEST_ARCHIVING_MS;
    while ((await notOnce(town, ARCHIVED, round)).length > 0 && Date.now() < until) await wait(500);
    faults.push(
      ...(await notOnce(town, ARCHIVED, round)),
      ...(await notOnce(town, COUNTED, round)),
    );
  }
  return faults;
}

/** What there must be one of, each with the number there is. */
async function notOnce(
  { dataSource }: OrdealTown,
  question: string,
  { roundId }: VotingRound,
): Promise<string[]> {
  const [row] = await dataSource.query<Record<string, number>[]>(question, [roundId]);
  return Object.entries(row!)
    .filter(([, times]) => times !== 1)
    .map(([what, times]) => `${times} times ${what}`);
}

const COUNTED = `
  select (select count(*)::int from outbox_messages
          where topic = 'round.closed' and payload ->> 'roundId' = $1::text) as closed,
         (select count(*)::int from outbox_messages
          where topic = 'round.counted' and payload ->> 'roundId' = $1::text) as "told of the count",
         (select count(*)::int from tallies where round_id = $1::uuid) as counted`;

const ARCHIVED = `
  select (select count(*)::int from outbox_messages
          where topic = 'result.published' and payload ->> 'roundId' = $1::text) as published,
         (select count(*)::int from integrity_reports where round_id = $1::uuid) as "looked at",
         (select count(*)::int from round_archives where round_id = $1::uuid) as archived`;
