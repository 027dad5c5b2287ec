import { validate } from 'uuid';
import type { BodyFields, MemberFields } from '#features/assemblies/bodies/body-fields.js';
import type { BodyMemberRow, BodyRow, MemberPost } from '#features/assemblies/bodies/body-row.js';
import { type CivilDate, isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';
import { dayIn } from '../deputy-register/day-in-form.js';

/** Bodies whose members the secretary enters; the kenes has no law as yet. */
export const SEATED_KINDS = ['assembly', 'territorial-council', 'public-council'] as const;

export type SeatedKind = (typeof SEATED_KINDS)[number];

/** `bodyTitleKey('public-council') // → 'assemblyDesk.body.council'` */
export function bodyTitleKey(kind: SeatedKind): string {
  return `assemblyDesk.body.${kind === 'assembly' ? 'title' : 'council'}`;
}

export const MEMBER_POSTS: readonly MemberPost[] = ['member', 'chair', 'secretary'];

/** More than any assembly has in a term, and few enough for one form. */
const MOST_ROWS = 60;
const FIRST_ROWS = 5;
const NAMES = ['id', 'name', 'settlement', 'post', 'from', 'until', 'replaces', 'iin'] as const;

/** A seat as it stands in the form. */
export type SeatRow = Readonly<Record<(typeof NAMES)[number], string>> & {
  readonly onCommission: boolean;
};

/** The seats of a sent form, with one added or taken out if that is what was pressed. */
export function seatRowsIn(fields: FormFields): readonly SeatRow[] {
  const count = Math.min(Number.parseInt(fields.text('rows'), 10) || 0, MOST_ROWS);
  const rows = Array.from({ length: count }, (_, at) => seatRowIn(fields, at));
  const removed = fields.text('removeRow');
  if (removed !== '') return rows.filter((_, at) => String(at) !== removed);
  return fields.has('addRows') && count < MOST_ROWS ? [...rows, emptySeat()] : rows;
}

/** A seat was added or taken out; the body is not to be kept yet. */
export function isOnlyChangingSeats(fields: FormFields): boolean {
  return fields.has('addRows') || fields.text('removeRow') !== '';
}

/** The seats of the body in its term; a few empty ones where there is none. */
export function seatRowsOf(body: BodyRow | null): readonly SeatRow[] {
  if (!body) return Array.from({ length: FIRST_ROWS }, emptySeat);
  return body.members.map((member) => seatOf(member, body));
}

/**
 * The assembly or council that a form holds.
 *
 * @throws DomainError rule-violated with the fault at its field, where a day cannot be read
 */
export function bodyIn(
  fields: FormFields,
  place: Pick<BodyFields, 'territory' | 'kind' | 'version'>,
): BodyFields {
  const term = { from: dayIn(fields, 'from'), until: dayIn(fields, 'until') };
  const members = seatRowsIn(fields).map((row, at) => memberIn(row, at, term));
  return { ...place, ...term, members };
}

/** Faults of one member stand at the row, by its number. */
export function atSeats(error: unknown): never {
  const listed = error instanceof DomainError ? error.details['faults'] : undefined;
  if (!(error instanceof DomainError) || !Array.isArray(listed)) throw error;
  const faults = (listed as Fault[]).map((fault) => {
    const number = fault.details?.['number'];
    const isOfRow = fault.field === 'members' && typeof number === 'number';
    return isOfRow ? { ...fault, field: `m${number - 1}` } : fault;
  });
  throw new DomainError(error.kind, error.code, { ...error.details, faults });
}

function seatRowIn(fields: FormFields, at: number): SeatRow {
  const texts = NAMES.map((name) => [name, fields.text(`m${at}-${name}`)]);
  const onCommission = fields.text(`m${at}-onCommission`) === 'yes';
  return { ...(Object.fromEntries(texts) as Omit<SeatRow, 'onCommission'>), onCommission };
}

function emptySeat(): SeatRow {
  const texts = Object.fromEntries(NAMES.map((name) => [name, '']));
  return { ...(texts as Omit<SeatRow, 'onCommission'>), post: 'member', onCommission: false };
}

/** Days that are those of the term stay empty: they move with it. */
function seatOf(member: BodyMemberRow, body: BodyRow): SeatRow {
  const { id, name, settlement, post, onCommission } = member;
  const from = member.from === body.from ? '' : member.from;
  const until = member.until === body.until ? '' : member.until;
  const replaces = member.replaces ?? '';
  return { id, name, settlement, post, from, until, replaces, onCommission, iin: '' };
}

function memberIn(
  row: SeatRow,
  at: number,
  term: { readonly from: CivilDate; readonly until: CivilDate },
): MemberFields {
  return {
    id: seatIdOr(row.id, at),
    name: row.name,
    settlement: row.settlement,
    post: MEMBER_POSTS.find((post) => post === row.post) ?? 'member',
    from: dayOr(row.from, at) ?? term.from,
    until: dayOr(row.until, at) ?? term.until,
    replaces: seatIdOr(row.replaces, at),
    onCommission: row.onCommission,
    iin: row.iin || null,
  };
}

function dayOr(text: string, at: number): CivilDate | null {
  if (text === '') return null;
  if (isCivilDate(text)) return text;
  throw refusedSeat('form.not_a_date', at);
}

function seatIdOr(text: string, at: number): string | null {
  if (text === '') return null;
  if (validate(text)) return text;
  throw refusedSeat('body.member_unknown', at);
}

function refusedSeat(code: string, at: number): DomainError {
  const faults = [{ code, field: `m${at}` }];
  return new DomainError('rule-violated', 'form.invalid', { faults });
}
