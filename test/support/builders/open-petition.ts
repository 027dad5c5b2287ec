import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { OKRUG } from './petition-town.js';

export interface OpenPetitionWish {
  readonly required?: number;
  /** PostgreSQL interval from now to the window's end. */
  readonly closesIn?: string;
  /** KATO code of the addressed okrug. */
  readonly territory?: string;
}

let counter = 0;

/** A deputy's collection that people may sign now. */
export async function anOpenPetition(
  dataSource: DataSource,
  deputyId: string,
  { required = 192, closesIn = '180 days', territory = OKRUG }: OpenPetitionWish = {},
): Promise<string> {
  const id = v7();
  counter += 1;
  const number = `2026-${String(9_000 + counter)}`;
  await dataSource.query(OPEN_PETITION, [id, deputyId, territory, required, number, closesIn]);
  await dataSource.query(`insert into petition_tallies (petition_id) values ($1)`, [id]);
  return id;
}

const OPEN_PETITION = `
  insert into petitions (id, number, kind, state, deputy_id, body, territory_kato, title_kk, title_ru,
    text_kk, text_ru, text_digest, minimum_age, required, threshold, rules_on, last_day, submitted_at,
    opened_at, closes_at)
  select $1, $5, 'deputy-collection', 'open', $2, 'akim-office', $3, 'Су құбыры', 'Водопровод',
    'Тартуды сұраймыз', 'Просим провести', sha256('text'), 18, $4::integer,
    jsonb_build_object('required', $4::integer, 'share', '1/20', 'population', 3821,
      'populationOn', '2021-09-01', 'populationSource', 'census of 2021', 'source',
      jsonb_build_object('act', 'administrative-procedure-code', 'point', '90-3(4)',
                         'redaction', '2024-04-04')),
    '2026-11-02', '2027-05-02', now - interval '2 days', now - interval '1 day', now + $6::interval
  from (select clock_timestamp() as now) clock`;
