import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of pressure on voters: who wrote one is nowhere, when only to the day. */
export class PressureReports1794800000000 implements MigrationInterface {
  name = 'PressureReports1794800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table pressure_acts, pressure_reports, pressure_numbers`);
  }
}

const STATEMENTS = [
  `create table pressure_numbers (
    year integer not null,
    last_number integer not null,
    constraint pk_pressure_numbers primary key (year)
  )`,
  // The text and the contact are sealed: a copy of the database does not give the reporter away.
  `create table pressure_reports (
    id uuid not null,
    number text not null,
    code_digest bytea not null,
    territory_kato text not null,
    round_id uuid,
    kind text not null,
    sealed bytea not null,
    received_on date not null,
    due_on date not null,
    constraint pk_pressure_reports primary key (id),
    constraint uq_pressure_reports_number unique (number),
    constraint fk_pressure_reports_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_pressure_reports_round_id foreign key (round_id) references rounds (id),
    constraint ck_pressure_reports_kind check (kind in ('pressure', 'vote-buying', 'voted-for-another', 'other'))
  )`,
  `create index ix_pressure_reports_territory on pressure_reports (territory_kato, received_on)`,
  `create table pressure_acts (
    id uuid not null,
    report_id uuid not null,
    kind text not null,
    words text not null,
    person_id uuid not null,
    acted_on date not null,
    constraint pk_pressure_acts primary key (id),
    constraint uq_pressure_acts_once unique (report_id, kind),
    constraint fk_pressure_acts_report_id foreign key (report_id) references pressure_reports (id),
    constraint fk_pressure_acts_person_id foreign key (person_id) references residents (id),
    constraint ck_pressure_acts_kind check (kind in ('taken-up', 'passed-on', 'answered'))
  )`,
  ...['pressure_reports', 'pressure_acts'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
