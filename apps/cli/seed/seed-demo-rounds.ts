import type { INestApplicationContext } from '@nestjs/common';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound, type NewRoundRequest } from '#features/participation/rounds/set-up-round.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { DemoActors } from './demo-actors.js';
import type { DemoRound } from './demo-round.js';
import { demoRounds } from './demo-rounds.js';

const DAY_MS = 86_400_000;

/** Rounds of the demo town in several phases; those that exist already stay as they are. */
export async function seedDemoRounds(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { at: now } = await app.get(DatabaseClock, { strict: false }).now();
  const year = now.getUTCFullYear() + 1;
  const actors = new DemoActors(app, people);
  for (const round of demoRounds(year))
    if (!(await exists(app, round, year))) await bringAbout(app, actors, { round, year, now });
}

/** Of one place and budget year the demo has one round; its year may turn, and another one begins. */
async function exists(
  app: INestApplicationContext,
  { request }: DemoRound,
  year: number,
): Promise<boolean> {
  const reader = app.get(RoundReader, { strict: false });
  const rounds = await reader.list({ territory: request.territory, year, limit: 200 });
  return rounds.some((round) => round.title.kk === request.title.kk);
}

async function bringAbout(
  app: INestApplicationContext,
  actors: DemoActors,
  { round, year, now }: { readonly round: DemoRound; readonly year: number; readonly now: Date },
): Promise<void> {
  const [officer] = await actors.holders('officer', round.officerOf);
  if (!officer) throw new Error('The demo town lacks an officer');
  const request = { ...round.request, year, ...calendarOf(round, now) };
  const roundId = await app.get(SetUpRound, { strict: false }).run(officer, request);
  await round.play?.({ app, actors, roundId, office: round.officerOf });
}

/** Ahead of its last place in time by what its story will put it back. */
function calendarOf({ days, storyDays }: DemoRound, now: Date): Pick<NewRoundRequest, 'calendar'> {
  if (!days) return {};
  const at = (place: number): string =>
    new Date(now.getTime() + (days[place]! + storyDays) * DAY_MS).toISOString();
  return {
    calendar: {
      intakeFrom: at(0),
      intakeUntil: at(1),
      reviewUntil: at(2),
      votingFrom: at(3),
      votingUntil: at(4),
      decisionBy: at(5),
    },
  };
}
