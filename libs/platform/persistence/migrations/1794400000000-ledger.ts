import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log that anybody can check, and what tells which acts are not in it yet. */
export class Ledger1794400000000 implements MigrationInterface {
  name = 'Ledger1794400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RECORDED_IN, ...LEDGER, ...APPEND_ONLY])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table receipt_checks, ledger_horizon, ledger_checkpoints, ledger_tiles, ledger_leaves`,
    );
    await runner.query(`alter table former_signatures drop column recorded_in,
      drop column signed_in, drop column territory_kato`);
    await runner.query(
      `alter table former_ballots drop column recorded_in, drop column territory_kato`,
    );
    for (const table of ['audit_entries', 'signatures', 'ballots'])
      await runner.query(`alter table ${table} drop column recorded_in`);
  }
}

// The transaction that wrote a row: all rows below the oldest transaction under way are committed,
// so that a reader who goes by it leaves nothing out. A sequence or a clock cannot promise that.
const RECORDED_IN = [
  ...['ballots', 'signatures', 'audit_entries', 'former_signatures'].map(
    (table) => `alter table ${table}
      add column recorded_in xid8 not null default pg_current_xact_id()`,
  ),
  // A replaced ballot keeps the transaction that it was cast in, a withdrawn signature too.
  `alter table former_ballots add column recorded_in xid8 not null default pg_current_xact_id(),
    add column territory_kato text`,
  `alter table former_signatures add column signed_in xid8 not null default pg_current_xact_id(),
    add column territory_kato text`,
  ...['ballots', 'former_ballots', 'signatures', 'former_signatures', 'audit_entries'].map(
    (table) => `create index ix_${table}_recorded_in on ${table} (recorded_in)`,
  ),
];

const LEDGER = [
  `create table ledger_leaves (
    index bigint not null,
    kind text not null,
    subject uuid,
    key bytea not null,
    content text not null,
    hash bytea not null,
    constraint pk_ledger_leaves primary key (index),
    constraint uq_ledger_leaves_key unique (key),
    constraint ck_ledger_leaves_index check (index >= 0),
    constraint ck_ledger_leaves_hash check (length(hash) = 32)
  )`,
  `create index ix_ledger_leaves_subject on ledger_leaves (subject, index)
    where subject is not null`,
  // Full tiles of 256 hashes: a proof reads two or three of them, whatever the size of the log.
  `create table ledger_tiles (
    level smallint not null,
    index bigint not null,
    hashes bytea not null,
    root bytea not null,
    constraint pk_ledger_tiles primary key (level, index),
    constraint ck_ledger_tiles_hashes check (length(hashes) = 8192 and length(root) = 32)
  )`,
  // Hashes do not shrink.
  `alter table ledger_tiles alter column hashes set storage external`,
  `create table ledger_checkpoints (
    id bigint generated always as identity,
    size bigint not null,
    root bytea not null,
    note text not null,
    signed_at timestamptz not null,
    constraint pk_ledger_checkpoints primary key (id),
    constraint ck_ledger_checkpoints_size check (size >= 0)
  )`,
  `create index ix_ledger_checkpoints_size on ledger_checkpoints (size)`,
  // Everything that was written before the transaction `reached` is in the log. The id goes with the
  // rows into every backup: it tells this log's checkpoints from those of another database.
  `create table ledger_horizon (
    sole boolean not null default true,
    reached xid8 not null default '0',
    log_id uuid not null default gen_random_uuid(),
    sequenced_at timestamptz,
    constraint pk_ledger_horizon primary key (sole),
    constraint ck_ledger_horizon_sole check (sole)
  )`,
  // That a receipt was looked up: neither when nor by whom.
  `create table receipt_checks (
    round_id uuid not null,
    receipt bytea not null,
    constraint pk_receipt_checks primary key (round_id, receipt),
    constraint fk_receipt_checks_round_id foreign key (round_id) references rounds (id)
  )`,
];

const APPEND_ONLY = ['ledger_leaves', 'ledger_tiles', 'ledger_checkpoints'].map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
