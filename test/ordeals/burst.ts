import { setTimeout as wait } from 'node:timers/promises';
import { faultsOf } from './check-history.js';
import { Crowd } from './crowd.js';
import { History } from './history.js';
import type { ClientPlan } from './insistent-client.js';
import type { Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalPlan, PortalProcess } from './portal-process.js';
import { publicStateOf, shownSignatures } from './public-state.js';
import { Signers } from './signers.js';
import type { TownServer } from './town-server.js';

export interface BurstPlan {
  /** Another PostgreSQL than a single one of the town's own. */
  readonly startServer?: () => Promise<TownServer>;
  readonly blows: number;
  /** What is done to the town while people vote and sign. */
  readonly blow: (scene: LiveScene) => Promise<void>;
  /** Before anybody votes; for what only a control needs, too. */
  readonly before?: (scene: Scene) => Promise<void>;
  /** After everybody was answered and before the close. */
  readonly after?: (scene: Scene) => Promise<void>;
  /** After the close: what else must hold, as faults. */
  readonly also?: (scene: Scene) => Promise<string[]>;
  readonly portals?: number;
  /** What is different about each portal. */
  readonly portal?: Partial<PortalPlan>;
  readonly betweenBlowsMs?: number;
  readonly people?: number;
  /** How often each ballot is sent at once. */
  readonly copies?: number;
  readonly losesAnswer?: () => boolean;
}

export interface Scene {
  readonly town: OrdealTown;
  /** The first of them. */
  readonly portal: PortalProcess;
  readonly portals: readonly PortalProcess[];
}

/** What a blow finds: people who vote, too. */
export interface LiveScene extends Scene {
  readonly crowd: Crowd;
}

interface Acts {
  readonly history: History;
  readonly crowd: Crowd;
  readonly signers: Signers;
}

const PEOPLE = 24;
/** Fewer than voters: one petition's signatures wait for each other. */
const SIGNERS = 6;
const BETWEEN_BLOWS_MS = 700;
/** A blow at a town where nobody gets through strikes nothing; a slow machine is given so long. */
const LONGEST_SILENCE_MS = 30_000;

/**
 * Ballots and signatures all the time, blow after blow, then the close, and everything public against
 * the history.
 */
export async function burst(plan: BurstPlan): Promise<Trial> {
  const town = await OrdealTown.open(plan.startServer);
  try {
    const scene = await sceneOf(town, plan);
    await plan.before?.(scene);
    const acts = await actUnderBlows(plan, scene);
    await plan.after?.(scene);
    await town.endVoting();
    const faults = await everyFault(scene, acts);
    const also = (await plan.also?.(scene)) ?? [];
    return { faults: [...faults, ...also], figures: figuresOf(plan.blows, acts) };
  } finally {
    await town.close();
  }
}

async function sceneOf(town: OrdealTown, plan: BurstPlan): Promise<Scene> {
  const portal = await town.startPortal(plan.portal);
  const portals = [portal];
  while (portals.length < (plan.portals ?? 1)) portals.push(await town.startPortal(plan.portal));
  return { town, portal, portals };
}

async function actUnderBlows(plan: BurstPlan, scene: Scene): Promise<Acts> {
  const { blows, blow, betweenBlowsMs: pause = BETWEEN_BLOWS_MS } = plan;
  const acts = openActs(plan, scene);
  acts.crowd.start();
  acts.signers.start();
  for (let done = 0; done < blows; done += 1) {
    await untilHeard(acts, pause);
    await blow({ ...scene, crowd: acts.crowd });
  }
  await wait(pause);
  await Promise.all([acts.crowd.finish(), acts.signers.finish()]);
  return acts;
}

/** Waits so long, and then until somebody's act is acknowledged. */
async function untilHeard({ history }: Acts, pause: number): Promise<void> {
  const until = Date.now() + LONGEST_SILENCE_MS;
  const before = history.acknowledged().length;
  await wait(pause);
  while (history.acknowledged().length === before && Date.now() < until) await wait(20);
}

function openActs(plan: BurstPlan, { town, portals }: Scene): Acts {
  const history = new History();
  let knocks = 0;
  const address = (): string => portals[(knocks += 1) % portals.length]!.address;
  const client: ClientPlan = {
    address,
    ...(plan.losesAnswer && { losesAnswer: plan.losesAnswer }),
  };
  const { people = PEOPLE, copies = 1 } = plan;
  const crowd = new Crowd({ ...client, round: town.round, history, people, copies });
  const signers = new Signers({ ...client, petitionId: town.petitionId, people: SIGNERS });
  return { history, crowd, signers };
}

async function everyFault({ town, portal }: Scene, { history, signers }: Acts): Promise<string[]> {
  const [state, shown] = await Promise.all([
    publicStateOf(town.round.roundId, history, portal.address),
    shownSignatures(town.petitionId, portal.address),
  ]);
  return [...faultsOf(history, state), ...signers.faultsOf(shown)];
}

function figuresOf(blows: number, { history, crowd, signers }: Acts): Trial['figures'] {
  const clients = [crowd.client, signers.client];
  return {
    blows,
    acknowledged: history.acknowledged().length,
    signed: signers.acknowledged.length,
    longestWaitMs: Math.round(Math.max(...clients.map(({ longestWait }) => longestWait))),
    toldToComeAgain: clients.reduce((sum, { toldToComeAgain }) => sum + toldToComeAgain, 0),
  };
}
