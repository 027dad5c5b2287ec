import type { INestApplicationContext } from '@nestjs/common';
import { AskItemQuestion } from '#features/assemblies/meetings/ask-item-question.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { PutBody } from '#features/assemblies/bodies/put-body.js';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import type { BodyRow } from '#features/assemblies/bodies/body-row.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { DemoActors } from './demo-actors.js';
import type { DemoAssembly } from './demo-assembly.js';
import { DELEGATES } from './demo-meetings.js';
import { playBudgetAndObjection } from './play-budget-and-objection.js';
import { playDismissal } from './play-dismissal.js';
import { playEmptyGathering } from './play-empty-gathering.js';
import { playMonitoring } from './play-monitoring.js';
import { askAhead, playOverdue, playRefusedReport } from './play-late-meetings.js';

/** Meetings that the demo okrug has lived through; where there are any already, nothing is added. */
export async function seedDemoAssemblies(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const question = { states: [], territory: DEMO.qarasu, sequence: 'latest-first' } as const;
  const every = { ...question, states: ['held', 'convened', 'without-quorum'] as const, limit: 1 };
  const known = await app.get(MeetingReader, { strict: false }).list(every);
  if (known.length > 0) return;
  const assembly = await assemblyOf(app, new DemoActors(app, people));
  await playEmptyGathering(assembly);
  await playBudgetAndObjection(assembly);
  await playRefusedReport(assembly);
  await playDismissal(assembly);
  await playOverdue(assembly);
  await playMonitoring(assembly);
  const ahead = await askAhead(assembly);
  const neighbour = await assembly.actors.resident([DEMO.aqbulaq, 0]);
  await app.get(AskItemQuestion, { strict: false }).run(neighbour, ahead);
}

async function assemblyOf(app: INestApplicationContext, actors: DemoActors): Promise<DemoAssembly> {
  const { today } = await app.get(DatabaseClock, { strict: false }).now();
  const secretary = (await actors.holders('secretary', DEMO.qarasu))[0]!;
  const body = await foundAssembly(app, secretary, today);
  const chair = await actors.resident(DELEGATES[0]!);
  const chairSeat = body.members.find(({ post }) => post === 'chair')!.id;
  const seats = [chairSeat, ...body.members.map(({ id }) => id).filter((id) => id !== chairSeat)];
  return { app, actors, secretary, chair, seats, today };
}

async function foundAssembly(
  app: INestApplicationContext,
  secretary: SignedIn,
  today: CivilDate,
): Promise<BodyRow> {
  const from = `${Number(today.slice(0, 4)) - 1}-03-01`;
  const until = addDays(`${Number(today.slice(0, 4)) + 3}-03-01`, -1);
  const term = { from, until, replaces: null, id: null };
  const members = DELEGATES.map(([settlement, place], number) => {
    const person = DEMO_RESIDENTS.filter((each) => each.territory === settlement)[place]!;
    const name = [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ');
    const post = number === 0 ? ('chair' as const) : ('member' as const);
    return { ...term, name, settlement, post, onCommission: number % 3 === 1, iin: person.iin };
  });
  const fields = { territory: DEMO.qarasu, kind: 'assembly', from, until, members } as const;
  await app.get(PutBody, { strict: false }).run(secretary, { ...fields, version: null });
  return app.get(BodyReader, { strict: false }).getOn(DEMO.qarasu, 'assembly', today);
}
