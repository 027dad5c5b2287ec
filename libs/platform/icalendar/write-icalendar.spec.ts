import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarEvent, writeICalendar } from './write-icalendar.js';

const event: CalendarEvent = {
  uid: '0193@qatysu.example',
  sequence: 2,
  startsAt: new Date('2026-11-20T10:00:00+05:00'),
  endsAt: new Date('2026-11-20T12:00:00+05:00'),
  isCancelled: false,
  summary: 'Жиналыс',
  description: 'Бюджет; жобалар, есеп\nЕкінші жол',
  place: 'Мәдениет үйі',
  address: 'https://qatysu.example/kk/meetings/0193',
};

const madeAt = new Date('2026-11-09T09:00:00Z');
const written = (change: Partial<CalendarEvent> = {}) =>
  writeICalendar({ name: 'Ақбұлақ', lang: 'kk', events: [{ ...event, ...change }], madeAt });
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('an iCalendar feed', () => {
  it('has the lines that a calendar needs to move an event', () => {
    for (const line of [
      'UID:0193@qatysu.example',
      'SEQUENCE:2',
      'DTSTART:20261120T050000Z',
      'DTEND:20261120T070000Z',
      'STATUS:CONFIRMED',
    ])
      expect(written()).toContain(`\r\n${line}\r\n`);
  });

  it('cancels an event instead of leaving it out', () => {
    expect(written({ isCancelled: true })).toContain('\r\nSTATUS:CANCELLED\r\n');
  });

  it('escapes what has a meaning of its own', () => {
    expect(unfolded(written())).toContain(':Бюджет\\; жобалар\\, есеп\\nЕкінші жол\r\n');
  });

  it.each([
    [75, 1],
    [76, 2],
  ])('a line of %d octets takes %d', (octets, lines) => {
    const address = 'a'.repeat(octets - 'URL:'.length);
    const from = written({ address }).split('URL:')[1]!.split('\r\nEND:VEVENT')[0]!;
    expect(from.split('\r\n ')).toHaveLength(lines);
  });

  it('never has a line above 75 octets, nor a torn letter, nor a line of its own making', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const feed = written({ summary: `ә${text}`, description: text });
        const lines = feed.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(feed).not.toContain('\ufffd');
        expect(unfolded(feed).split('\r\n')).toHaveLength(22);
      }),
    );
  });
});
