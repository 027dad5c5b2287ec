import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that persons in office lay beside their acts. */
export class Enclosures1794200000000 implements MigrationInterface {
  name = 'Enclosures1794200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ENCLOSURES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table enclosures`);
  }
}

const ENCLOSURES = [
  // A file is loose until the act that names it is recorded. No foreign key to the act: acts of
  // many features take files, each under a kind of its own.
  `create table enclosures (
    id uuid not null,
    object_kind text,
    object_id uuid,
    place integer,
    kind text not null,
    stored_name text not null,
    shown_name text not null,
    media_type text not null,
    size_bytes integer not null,
    digest bytea not null,
    width integer,
    height integer,
    added_by uuid not null,
    added_at timestamptz not null,
    constraint pk_enclosures primary key (id),
    constraint uq_enclosures_stored_name unique (stored_name),
    constraint fk_enclosures_added_by foreign key (added_by) references residents (id),
    constraint ck_enclosures_kind check (kind in ('photo', 'document')),
    constraint ck_enclosures_size_bytes check (size_bytes > 0),
    constraint ck_enclosures_digest check (octet_length(digest) = 32),
    constraint ck_enclosures_object check (num_nulls(object_kind, object_id, place) in (0, 3))
  )`,
  `create index ix_enclosures_object on enclosures (object_id, object_kind)`,
  `create index ix_enclosures_loose on enclosures (added_by) where object_id is null`,
  `create trigger tr_enclosures_kept before update or delete on enclosures
     for each row when (old.object_id is not null) execute function refuse_change()`,
  `create trigger tr_enclosures_never_emptied before truncate on enclosures
     for each statement execute function refuse_change()`,
];
