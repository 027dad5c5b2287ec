import { CheckSheets } from '#features/budget/dismissals/check-sheets.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { HandInSheets } from '#features/budget/dismissals/hand-in-sheets.js';
import { StartDismissal } from '#features/budget/dismissals/start-dismissal.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { seat } from './assembly-desk.js';
import { decideItem, type DemoAssembly, deskOn, meetingOn } from './demo-assembly.js';
import { DISMISSAL, SHEETS_PROTOCOL } from './demo-meetings.js';

const RAISED = 28;
const STARTED = 24;
const HANDED_IN = 18;
const CHECKED = 8;

/** The assembly asks for the akim's dismissal; deputies sign, and the check of the sheets is late. */
export async function playDismissal(assembly: DemoAssembly): Promise<void> {
  const minutesId = await raise(assembly);
  const { app, actors, today } = assembly;
  const use = <T>(type: abstract new (...rest: never[]) => T): T =>
    app.get(type as never, { strict: false });
  const raised = await use(DismissalReader).findOfMinutes(minutesId);
  const [secretary] = await actors.holders('maslikhat-secretary', DEMO.district);
  const asked = (daysAgo: number) => ({
    person: secretary!,
    dismissalId: raised!.id,
    on: addDays(today, -daysAgo),
    enclosures: [],
  });
  const { deputies } = await use(MaslikhatReader).get(DEMO.district);
  const inOffice = deputies.filter(({ from, until }) => from <= today && today <= until);
  const signed = inOffice.slice(0, deputiesNeededOn(today, inOffice.length)).map(({ id }) => id);
  await use(StartDismissal).run(asked(STARTED), signed);
  await use(HandInSheets).run(asked(HANDED_IN), signed);
  await use(CheckSheets).run(asked(CHECKED), { valid: signed, protocol: SHEETS_PROTOCOL });
}

async function raise(assembly: DemoAssembly): Promise<string> {
  const meetingId = await deskOn(assembly, RAISED + 12).convene(
    meetingOn(assembly, RAISED, [DISMISSAL]),
  );
  const desk = deskOn(assembly, RAISED);
  await desk.attend(meetingId, assembly.seats.slice(0, 7).map(seat), []);
  await desk.later(desk.after(5)).open(meetingId, assembly.seats[0]!);
  await decideItem(desk.later(desk.after(40)), { meetingId, item: 1 }, DISMISSAL);
  const minutesId = await desk.later(desk.after(60)).close(meetingId);
  await deskOn(assembly, RAISED - 1).finish(minutesId, assembly.chair);
  return minutesId;
}
