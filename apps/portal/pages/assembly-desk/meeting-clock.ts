import type { CivilDate } from '#rules/kernel/civil-date.js';
import { formatTime } from '#platform/views/format.js';

/** The wall clock of a moment in Kazakhstan, as a field of time takes it: `'10:05:00'`. */
export function clockOf(moment: string | Date): string {
  const instant = new Date(moment);
  const seconds = String(instant.getUTCSeconds()).padStart(2, '0');
  return `${formatTime(instant, 'ru')}:${seconds}`;
}

/** Kazakhstan has had one zone since 1 March 2024. */
const OFFSET = '+05:00';

/** The moment that a day and a wall clock name; null where they name none. */
export function momentOn(day: CivilDate, clock: string): Date | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock)) return null;
  return new Date(`${day}T${clock.length === 5 ? `${clock}:00` : clock}${OFFSET}`);
}
