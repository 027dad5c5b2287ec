import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { LinkKind } from '#rules/assemblies/minutes-draft.js';
import { linkKey } from '#rules/assemblies/minutes-check.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { QuerySource } from '../meetings/meeting.reader.js';

/** Something that a decision can be bound to. */
export interface LinkedObjectRow {
  readonly kind: LinkKind;
  readonly id: string;
  readonly number: string | null;
  readonly title: OfficialText;
}

export interface LinkQuestion {
  readonly kind: LinkKind;
  /** Id or number. */
  readonly id: string;
}

/** Lines of a budget are kept nowhere as yet, so nothing can be bound to one. */
const NOT_KEPT: readonly LinkKind[] = ['budget-line'];

/** Is there anything of this kind that a decision could be bound to? */
export function isKept(kind: LinkKind): boolean {
  return !NOT_KEPT.includes(kind);
}

/** What decisions may be bound to: projects on a ballot, proposals, petitions. */
@Injectable()
export class LinkedObjectReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that exist and are public, by {@link linkKey} of the question. */
  async findMany(
    questions: readonly LinkQuestion[],
  ): Promise<ReadonlyMap<string, LinkedObjectRow>> {
    return readLinkedObjects(this.dataSource, questions);
  }
}

/** The same inside a transaction. */
export async function readLinkedObjects(
  source: QuerySource,
  questions: readonly LinkQuestion[],
): Promise<ReadonlyMap<string, LinkedObjectRow>> {
  const found = new Map<string, LinkedObjectRow>();
  for (const question of questions) {
    const row = await findObject(source, question);
    if (row) found.set(linkKey(question), row);
  }
  return found;
}

async function findObject(
  source: QuerySource,
  { kind, id }: LinkQuestion,
): Promise<LinkedObjectRow | null> {
  if (!isKept(kind)) return null;
  const column = isUuid(id) ? 'id' : 'number';
  const statement = kind === 'petition' ? PETITION : PROPOSAL;
  const rows: Omit<LinkedObjectRow, 'kind'>[] = await source.query(
    `${statement} and p.${column} = $1 ${kind === 'project' ? ON_BALLOT : ''}`,
    [id],
  );
  return rows[0] ? { kind, ...rows[0] } : null;
}

const PROPOSAL = `
  select p.id, p.number, jsonb_build_object('kk', coalesce(p.title_kk, p.title),
    'ru', coalesce(p.title_ru, p.title)) as title
  from proposals p where p.number is not null`;

const ON_BALLOT = `and p.ballot_number is not null`;

const PETITION = `
  select p.id, p.number, jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as title
  from petitions p where p.state not in ('draft', 'under-check', 'withdrawn')`;
