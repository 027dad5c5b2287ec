import type { CivilDate } from '#rules/kernel/civil-date.js';

/** Why a day is a day off though it is no Saturday or Sunday of the ordinary week. */
export type DayOffGround = 'holiday' | 'carried-over' | 'moved' | 'religious-day';

/** A day off, or a Saturday or Sunday made a working day in exchange for a moved one. */
export interface CalendarDay {
  readonly on: CivilDate;
  readonly ground: DayOffGround;
  /** Was it seen in an announced calendar or order, and not only worked out from the law? */
  readonly verified: boolean;
}

/** The days of one year that differ from the ordinary week of five working days. */
export interface YearOfDays {
  readonly year: number;
  readonly daysOff: readonly CalendarDay[];
  readonly workingWeekends: readonly CalendarDay[];
  /** Where the year's calendar was read. */
  readonly sources: readonly string[];
}

/**
 * Holidays, days carried over from a weekend and moved days.
 *
 * Holidays: 1–2 January, 8 March, 21–23 March, 1, 7 and 9 May, 6 July, 25 October, 16 December, and
 * Constitution Day: 30 August until 2025; 15 March from 2027, after the referendum of 15 March 2026,
 * so that 2026 has none. Religious days off, never carried over: 7 January and the first day of
 * Kurban Ait. A holiday on a weekend makes the next working day a day off.
 *
 * The texts of the law on holidays and of the Labour Code were not read; each year names what was.
 * 2027 is worked out from the law before its calendar and its moved days were announced.
 *
 * @law Labour Code arts. 84–85
 */
export const DAYS_OFF: readonly YearOfDays[] = [
  {
    year: 2024,
    daysOff: [
      ...announced('holiday', '2024-01-01', '2024-01-02', '2024-03-08', '2024-03-21', '2024-03-22'),
      ...announced('holiday', '2024-03-23', '2024-05-01', '2024-05-07', '2024-05-09', '2024-07-06'),
      ...announced('holiday', '2024-08-30', '2024-10-25', '2024-12-16'),
      ...announced('carried-over', '2024-03-25', '2024-07-08'),
      ...announced('religious-day', '2024-01-07', '2024-06-16'),
      ...announced('moved', '2024-05-08'),
    ],
    workingWeekends: announced('moved', '2024-05-04'),
    sources: [
      'https://m.ru.sputniknews.kz/20240418/vykhodnoy-perenesli-s-4-na-8-maya---mintruda-podpisalo-prikaz-43738035.html',
    ],
  },
  {
    year: 2025,
    daysOff: [
      ...announced('holiday', '2025-01-01', '2025-01-02', '2025-03-08', '2025-03-21', '2025-03-22'),
      ...announced('holiday', '2025-03-23', '2025-05-01', '2025-05-07', '2025-05-09', '2025-07-06'),
      ...announced('holiday', '2025-08-30', '2025-10-25', '2025-12-16'),
      ...announced('carried-over', '2025-03-10', '2025-03-24', '2025-03-25', '2025-07-07'),
      ...announced('carried-over', '2025-09-01', '2025-10-27'),
      ...announced('religious-day', '2025-01-07', '2025-06-06'),
      ...announced('moved', '2025-01-03'),
    ],
    workingWeekends: announced('moved', '2025-01-05'),
    sources: [
      'https://pobipb.kz/kalendar-vyxodnyx-i-prazdnichnyx-dnej-na-2025-god',
      'https://energy-city.kz/pavlodar/kazahstanczy-poluchat-chetyre-vyhodnyh-dnya-na-novyj-god',
    ],
  },
  {
    year: 2026,
    daysOff: [
      ...announced('holiday', '2026-01-01', '2026-01-02', '2026-03-08', '2026-03-21', '2026-03-22'),
      ...announced('holiday', '2026-03-23', '2026-05-01', '2026-05-07', '2026-05-09', '2026-07-06'),
      ...announced('holiday', '2026-10-25', '2026-12-16'),
      ...announced('carried-over', '2026-03-09', '2026-03-24', '2026-03-25', '2026-05-11'),
      ...announced('carried-over', '2026-10-26'),
      ...announced('religious-day', '2026-01-07', '2026-05-27'),
    ],
    workingWeekends: [],
    sources: [
      'https://www.inform.kz/ru/kak-budut-otdihat-kazahstantsi-v-2026-godu-947dd6',
      'https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615',
    ],
  },
  {
    year: 2027,
    daysOff: [
      ...workedOut('holiday', '2027-01-01', '2027-01-02', '2027-03-08', '2027-03-15', '2027-03-21'),
      ...workedOut('holiday', '2027-03-22', '2027-03-23', '2027-05-01', '2027-05-07', '2027-05-09'),
      ...workedOut('holiday', '2027-07-06', '2027-10-25', '2027-12-16'),
      ...workedOut('carried-over', '2027-01-04', '2027-03-24', '2027-05-03', '2027-05-10'),
      ...workedOut('religious-day', '2027-01-07', '2027-05-16'),
    ],
    workingWeekends: [],
    sources: [
      'https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615',
    ],
  },
];

function announced(ground: DayOffGround, ...days: readonly CivilDate[]): readonly CalendarDay[] {
  return days.map((on) => ({ on, ground, verified: true }));
}

function workedOut(ground: DayOffGround, ...days: readonly CivilDate[]): readonly CalendarDay[] {
  return days.map((on) => ({ on, ground, verified: false }));
}
