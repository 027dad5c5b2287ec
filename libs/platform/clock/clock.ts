import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** The zone of every civil date in the country since 1 March 2024 (UTC+5). */
export const ZONE = 'Asia/Almaty';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

/**
 * The civil day of an instant in Kazakhstan. The one place where an instant becomes a day:
 * `toISOString().slice(0, 10)` is off by a day after 19:00 UTC.
 *
 * @example civilDateOf(new Date('2026-04-23T19:30:00Z')) // → '2026-04-24'
 */
export function civilDateOf(instant: Date): CivilDate {
  return DAY.format(instant);
}

/**
 * The instant at which a civil day begins in Kazakhstan.
 *
 * @example startOfDay('2026-04-24').toISOString() // → '2026-04-23T19:00:00.000Z'
 */
export function startOfDay(date: CivilDate): Date {
  for (const offset of ['+05:00', '+06:00']) {
    const instant = new Date(`${date}T00:00:00${offset}`);
    if (civilDateOf(instant) === date && civilDateOf(new Date(instant.getTime() - 1)) !== date)
      return instant;
  }
  throw new RangeError(`No beginning of the day ${date} was found`);
}

export interface Moment {
  readonly at: Date;
  readonly today: CivilDate;
}

/** Time as the database tells it, so that machines with wrong clocks decide nothing. */
@Injectable()
export class DatabaseClock {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<Moment> {
    const [row] = (await this.dataSource.query('select clock_timestamp() as at')) as { at: Date }[];
    return { at: row!.at, today: civilDateOf(row!.at) };
  }
}
