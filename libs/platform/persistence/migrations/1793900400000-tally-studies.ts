import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is found out about a count after it: measures, purses, another rule, what losers lacked. */
export class TallyStudies1793900400000 implements MigrationInterface {
  name = 'TallyStudies1793900400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tally_studies`);
  }
}

const STATEMENTS = [
  // One row a part: what is found early need not wait for what takes minutes.
  `create table tally_studies (
    tally_id uuid not null,
    part text not null,
    findings jsonb not null,
    found_at timestamptz not null default clock_timestamp(),
    constraint pk_tally_studies primary key (tally_id, part),
    constraint fk_tally_studies_tally_id foreign key (tally_id) references tallies (id),
    constraint ck_tally_studies_part check (part in ('measures', 'purses', 'counterpart', 'lacks'))
  )`,
  `create trigger tr_tally_studies_append_only before update or delete or truncate on tally_studies
    for each statement execute function refuse_change()`,
];
