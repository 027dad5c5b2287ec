import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { tenge } from '#rules/kernel/money.js';
import { KENSHI_BUILT_PROJECTS } from './demo-proposals/kenshi-built-projects.js';
import { type DemoRound, THREE_PROJECTS } from './demo-round.js';
import type { DemoStage } from './demo-stage.js';
import { playBuiltBudget } from './play-built-budget.js';
import { playDemoWorks } from './play-demo-works.js';
import { publishDemoResult } from './publish-demo-result.js';
import { putResultBackInTime } from './put-result-back-in-time.js';
import { putRoundBackInTime } from './put-round-back-in-time.js';
import { daysOfStory, playVotedRound, type RoundPace } from './voted-round.js';

const PACE: RoundPace = { toReview: 15, toCouncil: 12, toVoting: 9, betweenVotes: 3 };
const DAYS_TO_CLOSE = 18;
/** Since when its winners are built: more than four quarters. */
const BUILT_DAYS = 420;
/** The voting ended just before the seeding. */
const AN_HOUR_AGO = -1 / 24;

/** Of last year: one winner stands with a warranty, one is late, one cost too much, one waits. */
export function built(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    days: [-80, -50, -30, -29, AN_HOUR_AGO, 7],
    storyDays: daysOfStory(PACE) + DAYS_TO_CLOSE,
    play: playBuiltRound,
    request: {
      territory: DEMO.kenshi,
      title: {
        kk: `Кенші: салынып жатқан жобалар, ${year - 1}`,
        ru: `Кенши: проекты в работе, ${year - 1}`,
        en: `Kenshi: projects being built, ${year - 1}`,
      },
      pots: [{ territory: DEMO.kenshi, amountTiyn: tenge(9_000_000) }],
      ballot: THREE_PROJECTS,
      minimumVotes: 3,
    },
  };
}

async function playBuiltRound(stage: DemoStage): Promise<void> {
  await playVotedRound(stage, KENSHI_BUILT_PROJECTS, PACE);
  await putRoundBackInTime(stage.app, stage.roundId, DAYS_TO_CLOSE);
  await publishDemoResult(stage);
  await putResultBackInTime(stage.app, stage.roundId, BUILT_DAYS);
  await playBuiltBudget(stage);
  await playDemoWorks(stage);
}
