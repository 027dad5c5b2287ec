import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies of residents, their meetings, agendas and attendance. */
export class BodiesAndMeetings1794300000000 implements MigrationInterface {
  name = 'BodiesAndMeetings1794300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...BODIES, ...MEETINGS, ...APPEND_ONLY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table meeting_stays, meeting_people, agenda_papers,
      agenda_items, notice_proofs, meetings, assembly_files, body_members, bodies`);
  }
}

const BODIES = [
  `create table bodies (
    id uuid not null,
    territory_kato text not null,
    kind text not null,
    begins_on date not null,
    ends_on date not null,
    version integer not null default 1,
    constraint pk_bodies primary key (id),
    constraint fk_bodies_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_bodies_term check (ends_on >= begins_on),
    constraint ex_bodies_one_at_a_time exclude using gist
      (territory_kato with =, kind with =, daterange(begins_on, ends_on, '[]') with &&)
  )`,
  `create table body_members (
    id uuid not null,
    body_id uuid not null,
    full_name text not null,
    settlement_kato text not null,
    post text not null default 'member',
    resident_id uuid,
    held_from date not null,
    held_until date not null,
    replaces_id uuid,
    on_commission boolean not null default false,
    constraint pk_body_members primary key (id),
    constraint fk_body_members_body_id foreign key (body_id) references bodies (id),
    constraint fk_body_members_settlement_kato foreign key (settlement_kato) references territories (kato),
    constraint fk_body_members_resident_id foreign key (resident_id) references residents (id),
    constraint fk_body_members_replaces_id foreign key (replaces_id) references body_members (id),
    constraint ck_body_members_post check (post in ('member', 'chair', 'secretary')),
    constraint ck_body_members_period check (held_until >= held_from),
    constraint ex_body_members_one_a_person exclude using gist
      (body_id with =, resident_id with =, daterange(held_from, held_until, '[]') with &&)
  )`,
  `create index ix_body_members_body_id on body_members (body_id)`,
  `create index ix_body_members_resident_id on body_members (resident_id)`,
  // Scans and photos of this wing; the bytes lie in the file store under the generated name.
  `create table assembly_files (
    id uuid not null,
    territory_kato text not null,
    kind text not null,
    stored_name text not null,
    shown_name text not null,
    media_type text not null,
    size_bytes integer not null,
    digest bytea not null,
    added_by uuid not null,
    added_at timestamptz not null,
    constraint pk_assembly_files primary key (id),
    constraint uq_assembly_files_stored_name unique (stored_name),
    constraint fk_assembly_files_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_assembly_files_added_by foreign key (added_by) references residents (id),
    constraint ck_assembly_files_kind check (kind in ('photo', 'document'))
  )`,
];

const MEETINGS = [
  `create table meetings (
    id uuid not null,
    territory_kato text not null,
    kind text not null,
    body_id uuid,
    part_kk text,
    part_ru text,
    state text not null,
    starts_at timestamptz not null,
    held_on date not null,
    place_kk text not null,
    place_ru text not null,
    convener jsonb not null,
    members integer,
    members_source text,
    notice_on date,
    notice_at timestamptz,
    notice_kk text not null default '',
    notice_ru text not null default '',
    channels text[] not null default '{}',
    broadcast_url text,
    recording_url text,
    repeats_minutes_id uuid,
    opened_at timestamptz,
    closed_at timestamptz,
    chair_id uuid,
    secretary_id uuid,
    cancelled_kk text,
    cancelled_ru text,
    minutes_due_on date,
    overdue_noted_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_meetings primary key (id),
    constraint fk_meetings_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_meetings_body_id foreign key (body_id) references bodies (id),
    constraint fk_meetings_created_by foreign key (created_by) references residents (id),
    constraint ck_meetings_state check (state in
      ('planned', 'convened', 'under-way', 'held', 'without-quorum', 'cancelled')),
    constraint ck_meetings_part check (num_nulls(part_kk, part_ru) in (0, 2)),
    constraint ck_meetings_members check (members is null or members > 0),
    constraint ck_meetings_notice check
      (state in ('planned', 'cancelled') or (notice_on is not null and notice_on < held_on)),
    constraint ck_meetings_over check
      (state not in ('held', 'without-quorum') or (closed_at is not null and minutes_due_on is not null)),
    constraint ck_meetings_cancelled check
      ((state = 'cancelled') = (cancelled_kk is not null and cancelled_ru is not null))
  )`,
  `create index ix_meetings_territory_kato_starts_at on meetings (territory_kato, starts_at)`,
  `create index ix_meetings_starts_at on meetings (starts_at)`,
  `create table notice_proofs (
    id uuid not null,
    meeting_id uuid not null,
    channel text not null,
    posted_on date not null,
    file_id uuid,
    link text,
    added_by uuid not null,
    added_at timestamptz not null,
    constraint pk_notice_proofs primary key (id),
    constraint fk_notice_proofs_meeting_id foreign key (meeting_id) references meetings (id),
    constraint fk_notice_proofs_file_id foreign key (file_id) references assembly_files (id),
    constraint fk_notice_proofs_added_by foreign key (added_by) references residents (id),
    constraint ck_notice_proofs_something check (num_nonnulls(file_id, link) > 0)
  )`,
  `create index ix_notice_proofs_meeting_id on notice_proofs (meeting_id)`,
  `create table agenda_items (
    id uuid not null,
    meeting_id uuid not null,
    number integer not null,
    question text not null,
    title_kk text not null,
    title_ru text not null,
    rapporteur text,
    links jsonb not null default '[]',
    report_url text,
    version integer not null default 1,
    constraint pk_agenda_items primary key (id),
    constraint uq_agenda_items_number unique (meeting_id, number) deferrable initially deferred,
    constraint fk_agenda_items_meeting_id foreign key (meeting_id) references meetings (id),
    constraint ck_agenda_items_number check (number > 0)
  )`,
  `create table agenda_papers (
    id uuid not null,
    item_id uuid not null,
    title_kk text not null,
    title_ru text not null,
    link text,
    file_id uuid,
    added_at timestamptz not null,
    constraint pk_agenda_papers primary key (id),
    constraint fk_agenda_papers_item_id foreign key (item_id) references agenda_items (id) on delete cascade,
    constraint fk_agenda_papers_file_id foreign key (file_id) references assembly_files (id),
    constraint ck_agenda_papers_something check (num_nonnulls(file_id, link) = 1)
  )`,
  `create index ix_agenda_papers_item_id on agenda_papers (item_id)`,
  // Who came: delegates under the id of their seat, others under an id of their own.
  `create table meeting_people (
    meeting_id uuid not null,
    id uuid not null,
    kind text not null,
    full_name text not null,
    residence text,
    constraint pk_meeting_people primary key (meeting_id, id),
    constraint fk_meeting_people_meeting_id foreign key (meeting_id) references meetings (id),
    constraint ck_meeting_people_kind check (kind in ('delegate', 'participant', 'guest'))
  )`,
  `create table meeting_stays (
    id uuid not null,
    meeting_id uuid not null,
    person_id uuid not null,
    arrived_at timestamptz not null,
    left_at timestamptz,
    arrival_op uuid,
    departure_op uuid,
    constraint pk_meeting_stays primary key (id),
    constraint uq_meeting_stays_arrival_op unique (arrival_op),
    constraint uq_meeting_stays_departure_op unique (departure_op),
    constraint fk_meeting_stays_person foreign key (meeting_id, person_id)
      references meeting_people (meeting_id, id),
    constraint ck_meeting_stays_period check (left_at is null or left_at >= arrived_at),
    constraint ex_meeting_stays_one_at_a_time exclude using gist
      (meeting_id with =, person_id with =, tstzrange(arrived_at, left_at) with &&)
  )`,
];

const APPEND_ONLY = ['notice_proofs'].map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
