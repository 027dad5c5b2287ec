import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written at a meeting, questions to it, minutes with signatures, remarks and errata. */
export class WritingsAndMinutes1794300000001 implements MigrationInterface {
  name = 'WritingsAndMinutes1794300000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WRITINGS, ...MINUTES, ...APPEND_ONLY])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table minutes_dispatches, minutes_errata, minutes_remarks,
      minutes_signatures, minutes, agenda_requests, item_questions, item_writings, item_fields`);
    await runner.query(`drop function keep_frozen_minutes()`);
  }
}

const WRITINGS = [
  // What stands: one row a field of an item; a speech is a field of its own.
  `create table item_fields (
    item_id uuid not null,
    field text not null,
    version integer not null,
    value jsonb,
    op_id uuid not null,
    first_at timestamptz not null,
    constraint pk_item_fields primary key (item_id, field),
    constraint fk_item_fields_item_id foreign key (item_id) references agenda_items (id)
  )`,
  // What was ever written, applied or not: nothing that a secretary typed is lost.
  `create table item_writings (
    op_id uuid not null,
    item_id uuid not null,
    field text not null,
    base_version integer not null,
    value jsonb,
    writer_id uuid not null,
    written_at timestamptz not null,
    received_at timestamptz not null,
    outcome text not null,
    faults jsonb,
    settled_by uuid,
    constraint pk_item_writings primary key (op_id),
    constraint fk_item_writings_item_id foreign key (item_id) references agenda_items (id),
    constraint fk_item_writings_writer_id foreign key (writer_id) references residents (id),
    constraint ck_item_writings_outcome check (outcome in ('applied', 'conflicting', 'refused'))
  )`,
  `create index ix_item_writings_item_id on item_writings (item_id)`,
  `create table item_questions (
    id uuid not null,
    item_id uuid not null,
    resident_id uuid not null,
    language text not null,
    body text not null,
    asked_at timestamptz not null,
    answer_kk text,
    answer_ru text,
    answered_by uuid,
    answered_at timestamptz,
    constraint pk_item_questions primary key (id),
    constraint fk_item_questions_item_id foreign key (item_id) references agenda_items (id),
    constraint fk_item_questions_resident_id foreign key (resident_id) references residents (id),
    constraint fk_item_questions_answered_by foreign key (answered_by) references residents (id),
    constraint ck_item_questions_language check (language in ('kk', 'ru')),
    constraint ck_item_questions_answer check
      (num_nulls(answer_kk, answer_ru, answered_by, answered_at) in (0, 4))
  )`,
  `create index ix_item_questions_item_id on item_questions (item_id)`,
  // A petition that asks to be put on an agenda.
  `create table agenda_requests (
    id uuid not null,
    territory_kato text not null,
    petition_id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    reasons_kk text not null,
    reasons_ru text not null,
    item_id uuid,
    refused_kk text,
    refused_ru text,
    settled_by uuid,
    settled_at timestamptz,
    constraint pk_agenda_requests primary key (id),
    constraint uq_agenda_requests_petition unique (territory_kato, petition_id),
    constraint fk_agenda_requests_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_agenda_requests_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_agenda_requests_asked_by foreign key (asked_by) references residents (id),
    constraint fk_agenda_requests_item_id foreign key (item_id) references agenda_items (id) on delete set null,
    constraint fk_agenda_requests_settled_by foreign key (settled_by) references residents (id),
    constraint ck_agenda_requests_refused check (num_nulls(refused_kk, refused_ru) in (0, 2))
  )`,
];

const MINUTES = [
  `create table minutes (
    id uuid not null,
    number text not null,
    meeting_id uuid not null,
    territory_kato text not null,
    state text not null,
    shown_on date,
    remarks_until date,
    due_on date not null,
    document jsonb,
    digest bytea,
    frozen_at timestamptz,
    sent_at timestamptz,
    published_at timestamptz,
    search_text text not null default '',
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_minutes primary key (id),
    constraint uq_minutes_meeting unique (meeting_id),
    constraint uq_minutes_number unique (territory_kato, number),
    constraint fk_minutes_meeting_id foreign key (meeting_id) references meetings (id),
    constraint fk_minutes_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_minutes_state check (state in ('draft', 'under-remarks', 'to-sign',
      'signed-by-chair', 'signed', 'sent', 'published')),
    constraint ck_minutes_document check
      (state in ('draft', 'under-remarks') or (document is not null and digest is not null)),
    constraint ck_minutes_frozen check
      ((state in ('signed', 'sent', 'published')) = (frozen_at is not null))
  )`,
  `create index ix_minutes_territory_kato on minutes (territory_kato)`,
  `create index ix_minutes_search_text on minutes using gin (search_text gin_trgm_ops)`,
  // What both have signed stays: only the dates of sending and publishing are added.
  `create function keep_frozen_minutes() returns trigger language plpgsql as $$
  begin
    if old.frozen_at is not null and (tg_op = 'DELETE'
       or (new.id, new.number, new.meeting_id, new.territory_kato, new.document, new.digest, new.frozen_at)
          is distinct from
          (old.id, old.number, old.meeting_id, old.territory_kato, old.document, old.digest, old.frozen_at))
    then
      raise exception 'signed minutes are never changed or deleted';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$`,
  `create trigger tr_minutes_frozen before update or delete on minutes
    for each row execute function keep_frozen_minutes()`,
  `create table minutes_signatures (
    id uuid not null,
    minutes_id uuid not null,
    capacity text not null,
    person_id uuid,
    signer text not null,
    method text not null,
    signed_on date not null,
    signed_at timestamptz not null,
    file_id uuid,
    recorded_by uuid not null,
    digest bytea not null,
    part_digests jsonb not null,
    constraint pk_minutes_signatures primary key (id),
    constraint fk_minutes_signatures_minutes_id foreign key (minutes_id) references minutes (id),
    constraint fk_minutes_signatures_person_id foreign key (person_id) references residents (id),
    constraint fk_minutes_signatures_recorded_by foreign key (recorded_by) references residents (id),
    constraint fk_minutes_signatures_file_id foreign key (file_id) references assembly_files (id),
    constraint ck_minutes_signatures_capacity check (capacity in ('chair', 'secretary')),
    constraint ck_minutes_signatures_method check (method in ('session', 'wet')),
    constraint ck_minutes_signatures_scan check
      ((method = 'wet') = (file_id is not null) and (method = 'session') = (person_id is not null))
  )`,
  `create index ix_minutes_signatures_minutes_id on minutes_signatures (minutes_id)`,
  `create table minutes_remarks (
    id uuid not null,
    minutes_id uuid not null,
    member_id uuid not null,
    person_id uuid not null,
    item integer,
    body text not null,
    language text not null,
    made_at timestamptz not null,
    outcome text,
    reason_kk text,
    reason_ru text,
    settled_by uuid,
    settled_at timestamptz,
    constraint pk_minutes_remarks primary key (id),
    constraint fk_minutes_remarks_minutes_id foreign key (minutes_id) references minutes (id),
    constraint fk_minutes_remarks_person_id foreign key (person_id) references residents (id),
    constraint fk_minutes_remarks_settled_by foreign key (settled_by) references residents (id),
    constraint ck_minutes_remarks_language check (language in ('kk', 'ru')),
    constraint ck_minutes_remarks_outcome check (outcome in ('accepted', 'refused')),
    constraint ck_minutes_remarks_settled check
      (num_nulls(outcome, settled_by, settled_at) in (0, 3)
       and (outcome is distinct from 'refused' or num_nulls(reason_kk, reason_ru) = 0))
  )`,
  `create index ix_minutes_remarks_minutes_id on minutes_remarks (minutes_id)`,
  `create table minutes_errata (
    minutes_id uuid not null,
    number integer not null,
    item integer,
    found_on date not null,
    was_kk text not null,
    was_ru text not null,
    becomes_kk text not null,
    becomes_ru text not null,
    reason_kk text not null,
    reason_ru text not null,
    entered_by uuid not null,
    post_kk text not null,
    post_ru text not null,
    entered_at timestamptz not null,
    constraint pk_minutes_errata primary key (minutes_id, number),
    constraint fk_minutes_errata_minutes_id foreign key (minutes_id) references minutes (id),
    constraint fk_minutes_errata_entered_by foreign key (entered_by) references residents (id)
  )`,
  `create table minutes_dispatches (
    minutes_id uuid not null,
    addressee text not null,
    sent_on date not null,
    due_on date not null,
    sent_by uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null,
    constraint pk_minutes_dispatches primary key (minutes_id, addressee),
    constraint fk_minutes_dispatches_minutes_id foreign key (minutes_id) references minutes (id),
    constraint fk_minutes_dispatches_sent_by foreign key (sent_by) references residents (id),
    constraint ck_minutes_dispatches_addressee check (addressee in ('akim', 'maslikhat'))
  )`,
];

const APPEND_ONLY = ['minutes_signatures', 'minutes_errata', 'minutes_dispatches'].map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
