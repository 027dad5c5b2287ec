import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The legal clock: every duty with its last day, taken from the records that create it. */
export class Obligations1794600000000 implements MigrationInterface {
  name = 'Obligations1794600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table obligations`);
  }
}

const STATEMENTS = [
  // `part` tells duties of one object apart: a quarter of a round, an item of minutes. The object is
  // an id of whichever table its kind names, so no key refers to it.
  `create table obligations (
    id uuid not null default gen_random_uuid(),
    kind text not null,
    post text not null,
    territory_kato text not null,
    object_kind text not null,
    object_id text not null,
    part text not null,
    event_on date not null,
    due_on date not null,
    met_on date,
    warned_at timestamptz,
    noted_at timestamptz not null default clock_timestamp(),
    constraint pk_obligations primary key (id),
    constraint uq_obligations_one_an_object unique (kind, object_id, part),
    constraint fk_obligations_territory_kato foreign key (territory_kato) references territories (kato)
  )`,
  `create index ix_obligations_territory_kato on obligations (territory_kato, due_on)`,
  `create index ix_obligations_due_on on obligations (due_on, id)`,
  `create index ix_obligations_open on obligations (due_on) where met_on is null`,
];
