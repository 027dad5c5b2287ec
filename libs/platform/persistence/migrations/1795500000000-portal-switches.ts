import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator sets for all portals, and how much a person has done within a day. */
export class PortalSwitches1795500000000 implements MigrationInterface {
  name = 'PortalSwitches1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table portal_switches, act_counts`);
  }
}

const STATEMENTS = [
  `create table portal_switches (
    id bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    switch text not null,
    value text not null,
    reason text not null,
    person_id uuid not null,
    constraint pk_portal_switches primary key (id),
    constraint fk_portal_switches_person_id foreign key (person_id) references residents (id),
    constraint ck_portal_switches_value check (
      (switch = 'stage' and value in ('auto', 'full', 'older-lists', 'late-counts', 'no-statistics',
         'no-search', 'no-drafts'))
      or (switch = 'limits' and value in ('on', 'off'))
    )
  )`,
  `create index ix_portal_switches_newest on portal_switches (switch, id desc)`,
  `create trigger tr_portal_switches_append_only before update or delete or truncate on portal_switches
     for each statement execute function refuse_change()`,
  // The shape is that of rate-limiter-flexible; what is gone with a broken server is counted anew.
  `create table act_counts (
    key varchar(255) not null,
    points integer not null default 0,
    expire bigint,
    constraint pk_act_counts primary key (key)
  )`,
];
