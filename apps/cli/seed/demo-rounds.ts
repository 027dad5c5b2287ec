import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { tenge } from '#rules/kernel/money.js';
import { CITY_PROJECTS } from './demo-proposals/city-projects.js';
import { DISTRICT_PROJECTS } from './demo-proposals/district-projects.js';
import { KENSHI_PROJECTS } from './demo-proposals/kenshi-projects.js';
import { built } from './built-round.js';
import { closed, shared } from './closed-rounds.js';
import { type DemoRound, THREE_PROJECTS } from './demo-round.js';
import { INTAKE_STORY_DAYS, playIntakeRound } from './intake-round.js';
import { daysOfStory, playVotedRound, type RoundPace } from './voted-round.js';

const VOTING_PACE: RoundPace = { toReview: 10, toCouncil: 15, toVoting: 8, betweenVotes: 1 };

/**
 * Rounds of the demo town: one in each phase, one counted by equal shares, one being built.
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
    built(year),
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
