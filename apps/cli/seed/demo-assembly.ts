import type { INestApplicationContext } from '@nestjs/common';
import type { MeetingFields } from '#features/assemblies/meetings/meeting-fields.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import { startOfDay } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AssemblyDesk } from './assembly-desk.js';
import type { DemoActors } from './demo-actors.js';
import { CHANNELS, type DemoItem, HALL } from './demo-meetings.js';

const HOUR_MS = 3_600_000;
const NOTICE_DAYS = 12;

/** The demo okrug's assembly with those who act around it. */
export interface DemoAssembly {
  readonly app: INestApplicationContext;
  readonly actors: DemoActors;
  readonly secretary: SignedIn;
  readonly chair: SignedIn;
  /** Ids of the seats, the chair's first. */
  readonly seats: readonly string[];
  readonly today: CivilDate;
}

/** The desk at three in the afternoon of the day so many days ago. */
export function deskOn({ app, secretary, today }: DemoAssembly, daysAgo: number): AssemblyDesk {
  return new AssemblyDesk(app, secretary, afternoonOf(today, daysAgo));
}

export function afternoonOf(today: CivilDate, daysAgo: number): Date {
  return new Date(startOfDay(addDays(today, -daysAgo)).getTime() + 15 * HOUR_MS);
}

interface Planned {
  readonly question: AssemblyQuestion;
  readonly title: OfficialText;
}

/** A meeting of that day, announced in time. */
export function meetingOn(
  { today }: DemoAssembly,
  daysAgo: number,
  agenda: readonly Planned[],
): MeetingFields {
  return {
    territory: DEMO.qarasu,
    kind: 'assembly',
    part: null,
    startsAt: afternoonOf(today, daysAgo),
    place: HALL,
    convener: { kind: 'akim' },
    members: null,
    membersSource: null,
    agenda: agenda.map(({ question, title }) => ({
      question,
      title,
      rapporteur: null,
      links: [],
      reportUrl: null,
      request: null,
    })),
    notice: {
      publishedAt: afternoonOf(today, daysAgo + NOTICE_DAYS),
      channels: CHANNELS,
      text: { kk: '', ru: '' },
    },
    broadcastUrl: null,
    repeatsMinutes: null,
  };
}

/** Records an item of a meeting under way, a quarter of an hour after the one before. */
export async function decideItem(
  desk: AssemblyDesk,
  { meetingId, item, links = [] }: { meetingId: string; item: number; links?: DemoLinks },
  { heard, speech, decision, votes }: DemoItem,
): Promise<void> {
  const [votesFor, against, abstained] = votes;
  const votedAt = desk.after(0).toISOString();
  const counted = { for: votesFor, against, abstained, chairSide: null };
  await desk.decide({
    meetingId,
    item,
    heard,
    speeches: [{ speaker: 'Бекет Асан', text: speech }],
    votes: { kind: 'by-count', ...counted, votedAt },
    text: decision,
    links,
  });
}

export type DemoLinks = MeetingFields['agenda'][number]['links'];
