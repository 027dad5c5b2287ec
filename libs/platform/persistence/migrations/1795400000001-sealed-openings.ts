import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that auditors registered before a voting, and the ballots sealed for them after it. */
export class SealedOpenings1795400000001 implements MigrationInterface {
  name = 'SealedOpenings1795400000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sealed_openings, opening_keys`);
  }
}

const STATEMENTS = [
  `create table opening_keys (
    round_id uuid not null,
    recipient text not null,
    registered_by uuid not null,
    registered_at timestamptz not null default clock_timestamp(),
    constraint pk_opening_keys primary key (round_id, registered_by),
    constraint fk_opening_keys_round_id foreign key (round_id) references rounds (id),
    constraint fk_opening_keys_registered_by foreign key (registered_by) references residents (id)
  )`,
  `create table sealed_openings (
    round_id uuid not null,
    ballots integer not null,
    digest bytea not null,
    sealed bytea not null,
    sealed_at timestamptz not null default clock_timestamp(),
    constraint pk_sealed_openings primary key (round_id),
    constraint fk_sealed_openings_round_id foreign key (round_id) references rounds (id),
    constraint ck_sealed_openings_digest check (length(digest) = 32)
  )`,
  // What is encrypted does not shrink.
  `alter table sealed_openings alter column sealed set storage external`,
  ...['opening_keys', 'sealed_openings'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
