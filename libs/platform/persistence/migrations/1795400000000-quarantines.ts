import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches of suspicious ballots, what was moved for them by one person and decided by another. */
export class Quarantines1795400000000 implements MigrationInterface {
  name = 'Quarantines1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view standing_quarantines`);
    await runner.query(
      `drop table quarantine_decisions, quarantine_motions, quarantine_marks, quarantines`,
    );
  }
}

const STATEMENTS = [
  `create table quarantines (
    id uuid not null,
    round_id uuid not null,
    signal text not null,
    subject text,
    ballots integer not null,
    constraint pk_quarantines primary key (id),
    constraint fk_quarantines_round_id foreign key (round_id) references rounds (id),
    constraint ck_quarantines_ballots check (ballots >= 10)
  )`,
  `create index ix_quarantines_round_id on quarantines (round_id)`,
  // A ballot is named by the digest of its receipt, as the ledger names it in public: no person and
  // no choice is written down a second time.
  `create table quarantine_marks (
    quarantine_id uuid not null,
    receipt_digest bytea not null,
    constraint pk_quarantine_marks primary key (quarantine_id, receipt_digest),
    constraint fk_quarantine_marks_quarantine_id foreign key (quarantine_id) references quarantines (id),
    constraint ck_quarantine_marks_receipt_digest check (length(receipt_digest) = 32)
  )`,
  `create index ix_quarantine_marks_receipt_digest on quarantine_marks (receipt_digest)`,
  `create table quarantine_motions (
    id uuid not null,
    quarantine_id uuid not null,
    aim text not null,
    reason_kk text not null,
    reason_ru text not null,
    preview jsonb not null,
    moved_by uuid not null,
    moved_at timestamptz not null default clock_timestamp(),
    constraint pk_quarantine_motions primary key (id),
    constraint uq_quarantine_motions_moved_by unique (id, moved_by),
    constraint fk_quarantine_motions_quarantine_id foreign key (quarantine_id) references quarantines (id),
    constraint fk_quarantine_motions_moved_by foreign key (moved_by) references residents (id),
    constraint ck_quarantine_motions_aim check (aim in ('set-aside', 'release'))
  )`,
  `create index ix_quarantine_motions_quarantine_id on quarantine_motions (quarantine_id)`,
  `create unique index uq_quarantine_motions_set_aside on quarantine_motions (quarantine_id)
    where aim = 'set-aside'`,
  // Who moved stands here too, so that the database itself refuses one person in both parts.
  `create table quarantine_decisions (
    motion_id uuid not null,
    moved_by uuid not null,
    confirmed boolean not null,
    text_kk text not null,
    text_ru text not null,
    decided_by uuid not null,
    decided_at timestamptz not null default clock_timestamp(),
    tally_id uuid,
    constraint pk_quarantine_decisions primary key (motion_id),
    constraint fk_quarantine_decisions_motion_id_moved_by foreign key (motion_id, moved_by)
      references quarantine_motions (id, moved_by),
    constraint fk_quarantine_decisions_decided_by foreign key (decided_by) references residents (id),
    constraint fk_quarantine_decisions_tally_id foreign key (tally_id) references tallies (id),
    constraint ck_quarantine_decisions_two_people check (decided_by <> moved_by),
    constraint ck_quarantine_decisions_counted check (confirmed = (tally_id is not null))
  )`,
  // Set aside by two people, and not brought back by two since.
  `create view standing_quarantines as
    select q.id, q.round_id from quarantines q
    where exists (select from quarantine_motions m join quarantine_decisions d on d.motion_id = m.id
                  where m.quarantine_id = q.id and m.aim = 'set-aside' and d.confirmed)
      and not exists (select from quarantine_motions m join quarantine_decisions d on d.motion_id = m.id
                      where m.quarantine_id = q.id and m.aim = 'release' and d.confirmed)`,
  ...['quarantines', 'quarantine_marks', 'quarantine_motions', 'quarantine_decisions'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
