import type { NewRoundRequest } from '#features/participation/rounds/set-up-round.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { tenge } from '#rules/kernel/money.js';
import { CITY_PROJECTS } from './demo-proposals/city-projects.js';
import { DISTRICT_PROJECTS } from './demo-proposals/district-projects.js';
import { KENSHI_PROJECTS } from './demo-proposals/kenshi-projects.js';
import { KOKZHIEK_PROJECTS } from './demo-proposals/kokzhiek-projects.js';
import { QARASU_SHARED_PROJECTS } from './demo-proposals/qarasu-shared-projects.js';
import type { DemoProposal } from './demo-proposal.js';
import type { DemoStage } from './demo-stage.js';
import { INTAKE_STORY_DAYS, playIntakeRound } from './intake-round.js';
import { publishDemoResult } from './publish-demo-result.js';
import { putRoundBackInTime } from './put-round-back-in-time.js';
import { daysOfStory, playVotedRound, type RoundPace } from './voted-round.js';

/** A round as it is meant to stand in the end, and the story that leads there. */
export interface DemoRound {
  readonly officerOf: string;
  readonly request: Omit<NewRoundRequest, 'year' | 'calendar'>;
  /** Intake from and until, review until, voting from and until, decision by: days from today. */
  readonly days?: readonly [number, number, number, number, number, number];
  /** Days by which the story puts the round back. */
  readonly storyDays: number;
  readonly play?: (stage: DemoStage) => Promise<void>;
}

const VOTING_PACE: RoundPace = { toReview: 10, toCouncil: 15, toVoting: 8, betweenVotes: 1 };
const CLOSED_PACE: RoundPace = { toReview: 15, toCouncil: 12, toVoting: 9, betweenVotes: 3 };
const DAYS_TO_CLOSE = 18;
/** The voting ended just before the seeding. */
const AN_HOUR_AGO = -1 / 24;
const THREE_PROJECTS = { kind: 'approval', max: 3 } as const;

/**
 * Rounds of the demo town, one in each phase.
 *
 * @param year budget year, in the titles
 */
export function demoRounds(year: number): readonly DemoRound[] {
  return [
    announced(year),
    intake(year),
    ofTheCity(year),
    closed(year),
    ofKenshi(year),
    shared(year),
  ];
}

function announced(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    storyDays: 0,
    request: {
      territory: DEMO.taldy,
      title: {
        kk: `Талды: халық қатысатын бюджет, ${year}`,
        ru: `Талды: бюджет народного участия, ${year}`,
        en: `Taldy: people’s participation budget, ${year}`,
      },
      pots: [{ territory: DEMO.taldy, amountTiyn: tenge(48_000_000) }],
    },
  };
}

function intake(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    days: [-6, 20, 40, 40, 54, 61],
    storyDays: INTAKE_STORY_DAYS,
    play: playIntakeRound,
    request: {
      territory: DEMO.qarasu,
      title: {
        kk: `Қарасу: ауыл жобалары, ${year}`,
        ru: `Карасу: проекты села, ${year}`,
        en: `Qarasu: village projects, ${year}`,
      },
      pots: [{ territory: DEMO.qarasu, amountTiyn: tenge(12_000_000) }],
      ballot: THREE_PROJECTS,
      minimumVotes: 3,
      costCapTiyn: tenge(6_000_000),
    },
  };
}

function ofTheCity(year: number): DemoRound {
  return {
    officerOf: DEMO.city,
    days: [-60, -30, -5, -4, 14, 21],
    storyDays: daysOfStory(VOTING_PACE),
    play: (stage) => playVotedRound(stage, [...CITY_PROJECTS, ...DISTRICT_PROJECTS], VOTING_PACE),
    request: {
      territory: DEMO.city,
      title: {
        kk: `Жаңасу: қала мен аудандардың жобалары, ${year}`,
        ru: `Жанасу: проекты города и районов, ${year}`,
        en: `Zhanasu: projects of the city and its districts, ${year}`,
      },
      pots: [
        { territory: DEMO.city, amountTiyn: tenge(180_000_000) },
        { territory: DEMO.arna, amountTiyn: tenge(90_000_000) },
        { territory: DEMO.bulaq, amountTiyn: tenge(70_000_000) },
      ],
      ballot: THREE_PROJECTS,
      ownCalendarAct: 'Жаңасу қаласы әкімдігінің 12.01.2026 ж. № 14 қаулысы',
    },
  };
}

function closed(year: number): DemoRound {
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
function shared(year: number): DemoRound {
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

function ofKenshi(year: number): DemoRound {
  return {
    officerOf: DEMO.district,
    days: [-60, -30, -5, -4, 10, 17],
    storyDays: daysOfStory(VOTING_PACE),
    play: (stage) => playVotedRound(stage, KENSHI_PROJECTS, VOTING_PACE),
    request: {
      territory: DEMO.kenshi,
      title: {
        kk: `Кенші: кент жобалары, ${year}`,
        ru: `Кенши: проекты посёлка, ${year}`,
        en: `Kenshi: settlement projects, ${year}`,
      },
      pots: [{ territory: DEMO.kenshi, amountTiyn: tenge(10_000_000) }],
      ballot: THREE_PROJECTS,
      minimumVotes: 2,
    },
  };
}
