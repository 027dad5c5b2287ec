import { isDeepStrictEqual } from 'node:util';
import type { WritingFields } from '#features/assemblies/writings/writing-fields.js';
import type { ItemWritingRow } from '#features/assemblies/writings/writing-row.js';
import type { StoredVotes, WritingValue } from '#features/assemblies/writings/writing-value.js';
import { isItemField, type ItemField } from '#rules/assemblies/item-writing.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';
import { type FieldParts, valueOf } from './field-value.js';

/** One item as a plain form sends it. */
export interface ItemForm {
  readonly fields: FormFields;
  readonly item: ItemWritingRow | undefined;
  readonly heldOn: CivilDate;
  readonly writtenAt: Date;
}

/** A writing for every field that the form changes. */
export function formWritings({ fields, item, ...when }: ItemForm): readonly WritingFields[] {
  if (!item) throw new DomainError('not-found', 'agenda.item_not_found');
  const sent = fields.names().filter((name) => name.endsWith('.op'));
  return sent.flatMap((name) => {
    const field = name.slice(0, -'.op'.length);
    if (!isItemField(field)) return [];
    const value = valueOf(field, partsOf(fields, field), when);
    if (isStanding(field, value, item)) return [];
    const base = Number.parseInt(fields.text(`${field}.version`), 10) || 0;
    const { writtenAt } = when;
    const op = fields.text(name);
    return [{ op, item: item.number, field, base, value, writtenAt, settles: [] }];
  });
}

/** Which of two texts stands: the other writer's, or the one that stands already. */
export function settlementIn({ fields, item, writtenAt }: ItemForm): readonly WritingFields[] {
  const settled = item?.conflicts.find(({ op }) => op === fields.text('settles'));
  if (!item || !settled) throw new DomainError('not-found', 'agenda.item_not_found');
  const { field, op } = settled;
  const value = fields.text('choice') === 'theirs' ? settled.value : standingOf(field, item);
  const base = item.versions[field] ?? 0;
  const newOp = fields.text('op');
  return [{ op: newOp, item: item.number, field, base, value, writtenAt, settles: [op] }];
}

function partsOf(fields: FormFields, field: ItemField): FieldParts {
  const own = fields.names().filter((name) => name.startsWith(`${field}.`));
  return Object.fromEntries(own.map((name) => [name.slice(field.length + 1), fields.text(name)]));
}

function isStanding(field: ItemField, value: WritingValue, item: ItemWritingRow): boolean {
  const standing = standingOf(field, item);
  if (value?.kind === 'votes' && standing?.kind === 'votes')
    return isDeepStrictEqual(clockless(value.votes), clockless(standing.votes));
  return isDeepStrictEqual(value, standing);
}

/** The form has whole seconds. */
function clockless({ votedAt, ...votes }: StoredVotes) {
  return { ...votes, votedAt: Math.floor(Date.parse(votedAt) / 1000) };
}

function standingOf(field: ItemField, item: ItemWritingRow): WritingValue {
  const { heard, decision, votes, links, recordingSeconds: seconds } = item;
  switch (field) {
    case 'heard-kk':
      return textValue(heard.kk);
    case 'heard-ru':
      return textValue(heard.ru);
    case 'decision-kk':
      return textValue(decision.kk);
    case 'decision-ru':
      return textValue(decision.ru);
    case 'votes':
      return votes && { kind: 'votes', votes };
    case 'links':
      return links.length === 0 ? null : { kind: 'links', links };
    case 'recording-seconds':
      return seconds === null ? null : { kind: 'seconds', seconds };
    default:
      return standingSpeech(field, item);
  }
}

function textValue(text: string | undefined): WritingValue {
  return text ? { kind: 'text', text } : null;
}

function standingSpeech(field: ItemField, { speeches }: ItemWritingRow): WritingValue {
  const found = speeches.find(({ id }) => field === `speech:${id}`);
  if (!found) return null;
  const { speaker, text } = found;
  return { kind: 'speech', speech: { speaker, text } };
}
