import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { tenge } from '#rules/kernel/money.js';
import type { DemoProposal } from './demo-proposal.js';
import { KOKZHIEK_PROJECTS } from './demo-proposals/kokzhiek-projects.js';
import { QARASU_SHARED_PROJECTS } from './demo-proposals/qarasu-shared-projects.js';
import { type DemoRound, THREE_PROJECTS } from './demo-round.js';
import type { DemoStage } from './demo-stage.js';
import { publishDemoResult } from './publish-demo-result.js';
import { putRoundBackInTime } from './put-round-back-in-time.js';
import { daysOfStory, playVotedRound, type RoundPace } from './voted-round.js';

const CLOSED_PACE: RoundPace = { toReview: 15, toCouncil: 12, toVoting: 9, betweenVotes: 3 };
const DAYS_TO_CLOSE = 18;
/** The voting ended just before the seeding. */
const AN_HOUR_AGO = -1 / 24;

/** Counted by votes; between them its projects meet every fate. */
export function closed(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    days: [-80, -50, -30, -29, AN_HOUR_AGO, 7],
    storyDays: daysOfStory(CLOSED_PACE) + DAYS_TO_CLOSE,
    play: (stage) => playClosedRound(stage, KOKZHIEK_PROJECTS),
    request: {
      territory: DEMO.kokzhiek,
      title: {
        kk: `Көкжиек: ауыл жобалары, ${year}`,
        ru: `Кокжиек: проекты села, ${year}`,
        en: `Kokzhiek: village projects, ${year}`,
      },
      pots: [{ territory: DEMO.kokzhiek, amountTiyn: tenge(9_000_000) }],
      ballot: THREE_PROJECTS,
      minimumVotes: 3,
    },
  };
}

/** Counted by equal shares: what the pages of a count show differs most from a count by votes. */
export function shared(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    days: [-80, -50, -30, -29, AN_HOUR_AGO, 7],
    storyDays: daysOfStory(CLOSED_PACE) + DAYS_TO_CLOSE,
    play: (stage) => playClosedRound(stage, QARASU_SHARED_PROJECTS),
    request: {
      territory: DEMO.qarasu,
      title: {
        kk: `Қарасу: үш ауылдың тең үлесі, ${year}`,
        ru: `Карасу: равные доли трёх сёл, ${year}`,
        en: `Qarasu: equal shares of three villages, ${year}`,
      },
      pots: [{ territory: DEMO.qarasu, amountTiyn: tenge(9_000_000) }],
      ballot: THREE_PROJECTS,
      rule: { name: 'equal-shares', completion: 'add1u', ties: 'id' },
      minimumVotes: 3,
    },
  };
}

async function playClosedRound(stage: DemoStage, projects: readonly DemoProposal[]): Promise<void> {
  await playVotedRound(stage, projects, CLOSED_PACE);
  await putRoundBackInTime(stage.app, stage.roundId, DAYS_TO_CLOSE);
  await publishDemoResult(stage);
}
