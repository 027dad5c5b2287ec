import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every feature leans on: sessions, repeat protection, outbox. */
export class Platform1793900000000 implements MigrationInterface {
  name = 'Platform1793900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`
      create table sessions (
        token_digest bytea not null,
        person_id uuid not null,
        provider text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint pk_sessions primary key (token_digest)
      )`);
    await runner.query(`create index ix_sessions_person_id on sessions (person_id)`);
    await runner.query(`
      create table idempotency_keys (
        owner text not null,
        key text not null,
        body_digest bytea not null,
        status smallint,
        answer jsonb,
        created_at timestamptz not null default clock_timestamp(),
        constraint pk_idempotency_keys primary key (owner, key)
      )`);
    await runner.query(`
      create table outbox_messages (
        id bigint generated always as identity,
        topic text not null,
        payload jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default clock_timestamp(),
        delivered_at timestamptz,
        dead_at timestamptz,
        last_error text,
        constraint pk_outbox_messages primary key (id)
      )`);
    await runner.query(`
      create index ix_outbox_messages_due on outbox_messages (next_attempt_at)
      where delivered_at is null and dead_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox_messages, idempotency_keys, sessions`);
  }
}
