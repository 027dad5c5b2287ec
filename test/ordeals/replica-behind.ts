import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import { startFollower } from '../support/following-server.js';
import { faultsOf } from './check-history.js';
import { Crowd } from './crowd.js';
import { History, type Act } from './history.js';
import type { Ordeal, Plan, Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalProcess } from './portal-process.js';
import { publicStateOf } from './public-state.js';
import { SingleServer } from './single-server.js';

const BEHIND_MS = 5_000;
const UNDER_LOAD_MS = { short: 8_000, long: 60_000 };
const PEOPLE = 12;
const ASK_EACH_MS = 300;

export const replicaBehind: Ordeal = {
  name: 'replica-behind',
  what: 'a replica five seconds behind answers public lists, receipts come from the primary; the control looks for receipts on the replica',
  run,
};

interface Scene {
  readonly portal: PortalProcess;
  readonly replica: Pool;
  readonly history: History;
  readonly roundId: string;
}

async function run({ short, control }: Plan): Promise<Trial> {
  let server: SingleServer;
  const town = await OrdealTown.open(async (folder) => (server = await SingleServer.start(folder)));
  const follower = await startFollower(server!.embedded, [
    `recovery_min_apply_delay=${BEHIND_MS}`,
    'max_connections=120',
  ]);
  const replica = new Pool({ connectionString: follower.urlOf(town.databaseName), max: 2 });
  try {
    const env = { DATABASE_REPLICA_URL: follower.urlOf(town.databaseName) };
    const portal = await town.startPortal({ env });
    const scene = { portal, replica, history: new History(), roundId: town.round.roundId };
    const crowd = new Crowd({
      round: town.round,
      history: scene.history,
      people: PEOPLE,
      address: () => portal.address,
    });
    crowd.start();
    const seen = await watch(scene, control, short ? UNDER_LOAD_MS.short : UNDER_LOAD_MS.long);
    await crowd.finish();
    await town.endVoting();
    const state = await publicStateOf(scene.roundId, scene.history, portal.address);
    return trialOf(seen, faultsOf(scene.history, state), scene.history);
  } finally {
    await replica.end();
    await town.close();
    await follower.remove();
  }
}

interface Seen {
  /** Receipts that were not known in the moment after they were given. */
  unknown: number;
  /** Milliseconds by which labelled lists were behind. */
  readonly ages: number[];
}

/** Meanwhile asks for the latest receipt and the public list, as everybody may. */
async function watch(scene: Scene, control: boolean, forMs: number): Promise<Seen> {
  const seen: Seen = { unknown: 0, ages: [] };
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    await wait(ASK_EACH_MS);
    const latest = scene.history.acknowledged().at(-1);
    if (latest && !(await knows(scene, latest, control))) seen.unknown += 1;
    const list = await fetch(`${scene.portal.address}/api/v1/rounds/${scene.roundId}/projects`);
    await list.body?.cancel();
    const asOf = list.headers.get('qatysu-as-of');
    if (asOf) seen.ages.push(Date.now() - Date.parse(asOf));
  }
  return seen;
}

async function knows({ portal, replica }: Scene, act: Act, control: boolean): Promise<boolean> {
  if (control) {
    const found = await replica.query(`select 1 from ballots where receipt = $1`, [act.receipt]);
    return found.rowCount === 1;
  }
  const answer = await fetch(`${portal.address}/api/v1/receipts/${act.receipt}`);
  await answer.body?.cancel();
  return answer.ok;
}

function trialOf({ unknown, ages }: Seen, faults: readonly string[], history: History): Trial {
  const oldest = Math.max(0, ...ages);
  return {
    faults: [
      ...faults,
      ...(unknown > 0 ? [`${unknown} receipt(s) were not known once they were given`] : []),
      ...(oldest < BEHIND_MS ? ['no list came from the replica'] : []),
    ],
    figures: {
      acknowledged: history.acknowledged().length,
      listsFromReplica: ages.length,
      oldestListMs: oldest,
    },
  };
}
