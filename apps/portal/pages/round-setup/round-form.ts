import { isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { parseTenge } from '#rules/kernel/money.js';
import type { BallotKind } from '#rules/participation/ballot-rule.js';
import type { RuleName } from '#rules/tally/rule-spec.js';
import { RULES } from '#rules/tally/rule-spec.js';
import {
  CALENDAR_FIELDS,
  type RoundRequest,
} from '#features/participation/rounds/round-request.js';
import type { CalendarField } from '#features/participation/rounds/round-row.js';
import type { FormFields } from '../_frame/form-fields.js';

export const BALLOT_KINDS = [
  'approval',
  'knapsack',
  'cumulative',
  'ordinal',
  'scoring',
] as const satisfies readonly BallotKind[];

/** A day as it is typed. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** A round as it stands in the form: everything as typed. */
export interface RoundForm {
  readonly titleKk: string;
  readonly titleRu: string;
  readonly titleEn: string;
  /** Sums by KATO code. */
  readonly pots: Readonly<Record<string, string>>;
  readonly ballotKind: string;
  readonly ballotMax: string;
  readonly ballotPoints: string;
  readonly rule: string;
  readonly minimumVotes: string;
  readonly costCap: string;
  readonly replacing: string;
  readonly secrecy: string;
  readonly dates: Readonly<Record<CalendarField, TypedDay>>;
  readonly ownCalendarAct: string;
}

const POT = /^pot-(\d{9})$/;

/** The form as it was sent. */
export function roundFormOf(fields: FormFields): RoundForm {
  const pots = fields.names().flatMap((name) => {
    const kato = POT.exec(name)?.[1];
    return kato === undefined ? [] : [[kato, fields.text(name)]];
  });
  const dates = CALENDAR_FIELDS.map((field) => [field, typedDayOf(fields, field)]);
  return {
    titleKk: fields.text('titleKk'),
    titleRu: fields.text('titleRu'),
    titleEn: fields.text('titleEn'),
    pots: Object.fromEntries(pots) as RoundForm['pots'],
    ballotKind: fields.text('ballotKind'),
    ballotMax: fields.text('ballotMax'),
    ballotPoints: fields.text('ballotPoints'),
    rule: fields.text('rule'),
    minimumVotes: fields.text('minimumVotes'),
    costCap: fields.text('costCap'),
    replacing: fields.text('replacing'),
    secrecy: fields.text('secrecy'),
    dates: Object.fromEntries(dates) as RoundForm['dates'],
    ownCalendarAct: fields.text('ownCalendarAct'),
  };
}

export function typedDayOf(fields: FormFields, name: string): TypedDay {
  return {
    day: fields.text(`${name}Day`),
    month: fields.text(`${name}Month`),
    year: fields.text(`${name}Year`),
  };
}

/** `typedDay('2027-04-24') // → { day: '24', month: '4', year: '2027' }` */
export function typedDay(date: string): TypedDay {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** `dayIn({ day: '24', month: '4', year: '2027' }) // → '2027-04-24'`; null where there is no such day. */
export function dayIn({ day, month, year }: TypedDay): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(text) ? text : null;
}

/**
 * What the form asks for.
 *
 * @throws DomainError rule-violated `round.invalid` with every field that cannot be read
 */
export function requestOf(form: RoundForm): RoundRequest {
  const faults = unreadable(form);
  if (faults.length > 0) throw new DomainError('rule-violated', 'round.invalid', { faults });
  return {
    title: { kk: form.titleKk, ru: form.titleRu, ...(form.titleEn ? { en: form.titleEn } : {}) },
    pots: potsOf(form).map(([territory, sum]) => ({ territory, amountTiyn: readSum(sum)! })),
    ballot: {
      kind: form.ballotKind as BallotKind,
      max: readNumber(form.ballotMax) ?? undefined,
      points: readNumber(form.ballotPoints) ?? undefined,
    },
    rule: { name: form.rule as RuleName },
    minimumVotes: readNumber(form.minimumVotes) ?? undefined,
    costCapTiyn: readSum(form.costCap),
    replacingAllowed: form.replacing !== 'no',
    secrecy: form.secrecy === 'openings' ? 'openings' : 'presence',
    calendar: calendarOf(form),
    ownCalendarAct: form.ownCalendarAct || null,
  };
}

function calendarOf({ dates }: RoundForm): NonNullable<RoundRequest['calendar']> {
  const entries = CALENDAR_FIELDS.map((field) => [field, dayIn(dates[field])]);
  return Object.fromEntries(entries) as NonNullable<RoundRequest['calendar']>;
}

function unreadable(form: RoundForm): readonly Fault[] {
  const faults: Fault[] = CALENDAR_FIELDS.filter((field) => dayIn(form.dates[field]) === null).map(
    (field) => ({ code: 'form.not_a_date', field }),
  );
  for (const field of ['ballotMax', 'ballotPoints', 'minimumVotes'] as const)
    if (form[field] !== '' && readNumber(form[field]) === null)
      faults.push({ code: 'form.not_a_number', field });
  if (potsOf(form).some(([, sum]) => readSum(sum) === null))
    faults.push({ code: 'form.not_a_sum', field: 'pots' });
  if (form.costCap !== '' && readSum(form.costCap) === null)
    faults.push({ code: 'form.not_a_sum', field: 'costCap' });
  if (!(BALLOT_KINDS as readonly string[]).includes(form.ballotKind))
    faults.push({ code: 'form.choose_one', field: 'ballotKind' });
  if (!(RULES as readonly string[]).includes(form.rule))
    faults.push({ code: 'form.choose_one', field: 'rule' });
  return faults;
}

/** A unit without money is left out of the round. */
function potsOf({ pots }: RoundForm): readonly [string, string][] {
  return Object.entries(pots).filter(([, sum]) => sum !== '');
}

/** People write sums with spaces. */
function readSum(text: string): bigint | null {
  return parseTenge(text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
}

function readNumber(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}
