import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { aVotingRound, type VotingRound } from '../support/builders/voting-town.js';
import { faultsOf } from './check-history.js';
import { Crowd } from './crowd.js';
import { History } from './history.js';
import { type Ordeal, type Plan, timesOf, type Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalProcess } from './portal-process.js';
import { publicStateOf } from './public-state.js';

const ROUNDS = { short: 2, long: 50 };
const OPEN_SECONDS = 3;
/** People go on sending after the close. */
const AFTER_CLOSE_MS = 1_500;
const PEOPLE = 12;

/** Of the Debian package libfaketime, by machine. */
const FAKETIME = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));

/** How far the clocks of the two portals are off. */
const WRONG_CLOCKS = [
  ['+90s', '-90s'],
  ['+1d', '-1d'],
] as const;

export const closingInstant: Ordeal = {
  name: 'closing-instant',
  what: 'ballots all through the instant of closing; in the control the sessions that take ballots have a clock of their own, 90 s late',
  run: (plan) => tryClosing(plan, (town) => town.startPortal().then((portal) => [portal])),
};

export const twoClocks: Ordeal = {
  name: 'two-clocks',
  what: 'the same at two portals whose clocks differ by minutes and by days from the database’s',
  missing: () => (FAKETIME ? null : 'libfaketime (a Debian package) is not there'),
  run: (plan) => tryClosing(plan, (town) => startWithWrongClocks(town, plan.short)),
};

async function startWithWrongClocks(town: OrdealTown, short: boolean): Promise<PortalProcess[]> {
  const portals: PortalProcess[] = [];
  for (const shift of short ? WRONG_CLOCKS[0] : WRONG_CLOCKS.flat())
    portals.push(await town.startPortal({ env: { LD_PRELOAD: FAKETIME!, FAKETIME: shift } }));
  return portals;
}

type Opening = (town: OrdealTown) => Promise<PortalProcess[]>;

async function tryClosing(plan: Plan, openPortals: Opening): Promise<Trial> {
  const town = await OrdealTown.open();
  try {
    if (plan.control) await giveSessionsTheirOwnClocks(town);
    const portals = await openPortals(town);
    const rounds = timesOf(plan, ROUNDS);
    const faults: string[] = [];
    let acknowledged = 0;
    for (let done = 0; done < rounds; done += 1) {
      const history = await voteThroughClose(town, portals);
      acknowledged += history.history.acknowledged().length;
      faults.push(...(await faultsOfClosing(history, portals[0]!)));
    }
    return { faults, figures: { rounds, portals: portals.length, acknowledged } };
  } finally {
    await town.close();
  }
}

interface Closing {
  readonly round: VotingRound;
  readonly closesAt: number;
  readonly history: History;
}

async function voteThroughClose(
  town: OrdealTown,
  portals: readonly PortalProcess[],
): Promise<Closing> {
  const round = await aVotingRound(town.dataSource, { votingUntil: `${OPEN_SECONDS} seconds` });
  const closesAt = await town.closingOf(round.roundId);
  const history = new History();
  let knocks = 0;
  const address = (): string => portals[(knocks += 1) % portals.length]!.address;
  const crowd = new Crowd({ round, history, address, people: PEOPLE, replacing: false });
  crowd.start();
  await wait(closesAt - Date.now() + AFTER_CLOSE_MS);
  await crowd.finish();
  return { round, closesAt, history };
}

/** This machine is the database's: what was sent after the instant must not be acknowledged. */
async function faultsOfClosing(
  { round, closesAt, history }: Closing,
  portal: PortalProcess,
): Promise<string[]> {
  const late = history.acknowledged().filter((act) => act.sentAt > closesAt);
  const refused = history.all().length - history.acknowledged().length;
  const state = await publicStateOf(round.roundId, history, portal.address);
  return [
    ...faultsOf(history, state),
    ...(late.length > 0 ? [`${late.length} ballot(s) sent after the close were acknowledged`] : []),
    ...(refused === 0 ? ['nothing was refused: the burst missed the instant'] : []),
  ];
}

/** As if the portal had decided by a clock of its own. */
async function giveSessionsTheirOwnClocks(town: OrdealTown): Promise<void> {
  await town.dataSource.query(`
    create function public.clock_timestamp() returns timestamptz language sql volatile as $$
      select pg_catalog.clock_timestamp() - case
        when current_setting('application_name') = 'qatysu-ballots' then interval '90 s' else '0' end
    $$`);
  await town.dataSource.query(
    `alter database ${town.databaseName} set search_path = public, pg_catalog`,
  );
}
