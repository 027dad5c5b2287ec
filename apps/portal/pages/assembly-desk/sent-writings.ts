import type { WritingFields, WritingResult } from '#features/assemblies/writings/writing-fields.js';
import { isItemField } from '#rules/assemblies/item-writing.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Wording } from '#platform/views/wording.js';
import { type FieldParts, valueOf } from './field-value.js';

const MOST_AT_ONCE = 40;
const LONGEST = 20_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What the script of the writing table sends.
 *
 * @throws DomainError rule-violated `form.invalid` where it is not what a table sends
 */
export function sentWritings(body: unknown, heldOn: CivilDate): readonly WritingFields[] {
  const list = isRecord(body) ? body['writings'] : null;
  if (!Array.isArray(list) || list.length > MOST_AT_ONCE) throw unreadable();
  return list.map((each: unknown) => writingOf(each, heldOn));
}

/** What the script shows: the outcome, the version to go on from, words where something is wrong. */
export function answersOf(results: readonly WritingResult[], say: Wording) {
  return results.map(({ op, outcome, version, faults }) => ({
    op,
    outcome,
    version,
    ...(outcome === 'conflicting' ? { words: say.t('assemblyDesk.writing.conflictWords') } : {}),
    ...(faults.length > 0
      ? { words: faults.map(({ code, details }) => say.refusal(code, details)).join(' ') }
      : {}),
  }));
}

function writingOf(sent: unknown, heldOn: CivilDate): WritingFields {
  if (!isRecord(sent)) throw unreadable();
  const { op, item, field, base, value, at } = sent;
  const isNamed = typeof op === 'string' && UUID.test(op) && Number.isSafeInteger(item);
  if (!isNamed || typeof field !== 'string' || !isItemField(field)) throw unreadable();
  if (!Number.isSafeInteger(base) || !isParts(value)) throw unreadable();
  const writtenAt = momentOf(at);
  const written = valueOf(field, value, { heldOn, writtenAt });
  const number = item as number;
  return { op, item: number, field, base: base as number, value: written, writtenAt, settles: [] };
}

function momentOf(at: unknown): Date {
  const moment = new Date(typeof at === 'string' ? at : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw unreadable();
  return moment;
}

function isParts(value: unknown): value is FieldParts {
  return (
    isRecord(value) &&
    Object.values(value).every((part) => typeof part === 'string' && part.length <= LONGEST)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(): DomainError {
  return new DomainError('rule-violated', 'form.invalid');
}
