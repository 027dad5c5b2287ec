import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archives of published rounds, the same bytes for ever. */
export class RoundArchives1794500000000 implements MigrationInterface {
  name = 'RoundArchives1794500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table round_archive_pieces, round_archives`);
  }
}

const STATEMENTS = [
  `create table round_archives (
    round_id uuid not null,
    digest bytea not null,
    bytes bigint not null,
    made_at timestamptz not null default clock_timestamp(),
    constraint pk_round_archives primary key (round_id),
    constraint fk_round_archives_round_id foreign key (round_id) references rounds (id),
    constraint ck_round_archives_digest check (length(digest) = 32),
    constraint ck_round_archives_bytes check (bytes > 0)
  )`,
  // A mebibyte each, so that no statement and no reader ever holds a whole archive.
  `create table round_archive_pieces (
    round_id uuid not null,
    place integer not null,
    bytes bytea not null,
    constraint pk_round_archive_pieces primary key (round_id, place),
    constraint fk_round_archive_pieces_round_id foreign key (round_id) references round_archives (round_id),
    constraint ck_round_archive_pieces_place check (place >= 0)
  )`,
  // Packed already.
  `alter table round_archive_pieces alter column bytes set storage external`,
  ...['round_archives', 'round_archive_pieces'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
