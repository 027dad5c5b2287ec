import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wordings that a secretary keeps: titles of agenda items, and beginnings of decisions. */
export class KeptWordings1794900000002 implements MigrationInterface {
  name = 'KeptWordings1794900000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table kept_wordings`);
  }
}

const STATEMENTS = [
  // `question`: of an agenda item. `code`: a phrase of the catalogue that a unit has put away.
  `create table kept_wordings (
    id uuid not null,
    territory_kato text not null,
    kind text not null,
    question text,
    code text,
    text_kk text not null,
    text_ru text not null,
    retired_at timestamptz,
    version integer not null default 1,
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null,
    constraint pk_kept_wordings primary key (id),
    constraint uq_kept_wordings_code unique (territory_kato, code),
    constraint fk_kept_wordings_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_kept_wordings_by_person foreign key (by_person) references residents (id),
    constraint ck_kept_wordings_kind check (kind in ('agenda-item', 'phrase')),
    constraint ck_kept_wordings_question check ((kind = 'agenda-item') = (question is not null))
  )`,
  `create index ix_kept_wordings_territory_kato on kept_wordings (territory_kato)`,
];
