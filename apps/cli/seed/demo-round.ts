import type { INestApplicationContext } from '@nestjs/common';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound, type NewRoundRequest } from '#features/participation/rounds/set-up-round.js';
import { DEMO_OFFICE_HOLDERS } from '#features/registry/demo-town/demo-office-holders.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { tenge } from '#rules/kernel/money.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { signInFor } from './act-as.js';

const DAY_MS = 86_400_000;

/** Names of the demo rounds by what happens in them. */
export type DemoRoundName = 'announced' | 'intake' | 'voting' | 'closed';

interface DemoRound {
  readonly name: DemoRoundName;
  readonly officerOf: string;
  readonly request: NewRoundRequest;
}

/**
 * Rounds of the demo town in several phases; those that exist already stay as they are.
 *
 * @returns ids by name
 */
export async function seedDemoRounds(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<DemoRoundName, string>> {
  const { at } = await app.get(DatabaseClock, { strict: false }).now();
  const ids = new Map<DemoRoundName, string>();
  for (const round of demoRounds(at)) {
    const existing = await findExisting(app, round);
    ids.set(round.name, existing ?? (await setUp(app, round, people)));
  }
  return ids;
}

async function findExisting(app: INestApplicationContext, { request }: DemoRound) {
  const reader = app.get(RoundReader, { strict: false });
  const rounds = await reader.list({ territory: request.territory, limit: 200 });
  return rounds.find((round) => round.title.kk === request.title.kk)?.id;
}

async function setUp(
  app: INestApplicationContext,
  { officerOf, request }: DemoRound,
  people: ReadonlyMap<string, string>,
): Promise<string> {
  const holder = DEMO_OFFICE_HOLDERS.find((person) =>
    person.roles.some((held) => held.role === 'officer' && held.territory === officerOf),
  )!;
  const officer = await signInFor(app, people.get(holder.iin)!);
  return app.get(SetUpRound, { strict: false }).run(officer, request);
}

function demoRounds(now: Date): readonly DemoRound[] {
  const year = now.getUTCFullYear() + 1;
  return [
    {
      name: 'announced',
      officerOf: DEMO.district,
      request: {
        territory: DEMO.taldy,
        year,
        title: {
          kk: `Талды: халық қатысатын бюджет, ${year}`,
          ru: `Талды: бюджет народного участия, ${year}`,
          en: `Taldy: people’s participation budget, ${year}`,
        },
        pots: [{ territory: DEMO.taldy, amountTiyn: tenge(48_000_000) }],
      },
    },
    {
      name: 'intake',
      officerOf: DEMO.district,
      request: {
        territory: DEMO.qarasu,
        year,
        title: {
          kk: `Қарасу: ауыл жобалары, ${year}`,
          ru: `Карасу: проекты села, ${year}`,
          en: `Qarasu: village projects, ${year}`,
        },
        pots: [{ territory: DEMO.qarasu, amountTiyn: tenge(12_000_000) }],
        ballot: { kind: 'approval', max: 3 },
        minimumVotes: 3,
        costCapTiyn: tenge(6_000_000),
        calendar: calendarFrom(now, [-6, 20, 40, 40, 54, 61]),
      },
    },
    {
      name: 'voting',
      officerOf: DEMO.city,
      request: {
        territory: DEMO.city,
        year,
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
        ballot: { kind: 'approval', max: 3 },
        ownCalendarAct: 'Жаңасу қаласы әкімдігінің 12.01.2026 ж. № 14 қаулысы',
        calendar: calendarFrom(now, [-60, -30, -5, -4, 14, 21]),
      },
    },
    {
      name: 'closed',
      officerOf: DEMO.district,
      request: {
        territory: DEMO.kokzhiek,
        year,
        title: {
          kk: `Көкжиек: ауыл жобалары, ${year}`,
          ru: `Кокжиек: проекты села, ${year}`,
          en: `Kokzhiek: village projects, ${year}`,
        },
        pots: [{ territory: DEMO.kokzhiek, amountTiyn: tenge(9_000_000) }],
        ballot: { kind: 'approval', max: 3 },
        minimumVotes: 2,
        calendar: calendarFrom(now, [-80, -50, -30, -29, 1 / 24, 7]),
      },
    },
  ];
}

type SixDays = readonly [number, number, number, number, number, number];

/** Instants by their distance from now in days. */
function calendarFrom(now: Date, days: SixDays): NonNullable<NewRoundRequest['calendar']> {
  const at = (place: number): string =>
    new Date(now.getTime() + days[place]! * DAY_MS).toISOString();
  return {
    intakeFrom: at(0),
    intakeUntil: at(1),
    reviewUntil: at(2),
    votingFrom: at(3),
    votingUntil: at(4),
    decisionBy: at(5),
  };
}
