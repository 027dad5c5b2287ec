import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { RecordItemDecision } from '#features/assemblies/writings/record-item-decision.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { TestPortal } from '../test-portal.js';
import { aMeeting, anItem, anOpenMeeting, BOTH, type TestAssembly } from './assembly-town.js';

export interface MinutesWish {
  readonly question?: AssemblyQuestion;
  /** Of six who are present. */
  readonly votesFor?: number;
}

/** Minutes of a meeting with one decision, signed by chair and secretary; returns both ids. */
export async function signedMinutes(
  { app }: TestPortal,
  assembly: TestAssembly,
  { question = 'budget', votesFor = 5 }: MinutesWish = {},
): Promise<{ readonly minutesId: string; readonly meetingId: string }> {
  const use = <T>(type: new (...rest: never[]) => T): T => app.get(type, { strict: false });
  const { secretary, chair } = assembly;
  const meeting = aMeeting({ agenda: [anItem(question)] });
  const meetingId = await anOpenMeeting(app, assembly, { meeting });
  const decision = decisionOf(meetingId, votesFor);
  await use(RecordItemDecision).run(secretary.person, decision);
  const minutesId = await use(BeginMinutes).run(secretary.person, meetingId);
  await use(SubmitMinutes).run(secretary.person, minutesId);
  const signing = { minutesId, capacity: null, digest: null };
  await use(SignMinutes).run(chair.person, signing);
  await use(SignMinutes).run(secretary.person, signing);
  return { minutesId, meetingId };
}

function decisionOf(meetingId: string, votesFor: number) {
  const votes = {
    kind: 'by-count' as const,
    for: votesFor,
    against: 6 - votesFor,
    abstained: 0,
    chairSide: null,
    votedAt: new Date().toISOString(),
  };
  const speeches = [{ speaker: 'Делегат 2', text: 'Қолдаймын' }];
  return { meetingId, item: 1, heard: BOTH, speeches, votes, text: BOTH, links: [], version: null };
}
