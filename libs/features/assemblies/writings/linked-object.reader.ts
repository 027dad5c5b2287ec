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

/** What decisions may be bound to: projects on a ballot, proposals, petitions, budget lines. */
@Injectable()
export class LinkedObjectReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that exist and are public, by {@link linkKey} of the question. */
  async findMany(
    questions: readonly LinkQuestion[],
  ): Promise<ReadonlyMap<string, LinkedObjectRow>> {
    return readLinkedObjects(this.dataSource, questions);
  }

  /** Lines of the latest budgets of a unit, for whoever binds a decision to one. */
  async listBudgetLines(territory: string): Promise<LinkedObjectRow[]> {
    return this.dataSource.query(LATEST_LINES, [territory]);
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
  const rows: Omit<LinkedObjectRow, 'kind'>[] =
    kind === 'budget-line'
      ? await source.query(`${BUDGET_LINE} where ${isUuid(id) ? 'l.id' : LINE_NUMBER} = $1`, [id])
      : await source.query(statementFor(kind, isUuid(id) ? 'id' : 'number'), [id]);
  return rows[0] ? { kind, ...rows[0] } : null;
}

function statementFor(kind: LinkKind, column: 'id' | 'number'): string {
  const statement = kind === 'petition' ? PETITION : PROPOSAL;
  return `${statement} and p.${column} = $1 ${kind === 'project' ? ON_BALLOT : ''}`;
}

const PROPOSAL = `
  select p.id, p.number, jsonb_build_object('kk', coalesce(p.title_kk, p.title),
    'ru', coalesce(p.title_ru, p.title)) as title
  from proposals p where p.number is not null`;

const ON_BALLOT = `and p.ballot_number is not null`;

const PETITION = `
  select p.id, p.number, jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as title
  from petitions p where p.state not in ('draft', 'under-check', 'withdrawn')`;

/** A line by its place: the unit's code, the year, its number in the budget, `992030000-2027-3`. */
const LINE_NUMBER = `concat_ws('-', b.territory_kato, b.year, l.number)`;

const BUDGET_LINE = `
  select 'budget-line' as kind, l.id, ${LINE_NUMBER} as number, jsonb_build_object('kk', l.title_kk, 'ru', l.title_ru) as title
  from budget_lines l join budgets b on b.id = l.budget_id`;

const LATEST_LINES = `
  ${BUDGET_LINE}
  where b.id in (select id from budgets where territory_kato = $1 order by year desc limit 2)
  order by b.year desc, l.number limit 300`;
