import type { MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import type {
  NewConstituency,
  NewConvocation,
} from '#features/registry/deputies/open-convocation.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { assessEntries, CONSTITUENCY_KINDS } from '#rules/registry/convocation.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import { linesIn } from '../inquiries/inquiry-form.js';
import { findDayIn } from './day-in-form.js';
import { pairIn, readUnit, unitLine } from './unit-lines.js';

/** More than any maslikhat has, and few enough for one form. */
const MOST_ROWS = 60;

/** A constituency as it stands in the form. */
export interface ConstituencyFields {
  readonly number: string;
  readonly kind: string;
  readonly seats: string;
  readonly nameKk: string;
  readonly nameRu: string;
  /** A unit a line. */
  readonly units: string;
}

/** The constituencies of a sent form, with one added or taken out if that is what was pressed. */
export function rowsIn(fields: FormFields): readonly ConstituencyFields[] {
  const count = Math.min(Number.parseInt(fields.text('rows'), 10) || 0, MOST_ROWS);
  const rows = Array.from({ length: count }, (_, at) => rowIn(fields, at));
  const removed = fields.text('removeRow');
  if (removed !== '') return rows.filter((_, at) => String(at) !== removed);
  if (!fields.has('addRows')) return rows;
  const wanted = Number.parseInt(fields.text('rowsToAdd'), 10) || 1;
  const room = MOST_ROWS - rows.length;
  const added = Array.from({ length: Math.max(0, Math.min(wanted, room)) }, (_, at) =>
    emptyRow(nextNumber(rows) + at),
  );
  return [...rows, ...added];
}

/** A constituency was added or taken out; the act itself is not asked for yet. */
export function isOnlyChangingRows(fields: FormFields): boolean {
  return fields.has('addRows') || fields.text('removeRow') !== '';
}

/** The constituencies of the maslikhat in office, to be changed; one empty row where there is none. */
export function rowsOf(
  maslikhat: MaslikhatRow | null,
  units: readonly TerritoryRow[],
  say: Wording,
): readonly ConstituencyFields[] {
  if (!maslikhat) return [emptyRow(1)];
  return maslikhat.constituencies.map(({ number, kind, name, seats, territories }) => ({
    number: String(number),
    kind,
    seats: String(seats),
    nameKk: name.kk,
    nameRu: name.ru,
    units: territories.map((unit) => unitLine(unit, units, say)).join('\n'),
  }));
}

/**
 * The convocation that a form holds.
 *
 * @param units of the maslikhat, by whose names the lines are read
 * @throws DomainError rule-violated `convocation.invalid` with every fault, where days, numbers or
 * units cannot be read
 */
export function convocationIn(
  fields: FormFields,
  territory: string,
  units: readonly TerritoryRow[],
): NewConvocation {
  const [from, until] = [findDayIn(fields, 'from'), findDayIn(fields, 'until')];
  const rows = rowsIn(fields).map((row) => constituencyIn(row, units));
  const entries = {
    number: fields.text('number'),
    constituencies: rows.map(({ constituency }) => constituency),
    commissions: linesIn(fields.text('commissions')).map(pairIn),
  };
  const faults = rows.flatMap((row) => row.faults);
  if (from !== null && until !== null && faults.length === 0)
    return { territory, from, until, ...entries };
  throw new DomainError('rule-violated', 'convocation.invalid', {
    faults: [
      ...(from === null ? [{ code: 'form.not_a_date', field: 'from' }] : []),
      ...(until === null ? [{ code: 'form.not_a_date', field: 'until' }] : []),
      ...assessEntries(entries),
      ...faults,
    ],
  });
}

/** Faults of one constituency stand at its row, by the number that it was given. */
export function atRows(error: unknown, fields: FormFields): never {
  const listed = error instanceof DomainError ? error.details['faults'] : undefined;
  if (!(error instanceof DomainError) || !Array.isArray(listed)) throw error;
  const numbers = rowsIn(fields).map(({ number }) => Number.parseInt(number, 10));
  const faults = (listed as Fault[]).map((fault) => {
    const row = numbers.indexOf(Number(fault.details?.['number']));
    return fault.field === 'constituencies' && row >= 0 ? { ...fault, field: `c${row}` } : fault;
  });
  throw new DomainError(error.kind, error.code, { ...error.details, faults });
}

function rowIn(fields: FormFields, at: number): ConstituencyFields {
  const text = (name: keyof ConstituencyFields) => fields.text(`c${at}.${name}`);
  return {
    number: text('number'),
    kind: text('kind'),
    seats: text('seats'),
    nameKk: text('nameKk'),
    nameRu: text('nameRu'),
    units: text('units'),
  };
}

function emptyRow(number: number): ConstituencyFields {
  const texts = { nameKk: '', nameRu: '', units: '' };
  return { number: String(number), kind: 'single-mandate', seats: '1', ...texts };
}

function nextNumber(rows: readonly ConstituencyFields[]): number {
  return Math.max(0, ...rows.map(({ number }) => Number.parseInt(number, 10) || 0)) + 1;
}

interface ReadConstituency {
  readonly constituency: NewConstituency;
  readonly faults: readonly Fault[];
}

function constituencyIn(row: ConstituencyFields, units: readonly TerritoryRow[]): ReadConstituency {
  const [number, seats] = [wholeNumber(row.number), wholeNumber(row.seats)];
  const read = linesIn(row.units).map((line) => readUnit(line, units));
  const at = { field: 'constituencies', details: { number: number ?? 0 } };
  const constituency = {
    number: number ?? 0,
    kind: CONSTITUENCY_KINDS.find((kind) => kind === row.kind) ?? 'single-mandate',
    name: { kk: row.nameKk, ru: row.nameRu },
    seats: seats ?? 0,
    territories: read.filter((each) => 'territory' in each),
  };
  const faults = read
    .filter((each) => 'fault' in each)
    .map(({ fault, unit }) => ({ ...at, ...fault, details: { ...at.details, unit } }));
  const isNumberWrong = number === null || seats === null;
  const wrong = isNumberWrong ? [{ ...at, code: 'convocation.number_wrong' }] : [];
  return { constituency, faults: [...wrong, ...faults] };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}
