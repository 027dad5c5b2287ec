import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgendaVotes } from '#rules/assemblies/agenda-votes.js';
import { type ItemField, isSpeech } from '#rules/assemblies/item-writing.js';
import type { QuerySource } from '../meetings/meeting.reader.js';
import type { ConflictingWritingRow, ItemWritingRow } from './writing-row.js';
import type { StoredVotes, WritingValue } from './writing-value.js';

interface FieldColumns {
  readonly field: ItemField;
  readonly version: number;
  readonly value: WritingValue;
}

interface ItemColumns {
  readonly number: number;
  readonly itemId: string;
  readonly version: number;
  readonly fields: readonly FieldColumns[];
  readonly conflicts: readonly ConflictingWritingRow[];
}

/** Questions about what is written at a meeting. */
@Injectable()
export class WritingReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every item of a meeting with what stands in it, in the sequence of the agenda. */
  async listOf(meetingId: string): Promise<ItemWritingRow[]> {
    return readWritings(this.dataSource, meetingId);
  }
}

/** The same inside a transaction. */
export async function readWritings(
  source: QuerySource,
  meetingId: string,
): Promise<ItemWritingRow[]> {
  const items: ItemColumns[] = await source.query(SELECT, [meetingId]);
  return items.map(rowOf);
}

/** Votes as the rules know them: the chair is that of the meeting. */
export function agendaVotesOf(votes: StoredVotes, chairId: string | null): AgendaVotes {
  const { votedAt: _votedAt, ...taken } = votes;
  return taken.kind === 'by-count' ? taken : { ...taken, chairId };
}

function rowOf({ number, itemId, version, fields, conflicts }: ItemColumns): ItemWritingRow {
  const known = new Map(fields.map(({ field, value }) => [field, value]));
  const text = (field: ItemField) => textIn(known.get(field));
  const votes = known.get('votes');
  const links = known.get('links');
  const seconds = known.get('recording-seconds');
  return {
    number,
    itemId,
    version,
    heard: { kk: text('heard-kk'), ru: text('heard-ru') },
    decision: { kk: text('decision-kk'), ru: text('decision-ru') },
    speeches: fields.flatMap(speechOf),
    votes: votes?.kind === 'votes' ? votes.votes : null,
    links: links?.kind === 'links' ? links.links : [],
    recordingSeconds: seconds?.kind === 'seconds' ? seconds.seconds : null,
    versions: Object.fromEntries(fields.map((field) => [field.field, field.version])),
    conflicts,
  };
}

function textIn(value: WritingValue | undefined): string {
  return value?.kind === 'text' ? value.text : '';
}

function speechOf({ field, value }: FieldColumns) {
  if (!isSpeech(field) || value?.kind !== 'speech') return [];
  return [{ id: field.slice('speech:'.length), ...value.speech }];
}

const SELECT = `
  select i.number, i.id as "itemId", i.version,
    coalesce((
      select jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'value', f.value)
        order by f.first_at, f.field)
      from item_fields f where f.item_id = i.id), '[]') as fields,
    coalesce((
      select jsonb_agg(jsonb_build_object('op', w.op_id, 'field', w.field, 'value', w.value,
        'writer', concat(r.given_name, ' ', left(r.family_name, 1), '.'),
        'writtenAt', to_char(w.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by w.received_at, w.op_id)
      from item_writings w left join public_names r on r.resident_id = w.writer_id
      where w.item_id = i.id and w.outcome = 'conflicting' and w.settled_by is null), '[]') as conflicts
  from agenda_items i where i.meeting_id = $1 order by i.number`;
