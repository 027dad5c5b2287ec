import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';

/** RFC 5545 folds lines at 75 octets; a Cyrillic letter takes two. */
const LONGEST_LINE = 36;

/** The close of the voting and the day of the result for a calendar on the phone (RFC 5545). */
export function votingDatesAsCalendar(round: RoundRow, say: Wording): string {
  const title = say.official(round.title).text;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qatysu//Voting dates//KK',
    ...event(
      round,
      'voting-until',
      round.calendar.votingUntil,
      `${say.t('receipts.next.closes')}: ${title}`,
    ),
    ...event(
      round,
      'decision-by',
      round.calendar.decisionBy,
      `${say.t('receipts.next.decision')}: ${title}`,
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(round: RoundRow, name: string, at: Date, summary: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${round.id}-${name}@qatysu`,
    `DTSTAMP:${stamp(round.createdAt)}`,
    `DTSTART:${stamp(at)}`,
    `SUMMARY:${summary.replace(/[\\;,]/g, '\\$&')}`,
    'END:VEVENT',
  ];
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function folded(line: string): string {
  const parts = line.match(new RegExp(`.{1,${LONGEST_LINE}}`, 'gu')) ?? [];
  return parts.join('\r\n ');
}
