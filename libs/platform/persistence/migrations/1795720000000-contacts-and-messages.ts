import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people want to be told of what, and what is on its way to them (ADR 36). */
export class ContactsAndMessages1795720000000 implements MigrationInterface {
  name = 'ContactsAndMessages1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CONTACTS, ...MESSAGES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table outgoing_messages, notice_choices, contact_confirmations, contacts`,
    );
  }
}

const CONTACTS = [
  `create table contacts (
    resident_id uuid not null,
    way text not null,
    sealed_address bytea not null,
    language text not null,
    confirmed_at timestamptz not null default clock_timestamp(),
    constraint pk_contacts primary key (resident_id, way),
    constraint fk_contacts_resident_id foreign key (resident_id) references residents (id),
    constraint ck_contacts_way check (way in ('mail', 'sms')),
    constraint ck_contacts_language check (language in ('kk', 'ru', 'en'))
  )`,
  // The code itself is in no column: it follows from the row's id and a key outside the database.
  // Closed rows only count, for a day, how often somebody asked and tried.
  `create table contact_confirmations (
    id uuid not null,
    resident_id uuid not null,
    way text not null,
    sealed_address bytea,
    address_digest bytea not null,
    language text not null,
    asked_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    tries smallint not null default 0,
    closed_at timestamptz,
    constraint pk_contact_confirmations primary key (id),
    constraint fk_contact_confirmations_resident_id foreign key (resident_id) references residents (id),
    constraint ck_contact_confirmations_way check (way in ('mail', 'sms')),
    constraint ck_contact_confirmations_language check (language in ('kk', 'ru', 'en')),
    constraint ck_contact_confirmations_open check ((closed_at is null) = (sealed_address is not null))
  )`,
  `create unique index uq_contact_confirmations_open on contact_confirmations (resident_id, way)
     where closed_at is null`,
  `create index ix_contact_confirmations_address on contact_confirmations (address_digest, asked_at)`,
  // No row: as it is by default, and by default only one's own desk tells of itself.
  `create table notice_choices (
    resident_id uuid not null,
    kind text not null,
    way text not null,
    wanted boolean not null,
    chosen_at timestamptz not null default clock_timestamp(),
    constraint pk_notice_choices primary key (resident_id, kind, way),
    constraint fk_notice_choices_resident_id foreign key (resident_id) references residents (id),
    constraint ck_notice_choices_kind check (kind in ('signed-petitions', 'own-proposals', 'own-desk')),
    constraint ck_notice_choices_way check (way in ('mail', 'sms'))
  )`,
];

const MESSAGES = [
  // `about` names the event: nobody is told twice of one event by the same way.
  `create table outgoing_messages (
    id uuid not null default gen_random_uuid(),
    way text not null,
    kind text not null,
    resident_id uuid not null,
    about text not null,
    payload jsonb not null,
    created_at timestamptz not null default clock_timestamp(),
    urgent boolean not null default false,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    lease uuid,
    leased_until timestamptz,
    sent_at timestamptz,
    dropped_at timestamptz,
    dead_at timestamptz,
    last_failure text,
    constraint pk_outgoing_messages primary key (id),
    constraint uq_outgoing_messages_once unique (about, resident_id, way),
    constraint fk_outgoing_messages_resident_id foreign key (resident_id) references residents (id),
    constraint ck_outgoing_messages_way check (way in ('mail', 'sms')),
    constraint ck_outgoing_messages_one_end check (num_nonnulls(sent_at, dropped_at, dead_at) <= 1)
  )`,
  `create index ix_outgoing_messages_due on outgoing_messages (way, urgent desc, next_attempt_at)
     where sent_at is null and dropped_at is null and dead_at is null`,
  `create index ix_outgoing_messages_dead on outgoing_messages (dead_at) where dead_at is not null`,
  `create index ix_outgoing_messages_resident_id on outgoing_messages (resident_id)`,
  `create index ix_outgoing_messages_over on outgoing_messages (coalesce(sent_at, dropped_at))
     where sent_at is not null or dropped_at is not null`,
];
