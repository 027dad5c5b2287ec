import type { QuestionFields } from '#features/assemblies/meetings/ask-item-question.js';
import { seat } from './assembly-desk.js';
import { decideItem, type DemoAssembly, deskOn, meetingOn } from './demo-assembly.js';
import { OVERDUE, QUESTION, REPORT, UPCOMING } from './demo-meetings.js';

const REPORTED = 33;
const LEFT_LYING = 9;
const AHEAD = 12;

/** The akim reports to the population, and the report is not approved. */
export async function playRefusedReport(assembly: DemoAssembly): Promise<void> {
  const meetingId = await deskOn(assembly, REPORTED + 12).convene(
    meetingOn(assembly, REPORTED, [REPORT]),
  );
  const desk = deskOn(assembly, REPORTED);
  await desk.attend(meetingId, assembly.seats.slice(0, 8).map(seat), []);
  await desk.later(desk.after(5)).open(meetingId, assembly.seats[0]!);
  await decideItem(desk.later(desk.after(50)), { meetingId, item: 1 }, REPORT);
  const minutesId = await desk.later(desk.after(75)).close(meetingId);
  await deskOn(assembly, REPORTED - 1).finish(minutesId, assembly.chair);
}

/** A meeting was held, and its minutes are still a draft after their term. */
export async function playOverdue(assembly: DemoAssembly): Promise<void> {
  const meetingId = await deskOn(assembly, LEFT_LYING + 12).convene(
    meetingOn(assembly, LEFT_LYING, [OVERDUE]),
  );
  const desk = deskOn(assembly, LEFT_LYING);
  await desk.attend(meetingId, assembly.seats.slice(0, 6).map(seat), []);
  await desk.later(desk.after(5)).open(meetingId, assembly.seats[0]!);
  await decideItem(desk.later(desk.after(30)), { meetingId, item: 1 }, OVERDUE);
  await desk.later(desk.after(60)).close(meetingId);
}

/** The next meeting is convened, and a resident has a question to it. */
export async function askAhead(assembly: DemoAssembly): Promise<QuestionFields> {
  const meeting = meetingOn(assembly, -AHEAD, [UPCOMING]);
  const broadcastUrl = 'https://example.org/qarasu/live';
  const publishedAt = deskOn(assembly, 1).after(0);
  const notice = { ...meeting.notice!, publishedAt };
  const meetingId = await deskOn(assembly, 0)
    .later(new Date())
    .convene({ ...meeting, broadcastUrl, notice });
  return { meetingId, item: 1, language: 'kk', text: QUESTION };
}
