import { setTimeout as wait } from 'node:timers/promises';
import { faultsOf } from './check-history.js';
import { Crowd } from './crowd.js';
import { History } from './history.js';
import type { Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalProcess } from './portal-process.js';
import { publicStateOf } from './public-state.js';

export interface BurstPlan {
  readonly blows: number;
  /** What is done to the town while people vote. */
  readonly blow: (scene: Scene) => Promise<void>;
  /** Before anybody votes; for what only a control needs, too. */
  readonly before?: (scene: Scene) => Promise<void>;
  /** After everybody was answered and before the close. */
  readonly after?: (scene: Scene) => Promise<void>;
  readonly betweenBlowsMs?: number;
  readonly people?: number;
  /** How often each request is sent at once. */
  readonly copies?: number;
}

export interface Scene {
  readonly town: OrdealTown;
  readonly portal: PortalProcess;
}

const PEOPLE = 24;
const BETWEEN_BLOWS_MS = 700;

/** Ballots all the time, blow after blow, then the close, and everything public against the history. */
export async function burst(plan: BurstPlan): Promise<Trial> {
  const town = await OrdealTown.open();
  try {
    const portal = await town.startPortal();
    await plan.before?.({ town, portal });
    const { history, crowd } = await voteUnderBlows(plan, { town, portal });
    await plan.after?.({ town, portal });
    await town.endVoting();
    const state = await publicStateOf(town.round.roundId, history, portal.address);
    return {
      faults: faultsOf(history, state),
      figures: {
        blows: plan.blows,
        acknowledged: history.acknowledged().length,
        longestWaitMs: Math.round(crowd.longestWait),
        toldToComeAgain: crowd.toldToComeAgain,
      },
    };
  } finally {
    await town.close();
  }
}

async function voteUnderBlows(
  { blows, blow, betweenBlowsMs: pause = BETWEEN_BLOWS_MS, ...plan }: BurstPlan,
  scene: Scene,
): Promise<{ history: History; crowd: Crowd }> {
  const history = new History();
  const { town, portal } = scene;
  const address = (): string => portal.address;
  const { people = PEOPLE, copies = 1 } = plan;
  const crowd = new Crowd({ round: town.round, history, address, people, copies });
  crowd.start();
  for (let done = 0; done < blows; done += 1) {
    await wait(pause);
    await blow(scene);
  }
  await wait(pause);
  await crowd.finish();
  return { history, crowd };
}
