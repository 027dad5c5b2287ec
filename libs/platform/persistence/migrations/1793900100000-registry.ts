import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Territories by KATO, residents by pseudonym, roles held for a territory and a period. */
export class Registry1793900100000 implements MigrationInterface {
  name = 'Registry1793900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table territories (
        kato text not null,
        parent_kato text,
        path text[] not null,
        level text not null,
        name_kk text not null,
        name_ru text not null,
        name_en text,
        population integer,
        population_on date,
        population_source text,
        is_centre boolean not null default false,
        search_text text not null default '',
        valid_from date not null,
        valid_until date,
        succeeded_by text,
        constraint pk_territories primary key (kato),
        constraint fk_territories_parent_kato foreign key (parent_kato) references territories (kato),
        constraint fk_territories_succeeded_by foreign key (succeeded_by) references territories (kato),
        constraint ck_territories_kato check (kato ~ '^[0-9]{9}$'),
        constraint ck_territories_population check (population >= 0),
        constraint ck_territories_path_ends_in_itself check (path[cardinality(path)] = kato)
      )`);
    await runner.query(`create index ix_territories_parent_kato on territories (parent_kato)`);
    await runner.query(`create index ix_territories_path on territories using gin (path)`);
    await runner.query(
      `create index ix_territories_search_text on territories using gin (search_text gin_trgm_ops)`,
    );
    await runner.query(`
      create table residents (
        id uuid not null,
        pseudonym bytea not null,
        family_name text not null,
        given_name text not null,
        patronymic text,
        born_on date not null,
        territory_kato text not null,
        registered_from date not null,
        created_at timestamptz not null default clock_timestamp(),
        constraint pk_residents primary key (id),
        constraint uq_residents_pseudonym unique (pseudonym),
        constraint fk_residents_territory_kato foreign key (territory_kato) references territories (kato)
      )`);
    await runner.query(`create index ix_residents_territory_kato on residents (territory_kato)`);
    await runner.query(`
      alter table sessions add constraint fk_sessions_person_id
      foreign key (person_id) references residents (id)`);
    await runner.query(`
      create table role_holdings (
        id uuid not null,
        resident_id uuid not null,
        role text not null,
        territory_kato text not null,
        post_kk text not null,
        post_ru text not null,
        held_from date not null,
        held_until date,
        constraint pk_role_holdings primary key (id),
        constraint uq_role_holdings_once unique (resident_id, role, territory_kato, held_from),
        constraint fk_role_holdings_resident_id foreign key (resident_id) references residents (id),
        constraint fk_role_holdings_territory_kato foreign key (territory_kato) references territories (kato),
        constraint ck_role_holdings_period check (held_until is null or held_until >= held_from)
      )`);
    await runner.query(`
      create table local_overrides (
        id uuid not null,
        territory_kato text not null,
        key text not null,
        value jsonb not null,
        in_force_from date not null,
        in_force_until date,
        act text not null,
        adopted_by uuid not null,
        adopted_at timestamptz not null default clock_timestamp(),
        constraint pk_local_overrides primary key (id),
        constraint fk_local_overrides_territory_kato foreign key (territory_kato) references territories (kato),
        constraint fk_local_overrides_adopted_by foreign key (adopted_by) references residents (id),
        constraint ck_local_overrides_period check (in_force_until is null or in_force_until >= in_force_from)
      )`);
    await runner.query(
      `create index ix_local_overrides_territory_kato on local_overrides (territory_kato)`,
    );
    await runner.query(`
      create table territory_offices (
        territory_kato text not null,
        office_kk text not null,
        office_ru text not null,
        address_kk text not null,
        address_ru text not null,
        phone text not null,
        email text not null,
        hours text not null,
        constraint pk_territory_offices primary key (territory_kato),
        constraint fk_territory_offices_territory_kato foreign key (territory_kato) references territories (kato)
      )`);
    await runner.query(`
      create table audit_entries (
        id bigint generated always as identity,
        at timestamptz not null default clock_timestamp(),
        person_id uuid not null,
        role text not null,
        post_kk text not null,
        post_ru text not null,
        act text not null,
        object_kind text not null,
        object_id text not null,
        territory_kato text,
        before jsonb,
        after jsonb,
        constraint pk_audit_entries primary key (id),
        constraint fk_audit_entries_person_id foreign key (person_id) references residents (id)
      )`);
    await runner.query(
      `create index ix_audit_entries_object on audit_entries (object_kind, object_id)`,
    );
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are never changed or deleted', tg_table_name;
      end $$`);
    await runner.query(`
      create trigger tr_audit_entries_append_only before update or delete or truncate on audit_entries
      for each statement execute function refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_entries`);
    await runner.query(`drop function refuse_change()`);
    await runner.query(`alter table sessions drop constraint fk_sessions_person_id`);
    await runner.query(
      `drop table local_overrides, territory_offices, role_holdings, residents, territories`,
    );
  }
}
