import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is personal of a resident lies under a data key of its own (ADR 28). The keys of the
 * installation are not the database's to know: plain texts move to `unsealed_texts`, and the process
 * that starts next seals them.
 */
export class PersonalKeys1795300000000 implements MigrationInterface {
  name = 'PersonalKeys1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...MOVES, ...COLUMNS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const TABLES = [
  `create table person_keys (
    id uuid not null,
    resident_id uuid not null,
    wrapped bytea not null,
    wrapped_by text not null,
    constraint pk_person_keys primary key (id),
    constraint uq_person_keys_resident_id unique (resident_id),
    constraint fk_person_keys_resident_id foreign key (resident_id) references residents (id)
  )`,
  // Who holds or held an office: these names are public and stay in decisions and minutes.
  `create table public_names (
    resident_id uuid not null,
    family_name text not null,
    given_name text not null,
    patronymic text,
    constraint pk_public_names primary key (resident_id),
    constraint fk_public_names_resident_id foreign key (resident_id) references residents (id)
  )`,
  `create table person_erasures (
    key_id uuid not null,
    resident_id uuid not null,
    ground text not null,
    erased_at timestamptz not null default clock_timestamp(),
    listed_at timestamptz,
    constraint pk_person_erasures primary key (key_id),
    constraint fk_person_erasures_resident_id foreign key (resident_id) references residents (id),
    constraint ck_person_erasures_ground check (ground in ('request', 'term'))
  )`,
  `create index ix_person_erasures_unlisted on person_erasures (erased_at) where listed_at is null`,
  `create table unsealed_texts (
    resident_id uuid not null,
    kind text not null,
    row_id uuid not null,
    words text not null,
    constraint pk_unsealed_texts primary key (kind, row_id),
    constraint ck_unsealed_texts_kind check (kind in ('name', 'contact', 'co-author', 'birth'))
  )`,
];

const MOVES = [
  `insert into public_names
   select id, family_name, given_name, patronymic from residents where id in (
     select resident_id from role_holdings union select resident_id from mandates
     union select person_id from audit_entries)`,
  `insert into unsealed_texts
   select id, 'name', id, jsonb_build_array(given_name, family_name, patronymic)::text from residents`,
  `insert into unsealed_texts select id, 'birth', id, born_on::text from residents`,
  `insert into unsealed_texts
   select author_id, 'contact', id, contact from proposals where contact <> ''`,
  `insert into unsealed_texts
   select p.author_id, 'co-author', c.id, c.full_name
   from proposal_coauthors c join proposals p on p.id = c.proposal_id`,
];

const COLUMNS = [
  `alter table residents drop column family_name, drop column given_name, drop column patronymic,
     alter column born_on drop not null, add column sealed_name bytea, add column sealed_birth bytea,
     add column erased_at timestamptz`,
  `comment on column residents.born_on is
   'enough for the age: exact of the young and the very old, else the first day of the year'`,
  `alter table proposals drop column contact, add column sealed_contact bytea`,
  `alter table proposal_coauthors drop column full_name, add column sealed_name bytea`,
  `alter table idempotency_keys add column sealed_answer bytea`,
  // Answers to persons repeat what they sent; nobody repeats an act across an upgrade.
  `update idempotency_keys set answer = null, status = null where owner <> 'anyone'`,
];

const BACK = [
  `alter table idempotency_keys drop column sealed_answer`,
  `alter table proposal_coauthors drop column sealed_name, add column full_name text not null default ''`,
  `alter table proposals drop column sealed_contact, add column contact text not null default ''`,
  `update residents set born_on = '1900-01-01' where born_on is null`,
  `alter table residents drop column sealed_name, drop column sealed_birth, drop column erased_at,
     alter column born_on set not null, add column family_name text not null default '',
     add column given_name text not null default '', add column patronymic text`,
  `drop table unsealed_texts, person_erasures, public_names, person_keys`,
];
