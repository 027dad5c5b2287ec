import { formatTenge, tenge, type Tiyn } from '#rules/kernel/money.js';
import { type CivilDate, isCivilDate } from '#rules/kernel/civil-date.js';
import { type Lang, localeOf } from './lang.js';

// Numbers, sums and dates are written here, on the server: browsers claim to know Kazakh and then
// print English. Intl writes no-break spaces, so a sum never falls apart at the end of a line.

const ZONE = 'Asia/Almaty';
const MILLION = tenge(1_000_000n);

/** A day as text or an instant. */
export type Moment = CivilDate | Date;

/** `formatNumber(2761, 'kk') // → '2 761'` */
export function formatNumber(value: number | bigint, lang: Lang): string {
  return numbers(lang, { maximumFractionDigits: 2 }).format(value);
}

/** The exact sum, with tiyn only where there are any: `formatMoney(3850000000n, 'ru') // → '38 500 000 ₸'` */
export function formatMoney(amount: Tiyn, lang: Lang): string {
  const cents = amount % 100n === 0n ? 0 : 2;
  return currency(lang, { minimumFractionDigits: cents, maximumFractionDigits: cents }).format(
    exact(amount),
  );
}

/** Whole up to 999 999, then in millions with one decimal: `'12,4 млн ₸'`. */
export function formatMoneyShort(amount: Tiyn, lang: Lang): string {
  const size = amount < 0n ? -amount : amount;
  if (size < MILLION) return formatMoney(amount, lang);
  const options = {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  } as const;
  return currency(lang, options).format(exact(amount));
}

/** A part of a whole without false precision: tenths below ten per cent, whole per cents above. */
export function formatPercent(part: number | bigint, whole: number | bigint, lang: Lang): string {
  const share = Number(whole) === 0 ? 0 : Number(part) / Number(whole);
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  return numbers(lang, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** `formatDate('2026-04-24', 'kk') // → '2026 ж. 24 сәуір'` */
export function formatDate(moment: Moment, lang: Lang): string {
  return dates(lang, { day: 'numeric', month: 'long', year: 'numeric' }, moment);
}

/** Without the year, for lists where the year is known: `'24 апреля'`. */
export function formatDay(moment: Moment, lang: Lang): string {
  return dates(lang, { day: 'numeric', month: 'long' }, moment);
}

/** With the day of the week: `'пятница, 24 апреля 2026 г.'`. */
export function formatWeekday(moment: Moment, lang: Lang): string {
  return dates(lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, moment);
}

/** The hour in Kazakhstan: `'23:59'`. */
export function formatTime(instant: Date, lang: Lang): string {
  return dates(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant);
}

/** The zone in force at that instant (it changed on 1 March 2024): `'UTC+5'`. */
export function offsetAt(instant: Date): string {
  const parts = formatter('en-GB', { timeZone: ZONE, timeZoneName: 'shortOffset' });
  const name = parts.formatToParts(instant).find((part) => part.type === 'timeZoneName');
  return (name?.value ?? '').replace('GMT', 'UTC');
}

/** `formatList(['а', 'ә', 'б'], 'ru') // → 'а, ә и б'` */
export function formatList(words: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(localeOf(lang), { type: 'conjunction' }).format(words);
}

function dates(lang: Lang, options: Intl.DateTimeFormatOptions, moment: Moment): string {
  if (typeof moment !== 'string') {
    return formatter(localeOf(lang), { ...options, timeZone: ZONE }).format(moment);
  }
  if (!isCivilDate(moment)) throw new RangeError(`Not a calendar day: ${moment}`);
  const noon = new Date(`${moment}T12:00:00Z`);
  return formatter(localeOf(lang), { ...options, timeZone: 'UTC' }).format(noon);
}

function currency(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const sign = { style: 'currency', currency: 'KZT', currencyDisplay: 'narrowSymbol' } as const;
  return numbers(lang, { ...sign, ...options });
}

function exact(amount: Tiyn): Intl.StringNumericLiteral {
  return formatTenge(amount) as Intl.StringNumericLiteral;
}

// Making an Intl formatter costs a hundred times its use, and there are only a handful of them.
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remembered(
    numberFormats,
    `${lang}${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(localeOf(lang), options),
  );
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(
    dateFormats,
    `${locale}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, options),
  );
}

function remembered<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known) return known;
  const made = make();
  store.set(key, made);
  return made;
}
