import Handlebars from 'handlebars';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { isLink } from '#rules/kernel/link.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type Assets, assetPath } from './assets.js';
import type { TextParams } from './catalogue.js';
import type { Moment } from './format.js';
import type { Lang } from './lang.js';
import { Svg } from './svg.js';
import type { OfficialText, Wording } from './wording.js';

export type TemplateFunction = Handlebars.HelperDelegate;
export type TemplateFunctions = Readonly<Record<string, TemplateFunction>>;

interface Call {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly root: { readonly lang: Lang; readonly frame: { today: CivilDate } } };
}

/** What templates may call. The language is the page's: nothing is remembered between pages. */
export function templateFunctions(
  wordings: Readonly<Record<Lang, Wording>>,
  assets: Assets,
): TemplateFunctions {
  const say = (call: Call) => wordings[call.data.root.lang];
  return mapValues(callOrField, {
    ...logic,
    t: (...all: unknown[]) => say(callOf(all)).t(partsOf(all).join('.'), paramsOf(all)),
    href: (...all: unknown[]) => hrefOf(langOf(all), partsOf(all), callOf(all).hash),
    asset: (name: string) => assetPath(assets, name),
    number: (value: number, call: Call) => say(call).number(value),
    money: (amount: Tiyn, call: Call) => say(call).money(amount),
    moneyShort: (amount: Tiyn, call: Call) => say(call).moneyShort(amount),
    percent: (part: number, whole: number, call: Call) => say(call).percent(part, whole),
    date: (moment: Moment, call: Call) => say(call).date(moment),
    day: (moment: Moment, call: Call) => say(call).day(moment),
    weekday: (moment: Moment, call: Call) => say(call).weekday(moment),
    dateTime: (instant: Date | string, call: Call) => say(call).dateTime(new Date(instant)),
    isoTime: (instant: Date | string) => new Date(instant).toISOString(),
    daysLeft: (until: CivilDate, call: Call) =>
      say(call).daysLeft(until, call.data.root.frame.today),
    official: (text: OfficialText, call: Call) => say(call).official(text),
    web: (address: unknown) => webAddress(address),
    svg: (drawing: unknown) => drawn(drawing),
  });
}

/** A path in the page's language; named values become the query. */
export function hrefOf(
  lang: Lang,
  parts: readonly unknown[],
  query: Readonly<Record<string, unknown>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value as string | number));
  }
  const path = encoded(`/${lang}${parts.join('')}`).replace(/(.)\/$/, '$1');
  return search.size > 0 ? `${path}?${search}` : path;
}

/**
 * An address that somebody may have given: followed on the web or at our own site, or not at all.
 *
 * @example webAddress('javascript:alert(1)') // → ''
 */
export function webAddress(address: unknown): string {
  if (typeof address !== 'string') return '';
  return isLink(address) || /^\/(?![/\\])/.test(address) ? address : '';
}

/** A presenter may have encoded a query already; it is not encoded twice. */
function encoded(path: string): string {
  return encodeURI(path).replaceAll(/%25(?=[\dA-F]{2})/gi, '%');
}

// `{{number}}` alone means the field of that name: there is nothing to write without a value.
function callOrField(name: string, run: TemplateFunction): TemplateFunction {
  return function (this: Record<string, unknown>, ...all: unknown[]): unknown {
    return all.length === 1 && name !== 'object' ? this[name] : run(...all);
  };
}

function mapValues(
  change: (name: string, run: TemplateFunction) => TemplateFunction,
  functions: TemplateFunctions,
): TemplateFunctions {
  const entries = Object.entries(functions).map(([name, run]) => [name, change(name, run)]);
  return Object.fromEntries(entries) as TemplateFunctions;
}

const logic: TemplateFunctions = {
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown) => isEmpty(value),
  and: (...all: unknown[]) => partsOf(all).every((value) => !isEmpty(value)),
  or: (...all: unknown[]) => partsOf(all).find((value) => !isEmpty(value)) ?? false,
  has: (value: unknown) => value !== undefined && value !== null && value !== '',
  includes: (all: unknown, value: unknown) => Array.isArray(all) && all.includes(value),
  join: (...all: unknown[]) => partsOf(all).join(''),
  object: (call: Call) => call.hash,
  describedBy: (field: Field) => describedBy(field),
};

interface Field {
  readonly id?: string;
  readonly name: string;
  readonly hint?: string;
  readonly error?: string;
  readonly max?: number;
}

/** The ids of what explains a field, in the order in which they are read aloud. */
function describedBy({ id, name, hint, error, max }: Field): string {
  const parts = [hint && 'hint', error && 'error', max && 'info'].filter(Boolean);
  return parts.map((part) => `${id ?? name}-${part}`).join(' ');
}

function isEmpty(value: unknown): boolean {
  return value === 0 ? true : Handlebars.Utils.isEmpty(value);
}

function callOf(all: readonly unknown[]): Call {
  return all.at(-1) as Call;
}

function partsOf(all: readonly unknown[]): readonly unknown[] {
  return all.slice(0, -1);
}

function paramsOf(all: readonly unknown[]): TextParams {
  return callOf(all).hash as TextParams;
}

function langOf(all: readonly unknown[]): Lang {
  return callOf(all).data.root.lang;
}

function drawn(drawing: unknown): Handlebars.SafeString {
  if (!(drawing instanceof Svg))
    throw new TypeError('Only a drawing made by svg`…` goes unescaped');
  return new Handlebars.SafeString(drawing.toString());
}
