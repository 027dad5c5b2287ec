import { ActOnDecision } from '#features/assemblies/akim-answers/act-on-decision.js';
import {
  type AkimAnswerFields,
  AnswerMinutes,
} from '#features/assemblies/akim-answers/answer-minutes.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { ProjectReader } from '#features/participation/proposals/project.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { civilDateOf, type DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { seat } from './assembly-desk.js';
import {
  afternoonOf,
  decideItem,
  type DemoAssembly,
  type DemoLinks,
  deskOn,
  meetingOn,
} from './demo-assembly.js';
import { BUDGET, CONFIRMATION, OBJECTION, PROJECTS, REPEAT } from './demo-meetings.js';

const HELD = 62;
const ANSWERED = 58;
const REPEATED = 40;
const DISCUSSED = 24;
const CONFIRMED = 20;
const NOTHING = { kk: '', ru: '' };

/** The budget is agreed and projects are ranked; an objection goes up to the superior akim. */
export async function playBudgetAndObjection(assembly: DemoAssembly): Promise<void> {
  const minutesId = await hold(assembly, HELD, async (desk, meetingId) => {
    await decideItem(desk, { meetingId, item: 1 }, BUDGET);
    const links = await rankedProjects(assembly);
    await decideItem(desk, { meetingId, item: 2, links }, PROJECTS);
  });
  const agreed = { item: 1, kind: 'agreed', reasons: NOTHING } as const;
  const objected = { item: 2, kind: 'objection', reasons: OBJECTION } as const;
  await answer(assembly, ANSWERED, { minutesId, items: [agreed, objected] });
  const repeated = await hold(
    assembly,
    REPEATED,
    async (desk, meetingId) => decideItem(desk, { meetingId, item: 1 }, REPEAT),
    minutesId,
  );
  await answer(assembly, REPEATED - 3, { minutesId: repeated, items: [agreed] });
  await goUp(assembly, minutesId);
}

async function answer(
  assembly: DemoAssembly,
  daysAgo: number,
  fields: Pick<AkimAnswerFields, 'minutesId' | 'items'>,
): Promise<void> {
  const [akim] = await assembly.actors.holders('akim', DEMO.qarasu);
  const answering = new AnswerMinutes(...answerTools(assembly, daysAgo));
  await answering.run(akim!, { ...fields, answeredOn: null });
}

type Recording = (desk: ReturnType<typeof deskOn>, meetingId: string) => Promise<void>;

/** Holds a meeting of eight delegates and finishes its minutes the day after. */
async function hold(
  assembly: DemoAssembly,
  daysAgo: number,
  record: Recording,
  repeatsMinutes: string | null = null,
): Promise<string> {
  const agenda = repeatsMinutes === null ? [BUDGET, PROJECTS] : [REPEAT];
  const meeting = { ...meetingOn(assembly, daysAgo, agenda), repeatsMinutes };
  const meetingId = await deskOn(assembly, daysAgo + 12).convene(meeting);
  const desk = deskOn(assembly, daysAgo);
  await desk.attend(meetingId, assembly.seats.slice(0, 7).map(seat), []);
  await desk.later(desk.after(5)).open(meetingId, assembly.seats[0]!);
  await record(desk.later(desk.after(40)), meetingId);
  const minutesId = await desk.later(desk.after(90)).close(meetingId);
  await deskOn(assembly, daysAgo - 1).finish(minutesId, assembly.chair);
  return minutesId;
}

/** The community insists, the maslikhat discusses, the superior akim confirms. */
async function goUp(assembly: DemoAssembly, minutesId: string): Promise<void> {
  const { actors, secretary } = assembly;
  const [ofMaslikhat] = await actors.holders('maslikhat-secretary', DEMO.district);
  const [superior] = await actors.holders('akim', DEMO.district);
  const steps: readonly (readonly [SignedIn, 'insist' | 'discuss' | 'confirm', number])[] = [
    [secretary, 'insist', REPEATED - 1],
    [ofMaslikhat!, 'discuss', DISCUSSED],
    [superior!, 'confirm', CONFIRMED],
  ];
  for (const [person, act, daysAgo] of steps) {
    const overrides = assembly.app.get(LocalOverrideReader, { strict: false });
    const acting = new ActOnDecision(...answerTools(assembly, daysAgo), overrides);
    const reasons = act === 'confirm' ? CONFIRMATION : NOTHING;
    await acting.run(person, { minutesId, item: 2, act, on: null, reasons, link: null });
  }
}

function answerTools({ app, today }: DemoAssembly, daysAgo: number) {
  const at = afternoonOf(today, daysAgo);
  const clock = { now: async () => ({ at, today: civilDateOf(at) }) } as DatabaseClock;
  const minutes = app.get(MinutesReader, { strict: false });
  return [app.get(UnitOfWork, { strict: false }), clock, minutes] as const;
}

/** The first projects of the nearest round that has a ballot, with their costs. */
async function rankedProjects({ app }: DemoAssembly): Promise<DemoLinks> {
  const rounds = await app
    .get(RoundReader, { strict: false })
    .list({ territory: DEMO.kokzhiek, limit: 20 });
  const projects = app.get(ProjectReader, { strict: false });
  for (const round of rounds) {
    const listed = await projects.list(round.id, { sequence: 'number', seed: 1 });
    if (listed.length >= 3)
      return listed.slice(0, 3).map(({ id, costTiyn }) => ({
        kind: 'project',
        id,
        amountTiyn: String(costTiyn),
      }));
  }
  return [];
}
