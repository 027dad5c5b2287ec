/** A meeting as a calendar shows it. */
export interface CalendarEvent {
  /** Never changes, so that a moved meeting moves in calendars too. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  /** Address of the event's page. */
  readonly address: string;
}

export interface Calendar {
  readonly name: string;
  readonly lang: string;
  readonly events: readonly CalendarEvent[];
  readonly madeAt: Date;
}

/** Octets a line may have before it is folded (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/**
 * A feed that calendars subscribe to (RFC 5545, with the names of RFC 7986). Instants are written in
 * UTC, which needs no table of zones: Kazakhstan's changed on 1 March 2024.
 */
export function writeICalendar({ name, lang, events, madeAt }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qatysu//Qatysu//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${lang}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    ...events.flatMap((event) => linesOf(event, lang, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent, lang: string, madeAt: Date): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${instant(madeAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY;LANGUAGE=${lang}:${escaped(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${lang}:${escaped(event.description)}`,
    `LOCATION;LANGUAGE=${lang}:${escaped(event.place)}`,
    `URL:${event.address}`,
    'END:VEVENT',
  ];
}

/** `20261120T050000Z` */
function instant(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Breaks between letters, never inside one: a Kazakh letter has two octets. */
function folded(line: string): string {
  let octets = 0;
  let text = '';
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}
