import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { toEpochMs } from '#rules/kernel/instant.js';
import type { PresentFields } from './attendance-fields.js';
import type { HallPersonKind, HallPersonRow, HallRow } from './hall-row.js';
import type { NewStay } from './hall.repository.js';
import type { DelegateRow } from './meeting.repository.js';

/** Against what entries of an attendance list are read. */
export interface KnownHall {
  readonly hall: HallRow;
  /** Delegates in office; empty for a gathering. */
  readonly delegates: readonly DelegateRow[];
  readonly isAssembly: boolean;
  readonly now: Date;
}

/** One entry of the list, as it is stored. */
export interface HallEntry {
  readonly person: HallPersonRow;
  readonly stays: readonly NewStay[];
}

/** Reads an entry: stays that are known are kept, a new one begins now or when it says. */
export function hallEntryOf(fields: PresentFields, isGuest: boolean, known: KnownHall): HallEntry {
  const person = personOf(fields, isGuest, known);
  const kept = known.hall.stays.filter(({ memberId }) => memberId === person.id);
  const restated = fields.arrivedAt !== null || kept.length === 0;
  if (restated) return { person, stays: [stayOf(person.id, fields, known.now)] };
  const stays = kept.map(({ arrivedAt, leftAt }, place) => ({
    id: v7(),
    personId: person.id,
    arrivedAt: new Date(toEpochMs(arrivedAt)),
    leftAt: leftOf(leftAt, place === kept.length - 1 ? fields.leftAt : null),
  }));
  return { person, stays };
}

/**
 * Who an entry is about.
 *
 * @throws DomainError rule-violated `attendance.not_a_member`, `attendance.name_missing`
 */
export function personOf(
  { id, name, residence }: Pick<PresentFields, 'id' | 'name' | 'residence'>,
  isGuest: boolean,
  { hall, delegates, isAssembly }: KnownHall,
): HallPersonRow {
  const delegate = isGuest ? undefined : delegates.find((each) => each.id === id);
  if (delegate) return delegateOf(delegate);
  const kind: HallPersonKind = isGuest ? 'guest' : 'participant';
  const before = hall.people.find((each) => each.id === id && each.kind === kind);
  if (!isGuest && isAssembly) throw refused('attendance.not_a_member', { memberId: id });
  if (before) return before;
  if (id !== null) throw refused('attendance.not_a_member', { memberId: id });
  if (name === null || name.trim() === '') throw refused('attendance.name_missing', {});
  return { id: v7(), kind, fullName: name, residence };
}

function delegateOf({ id, fullName, settlementName }: DelegateRow): HallPersonRow {
  return { id, kind: 'delegate', fullName, residence: settlementName };
}

function stayOf(personId: string, { arrivedAt, leftAt }: PresentFields, now: Date): NewStay {
  return { id: v7(), personId, arrivedAt: arrivedAt ?? now, leftAt };
}

function leftOf(known: number | string | null, said: Date | null): Date | null {
  if (said !== null) return said;
  return known === null ? null : new Date(toEpochMs(known));
}

function refused(code: string, details: Readonly<Record<string, unknown>>): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'present', details }] });
}
