import { type CivilDate, daysBetween, isCivilDate } from '#rules/kernel/civil-date.js';
import type { ErrorDetails } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { Catalogue, TextParams } from './catalogue.js';
import * as format from './format.js';
import type { Lang } from './lang.js';

/** An official text: Kazakh and Russian by law, English where there is one. */
export type OfficialText = Readonly<Partial<Record<Lang, string>>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Everything a presenter needs to speak one language. */
export class Wording {
  constructor(
    private readonly catalogue: Catalogue,
    readonly lang: Lang,
  ) {}

  /** `wording.t('common.daysLeft', { count: 5 }) // → '5 күн қалды'` */
  t(key: string, params: TextParams = {}): string {
    return this.catalogue.text(this.lang, key, params);
  }

  has(key: string): boolean {
    return this.catalogue.has(key);
  }

  number(value: number | bigint): string {
    return format.formatNumber(value, this.lang);
  }

  money(amount: Tiyn): string {
    return format.formatMoney(amount, this.lang);
  }

  moneyShort(amount: Tiyn): string {
    return format.formatMoneyShort(amount, this.lang);
  }

  percent(part: number | bigint, whole: number | bigint): string {
    return format.formatPercent(part, whole, this.lang);
  }

  date(moment: format.Moment): string {
    return format.formatDate(moment, this.lang);
  }

  day(moment: format.Moment): string {
    return format.formatDay(moment, this.lang);
  }

  weekday(moment: format.Moment): string {
    return format.formatWeekday(moment, this.lang);
  }

  list(words: readonly string[]): string {
    return format.formatList(words, this.lang);
  }

  /** With the zone in words: people travel, and a deadline must not. */
  dateTime(instant: Date): string {
    return this.t('common.dateTime', {
      date: this.date(instant),
      time: format.formatTime(instant, this.lang),
      offset: format.offsetAt(instant),
    });
  }

  /** How far a deadline is: «5 күн қалды», «бүгін соңғы күн», «мерзімі 3 күн өтті». */
  daysLeft(until: CivilDate, today: CivilDate): string {
    const days = daysBetween(today, until);
    if (days === 0) return this.t('common.lastDay');
    if (days < 0) return this.t('common.daysOver', { count: -days });
    return this.t('common.daysLeft', { count: days });
  }

  /** The official text in this language, or another one with its language named. */
  official(text: OfficialText): { text: string; lang: Lang; translated: boolean } {
    const lang = ([this.lang, 'kk', 'ru', 'en'] as const).find((each) => text[each]) ?? this.lang;
    return { text: text[lang] ?? '', lang, translated: lang === this.lang };
  }

  /** The text of a refusal by its code, its plain details written for people. */
  refusal(code: string, details: ErrorDetails = {}): string {
    return this.t(`errors.${code}`, this.spoken(details));
  }

  /** Details for people: `…Tiyn` as sums, days and instants as dates; nested values are left out. */
  spoken(details: ErrorDetails): TextParams {
    const entries = Object.entries(details).map(([name, value]) => [name, this.speak(name, value)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as TextParams;
  }

  private speak(name: string, value: unknown): TextParams[string] {
    if (name.endsWith('Tiyn')) return this.money(BigInt(value as string | bigint));
    if (value instanceof Date) return this.dateTime(value);
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    if (typeof value !== 'string') return undefined;
    if (isCivilDate(value)) return this.date(value);
    return INSTANT.test(value) ? this.dateTime(new Date(value)) : value;
  }
}
