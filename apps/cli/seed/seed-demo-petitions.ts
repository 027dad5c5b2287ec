import type { INestApplicationContext } from '@nestjs/common';
import { AnswerPetition } from '#features/petitions/answers/answer-petition.js';
import { DraftPetition } from '#features/petitions/petitions/draft-petition.js';
import { FollowPetition } from '#features/petitions/petitions/follow-petition.js';
import { NotePortalCount } from '#features/petitions/petitions/note-portal-count.js';
import { OpenPetition } from '#features/petitions/petitions/open-petition.js';
import { PetitionLocalActsReader } from '#features/petitions/petitions/petition-local-acts.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { ReachThreshold } from '#features/petitions/petitions/reach-threshold.js';
import { RefusePetition } from '#features/petitions/petitions/refuse-petition.js';
import { SubmitPetition } from '#features/petitions/petitions/submit-petition.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { FoundDemoNeighbours } from '#features/registry/demo-town/found-demo-neighbours.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { civilDateOf, DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { RollEntries } from '#features/registry/residents/roll-entries.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { DemoActors } from './demo-actors.js';
import { DEMO_PETITIONS, type DemoPetition } from './demo-petitions.js';
import { sendDemoPaper } from './send-demo-paper.js';
import { signDemoPetition } from './sign-demo-petition.js';

const DAY_MS = 86_400_000;
const DAYS_OF_WRITING = 9;
const DAYS_OF_CHECK = 6;

/** Petitions of the demo town; where there are any already, nothing is added. */
export async function seedDemoPetitions(
  app: INestApplicationContext,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const [known] = await app.get(PetitionReader, { strict: false }).listSimilar('су құбыры', 1);
  if (known) return;
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const entries = app.get(RollEntries, { strict: false });
  const signers = await new FoundDemoNeighbours(unitOfWork, entries).run();
  const actors = new DemoActors(app, people);
  for (const petition of DEMO_PETITIONS) await bringAbout(app, actors, { petition, signers });
  await followOne(app, (await actors.holders('officer', DEMO.city))[0]!);
}

interface Scene {
  readonly petition: DemoPetition;
  readonly signers: readonly string[];
}

async function bringAbout(
  app: INestApplicationContext,
  actors: DemoActors,
  { petition, signers }: Scene,
): Promise<void> {
  const { checkedDaysAgo: daysAgo, refusal, answer } = petition;
  const deputy = (await actors.holders('deputy', DEMO.district))[0]!;
  const officer = (await actors.holders('officer', DEMO.district))[0]!;
  const work = app.get(UnitOfWork, { strict: false });
  const clock = (days: number) => clockPutBack(app, days);
  const drafting = new DraftPetition(work, clock(daysAgo + DAYS_OF_WRITING));
  const seen = { id: await drafting.run(deputy, petition.fields), version: null };
  await new SubmitPetition(work, clock(daysAgo + DAYS_OF_CHECK)).run(deputy, seen);
  if (refusal) {
    await new RefusePetition(work, clock(daysAgo)).run(officer, seen, refusal);
    return;
  }
  const localActs = app.get(PetitionLocalActsReader, { strict: false });
  await new OpenPetition(work, clock(daysAgo), localActs).run(officer, seen);
  await gather(app, seen.id, { petition, signers });
  if (!answer) return;
  const akim = (await actors.holders('akim', DEMO.qarasu))[0]!;
  const { daysAgo: answeredDaysAgo, paper, ...fields } = answer;
  const enclosures = [await sendDemoPaper(app, akim, paper)];
  await new AnswerPetition(work, clock(answeredDaysAgo)).run(akim, seen.id, {
    ...fields,
    enclosures,
  });
}

/** Signatures, and what a reached threshold sets going. */
async function gather(
  app: INestApplicationContext,
  petitionId: string,
  { petition, signers }: Scene,
): Promise<void> {
  const { checkedDaysAgo: fromDaysAgo, reachedDaysAgo, signatures } = petition;
  const untilDaysAgo = reachedDaysAgo ?? 0;
  const chosen = signers.slice(0, signatures);
  await signDemoPetition(app, { petitionId, signers: chosen, fromDaysAgo, untilDaysAgo });
  if (reachedDaysAgo === undefined) return;
  const reaching = app.get(ReachThreshold, { strict: false });
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  await unitOfWork.run((tx) => reaching.run(tx, petitionId));
}

/** A statutory petition that runs on the state portal, as the town's officer noted it. */
async function followOne(app: INestApplicationContext, officer: SignedIn): Promise<void> {
  const { today } = await app.get(DatabaseClock, { strict: false }).now();
  const id = await app.get(FollowPetition, { strict: false }).run(officer, {
    addressee: { body: 'akimat', territory: DEMO.city },
    texts: {
      title: {
        kk: 'Қала саябағындағы ағаштарды кеспеу',
        ru: 'Не вырубать деревья в городском парке',
      },
    },
    portalUrl: 'https://epetition.kz/',
    openedOn: addDays(today, -52),
  });
  const count = { id, signatures: 1_730, seenOn: addDays(today, -1) };
  await app.get(NotePortalCount, { strict: false }).run(officer, count);
}

/** The clock of so many days ago. */
function clockPutBack(app: INestApplicationContext, daysAgo: number): DatabaseClock {
  const clock = app.get(DatabaseClock, { strict: false });
  return {
    now: async (): Promise<Moment> => {
      const at = new Date((await clock.now()).at.getTime() - daysAgo * DAY_MS);
      return { at, today: civilDateOf(at) };
    },
  } as DatabaseClock;
}
