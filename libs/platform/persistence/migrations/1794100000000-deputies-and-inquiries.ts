import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Maslikhats by convocation with their seats and deputies; inquiries of deputies and the answers. */
export class DeputiesAndInquiries1794100000000 implements MigrationInterface {
  name = 'DeputiesAndInquiries1794100000000';

  async up(runner: QueryRunner): Promise<void> {
    // Lets an exclusion constraint compare a seat and a period at once.
    await runner.query(`create extension if not exists btree_gist`);
    for (const statement of [...CONVOCATIONS, ...MANDATES, ...INQUIRIES])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view offices_held`);
    await runner.query(`drop table inquiry_comments, inquiry_answers, inquiries, inquiry_numbers`);
    await runner.query(`drop table recall_requests, deputy_reports, commission_members, commissions,
      mandates, constituency_territories, constituencies, convocations`);
  }
}

const CONVOCATIONS = [
  `create table convocations (
    id uuid not null,
    territory_kato text not null,
    number text not null,
    begins_on date not null,
    ends_on date not null,
    constraint pk_convocations primary key (id),
    constraint uq_convocations_number unique (territory_kato, number),
    constraint fk_convocations_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_convocations_period check (ends_on >= begins_on),
    constraint ex_convocations_one_at_a_time exclude using gist
      (territory_kato with =, daterange(begins_on, ends_on, '[]') with &&)
  )`,
  `create table constituencies (
    id uuid not null,
    convocation_id uuid not null,
    number integer not null,
    kind text not null,
    name_kk text not null,
    name_ru text not null,
    seats integer not null,
    constraint pk_constituencies primary key (id),
    constraint uq_constituencies_number unique (convocation_id, number),
    constraint uq_constituencies_of_convocation unique (id, convocation_id),
    constraint fk_constituencies_convocation_id foreign key (convocation_id) references convocations (id),
    constraint ck_constituencies_kind check (kind in ('single-mandate', 'party-list')),
    constraint ck_constituencies_seats check
      (seats > 0 and (kind <> 'single-mandate' or seats = 1))
  )`,
  `create table constituency_territories (
    constituency_id uuid not null,
    territory_kato text not null,
    part_kk text,
    part_ru text,
    constraint pk_constituency_territories primary key (constituency_id, territory_kato),
    constraint fk_constituency_territories_constituency_id foreign key (constituency_id) references constituencies (id),
    constraint fk_constituency_territories_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_constituency_territories_part check (num_nulls(part_kk, part_ru) in (0, 2))
  )`,
  `create table commissions (
    id uuid not null,
    convocation_id uuid not null,
    place integer not null,
    name_kk text not null,
    name_ru text not null,
    constraint pk_commissions primary key (id),
    constraint uq_commissions_place unique (convocation_id, place),
    constraint fk_commissions_convocation_id foreign key (convocation_id) references convocations (id)
  )`,
];

const MANDATES = [
  `create table mandates (
    id uuid not null,
    resident_id uuid not null,
    convocation_id uuid not null,
    constituency_id uuid not null,
    seat integer not null,
    party_kk text,
    party_ru text,
    phone text,
    email text,
    reception_kk text,
    reception_ru text,
    held_from date not null,
    held_until date not null,
    end_ground text,
    end_act text,
    version integer not null default 1,
    constraint pk_mandates primary key (id),
    constraint fk_mandates_resident_id foreign key (resident_id) references residents (id),
    constraint fk_mandates_constituency foreign key (constituency_id, convocation_id)
      references constituencies (id, convocation_id),
    constraint ck_mandates_seat check (seat > 0),
    constraint ck_mandates_period check (held_until >= held_from),
    constraint ck_mandates_party check (num_nulls(party_kk, party_ru) in (0, 2)),
    constraint ck_mandates_end check (num_nulls(end_ground, end_act) in (0, 2)),
    constraint ex_mandates_one_a_seat exclude using gist
      (constituency_id with =, seat with =, daterange(held_from, held_until, '[]') with &&),
    constraint ex_mandates_one_a_person exclude using gist
      (convocation_id with =, resident_id with =, daterange(held_from, held_until, '[]') with &&)
  )`,
  `create index ix_mandates_resident_id on mandates (resident_id)`,
  `create table commission_members (
    commission_id uuid not null,
    mandate_id uuid not null,
    is_chair boolean not null default false,
    constraint pk_commission_members primary key (commission_id, mandate_id),
    constraint fk_commission_members_commission_id foreign key (commission_id) references commissions (id),
    constraint fk_commission_members_mandate_id foreign key (mandate_id) references mandates (id)
  )`,
  `create table deputy_reports (
    id uuid not null,
    mandate_id uuid not null,
    year integer not null,
    reported_on date not null,
    place_kk text not null,
    place_ru text not null,
    link text,
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint pk_deputy_reports primary key (id),
    constraint uq_deputy_reports_one_a_year unique (mandate_id, year),
    constraint fk_deputy_reports_mandate_id foreign key (mandate_id) references mandates (id),
    constraint fk_deputy_reports_entered_by foreign key (entered_by) references residents (id)
  )`,
  `create table recall_requests (
    id uuid not null,
    mandate_id uuid not null,
    registered_on date not null,
    number text not null,
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint pk_recall_requests primary key (id),
    constraint uq_recall_requests_number unique (mandate_id, number),
    constraint fk_recall_requests_mandate_id foreign key (mandate_id) references mandates (id),
    constraint fk_recall_requests_entered_by foreign key (entered_by) references residents (id)
  )`,
  // A deputy is whoever holds a mandate: the role follows from it and is written nowhere else.
  `create view offices_held as
     select resident_id, role, territory_kato, post_kk, post_ru, held_from, held_until
     from role_holdings
     union all
     select m.resident_id, 'deputy', c.territory_kato,
            t.name_kk || ' мәслихатының депутаты', 'Депутат маслихата: ' || t.name_ru,
            m.held_from, m.held_until
     from mandates m join convocations c on c.id = m.convocation_id
          join territories t on t.kato = c.territory_kato`,
];

const INQUIRIES = [
  `create table inquiry_numbers (
    year integer not null,
    last_number integer not null,
    constraint pk_inquiry_numbers primary key (year)
  )`,
  `create table inquiries (
    id uuid not null,
    number text not null,
    mandate_id uuid not null,
    addressee_kind text not null,
    addressee_kato text not null,
    addressee_kk text not null,
    addressee_ru text not null,
    language text not null,
    title text not null,
    body text not null,
    competence text not null,
    filed_at timestamptz not null,
    filed_on date not null,
    due_on date not null,
    constraint pk_inquiries primary key (id),
    constraint uq_inquiries_number unique (number),
    constraint fk_inquiries_mandate_id foreign key (mandate_id) references mandates (id),
    constraint fk_inquiries_addressee_kato foreign key (addressee_kato) references territories (kato),
    constraint ck_inquiries_addressee_kind check (addressee_kind in
      ('akim', 'election-commission', 'prosecutor', 'territorial-body', 'local-executive-body')),
    constraint ck_inquiries_language check (language in ('kk', 'ru')),
    constraint ck_inquiries_due check (due_on > filed_on)
  )`,
  `create index ix_inquiries_mandate_id on inquiries (mandate_id)`,
  `create index ix_inquiries_addressee_kato on inquiries (addressee_kato)`,
  `create table inquiry_answers (
    id uuid not null,
    inquiry_id uuid not null,
    answered_by uuid not null,
    post_kk text not null,
    post_ru text not null,
    signed_by text not null,
    signed_post text not null,
    signatory text not null,
    language text not null,
    body text not null,
    links text[] not null,
    answered_at timestamptz not null,
    answered_on date not null,
    constraint pk_inquiry_answers primary key (id),
    constraint uq_inquiry_answers_one unique (inquiry_id),
    constraint fk_inquiry_answers_inquiry_id foreign key (inquiry_id) references inquiries (id),
    constraint fk_inquiry_answers_answered_by foreign key (answered_by) references residents (id),
    constraint ck_inquiry_answers_signatory check (signatory in ('addressee', 'first-head', 'deputy-head')),
    constraint ck_inquiry_answers_language check (language in ('kk', 'ru'))
  )`,
  `create table inquiry_comments (
    id uuid not null,
    inquiry_id uuid not null,
    verdict text not null,
    language text not null,
    body text not null,
    at timestamptz not null,
    constraint pk_inquiry_comments primary key (id),
    constraint fk_inquiry_comments_inquiry_id foreign key (inquiry_id) references inquiries (id),
    constraint ck_inquiry_comments_verdict check (verdict in ('satisfied', 'partly', 'not-satisfied')),
    constraint ck_inquiry_comments_language check (language in ('kk', 'ru'))
  )`,
  `create index ix_inquiry_comments_inquiry_id on inquiry_comments (inquiry_id)`,
  ...['inquiries', 'inquiry_answers', 'inquiry_comments', 'recall_requests'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
