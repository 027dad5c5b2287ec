import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LineOrigin } from '#rules/budgets/line-origin.js';

/** A decision on record that money may follow: by its id, or by the number that people know. */
interface FoundOrigin {
  readonly kind: LineOrigin['kind'];
  readonly asked: string;
  readonly id: string;
}

/** Records that lines may rest on. */
@Injectable()
export class LineOriginReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The origins that are on record, with ids in place of numbers: winners of published results,
   * minutes signed by both, petitions satisfied in whole or in part. What is not on record stays as
   * it was asked and is told by {@link isThere}.
   */
  async resolve(origins: readonly LineOrigin[], territoryPath: readonly string[]) {
    const asked = origins.filter(({ id }) => id !== null);
    const found: FoundOrigin[] = await this.dataSource.query(ORIGINS, [
      JSON.stringify(asked),
      territoryPath,
    ]);
    const ids = new Map(found.map(({ kind, asked: name, id }) => [`${kind}:${name}`, id]));
    const known = new Set(found.map(({ kind, id }) => `${kind}:${id}`));
    return {
      canonical: ({ kind, id }: LineOrigin): LineOrigin => ({
        kind,
        id: id === null ? null : (ids.get(`${kind}:${id}`) ?? id),
      }),
      isThere: ({ kind, id }: LineOrigin): boolean => known.has(`${kind}:${id}`),
    };
  }

  /**
   * Those of the origins, told by their ids, that a line rests on already.
   *
   * @param exceptBudget whose lines do not count, for they make room
   */
  async listTaken(
    origins: readonly LineOrigin[],
    exceptBudget: string | null,
  ): Promise<readonly LineOrigin[]> {
    return this.dataSource.query(
      `select l.origin_kind as kind, l.origin_id as id from budget_lines l
       join jsonb_to_recordset($1::jsonb) as a (kind text, id text)
         on a.kind = l.origin_kind and a.id = l.origin_id
       where $2::uuid is null or l.budget_id <> $2`,
      [JSON.stringify(origins), exceptBudget],
    );
  }
}

/** A record belongs to the territory itself, to a unit above it or to one below it. */
const HERE = (column: string) => `(${column} = any($2) or exists (
    select from territories u where u.kato = ${column} and ($2::text[])[cardinality($2::text[])] = any(u.path)))`;

const ORIGINS = `
  with asked as (select kind, id as asked from jsonb_to_recordset($1::jsonb) as a (kind text, id text))
  select a.kind, a.asked, p.id::text from asked a
    join proposals p on a.asked in (p.id::text, p.number) join rounds r on r.id = p.round_id
    where a.kind = 'project' and p.state = 'winner' and r.published_at is not null
      and ${HERE('r.territory_kato')}
  union all
  select a.kind, a.asked, m.id::text from asked a join minutes m on a.asked = m.id::text
    where a.kind = 'minutes' and m.frozen_at is not null and ${HERE('m.territory_kato')}
  union all
  select a.kind, a.asked, p.id::text from asked a join petitions p on a.asked in (p.id::text, p.number)
    join petition_answers w on w.petition_id = p.id
    where a.kind = 'petition' and w.decision in ('satisfied', 'partly')
      and ${HERE('p.territory_kato')}`;
