import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Petitions with every act on them, signatures, one row each, and answers. */
export class Petitions1794000000000 implements MigrationInterface {
  name = 'Petitions1794000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PETITIONS, ...ACTS, ...SIGNATURES, ...ANSWERS, ...APPEND_ONLY])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table petition_answers, petition_discussions, signature_count_checks,
      signature_counts, former_signatures, signatures, petition_tallies, portal_counts,
      petition_forwardings, petition_withdrawals, petition_refusals, petition_openings,
      petition_numbers, petitions`);
  }
}

const PETITIONS = [
  `create table petitions (
    id uuid not null,
    number text,
    kind text not null,
    state text not null,
    deputy_id uuid,
    body text not null,
    territory_kato text not null,
    title_kk text not null default '',
    title_ru text not null default '',
    text_kk text not null default '',
    text_ru text not null default '',
    arguments_kk text not null default '',
    arguments_ru text not null default '',
    proposals_kk text not null default '',
    proposals_ru text not null default '',
    text_digest bytea,
    portal_url text,
    minimum_age integer,
    required integer,
    threshold jsonb,
    rules_on date,
    check_by date,
    last_day date,
    notice_by date,
    answer_by date,
    submitted_at timestamptz,
    opened_at timestamptz,
    closes_at timestamptz,
    reached_at timestamptz,
    search_text text not null default '',
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_petitions primary key (id),
    constraint uq_petitions_number unique (number),
    constraint fk_petitions_deputy_id foreign key (deputy_id) references residents (id),
    constraint fk_petitions_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_petitions_kind check (kind in ('deputy-collection', 'statutory')),
    constraint ck_petitions_deputy check ((kind = 'deputy-collection') = (deputy_id is not null)),
    constraint ck_petitions_portal check ((kind = 'statutory') = (portal_url is not null)),
    constraint ck_petitions_number check (state in ('draft', 'withdrawn') or number is not null),
    constraint ck_petitions_opened check (
      state in ('draft', 'under-check', 'refused', 'withdrawn')
      or (required > 0 and threshold is not null and rules_on is not null and minimum_age is not null
          and opened_at < closes_at and last_day is not null)),
    constraint ck_petitions_reached check (
      state not in ('awaiting-answer', 'answered')
      or (reached_at is not null and notice_by is not null and answer_by is not null))
  )`,
  `create index ix_petitions_state on petitions (state)`,
  `create index ix_petitions_territory_kato on petitions (territory_kato)`,
  `create index ix_petitions_deputy_id on petitions (deputy_id)`,
  `create index ix_petitions_search_text on petitions using gin (search_text gin_trgm_ops)`,
  `create table petition_numbers (
    year integer not null,
    last_number integer not null,
    constraint pk_petition_numbers primary key (year)
  )`,
];

/** What every act of a person in office holds: who, in which post, when. */
const IN_OFFICE = `
    petition_id uuid not null,
    officer_id uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

function inOfficeKeys(table: string): string {
  return `
    constraint fk_${table}_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_${table}_officer_id foreign key (officer_id) references residents (id)`;
}

const ACTS = [
  `create table petition_openings (${IN_OFFICE},
    constraint pk_petition_openings primary key (petition_id),
    ${inOfficeKeys('petition_openings')}
  )`,
  `create table petition_refusals (${IN_OFFICE},
    ground text not null,
    subject text,
    earlier_petition_id uuid,
    reasons_kk text not null,
    reasons_ru text not null,
    constraint pk_petition_refusals primary key (petition_id),
    constraint fk_petition_refusals_earlier_petition_id
      foreign key (earlier_petition_id) references petitions (id),
    ${inOfficeKeys('petition_refusals')}
  )`,
  `create table petition_withdrawals (
    petition_id uuid not null,
    by_person uuid not null,
    at timestamptz not null,
    reason text not null,
    constraint pk_petition_withdrawals primary key (petition_id),
    constraint fk_petition_withdrawals_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_petition_withdrawals_by_person foreign key (by_person) references residents (id)
  )`,
  `create table petition_forwardings (
    petition_id uuid not null,
    at timestamptz not null,
    signatures integer not null,
    required integer not null,
    constraint pk_petition_forwardings primary key (petition_id),
    constraint fk_petition_forwardings_petition_id foreign key (petition_id) references petitions (id),
    constraint ck_petition_forwardings_below check (signatures < required)
  )`,
  // What an officer read on the state portal about a statutory petition.
  `create table portal_counts (
    id uuid not null,${IN_OFFICE},
    signatures integer not null,
    seen_on date not null,
    constraint pk_portal_counts primary key (id),
    constraint ck_portal_counts_signatures check (signatures >= 0),
    ${inOfficeKeys('portal_counts')}
  )`,
  `create index ix_portal_counts_petition_id on portal_counts (petition_id)`,
];

const SIGNATURES = [
  // One narrow row a petition: its lock puts batches in sequence, so that numbers have no gaps and
  // the threshold is crossed once. Kept half empty, so that an update stays on its page.
  `create table petition_tallies (
    petition_id uuid not null,
    last_number integer not null default 0,
    valid integer not null default 0,
    reached_at timestamptz,
    constraint pk_petition_tallies primary key (petition_id),
    constraint fk_petition_tallies_petition_id foreign key (petition_id) references petitions (id),
    constraint ck_petition_tallies_valid check (valid >= 0 and valid <= last_number)
  ) with (fillfactor = 50)`,
  // One row a signature. No foreign keys on the hot table: the signing statement joins residents
  // and petitions itself, under the lock of the tally.
  `create table signatures (
    petition_id uuid not null,
    resident_id uuid not null,
    number integer not null,
    territory_kato text,
    name_hidden boolean not null,
    on_paper boolean not null default false,
    receipt text not null,
    idempotency_key text,
    signed_at timestamptz not null,
    constraint uq_signatures_one_per_resident primary key (petition_id, resident_id),
    constraint uq_signatures_number unique (petition_id, number),
    constraint uq_signatures_receipt unique (receipt)
  )`,
  `create table former_signatures (
    petition_id uuid not null,
    resident_id uuid not null,
    number integer not null,
    name_hidden boolean not null,
    receipt text not null,
    idempotency_key text,
    signed_at timestamptz not null,
    withdrawn_at timestamptz not null
  )`,
  `create index ix_former_signatures_resident on former_signatures (petition_id, resident_id)`,
  `create index ix_former_signatures_receipt on former_signatures (receipt)`,
  // Valid signatures by place of registration; null where a signature could not be placed.
  `create table signature_counts (
    petition_id uuid not null,
    territory_kato text,
    valid integer not null,
    constraint uq_signature_counts_place unique nulls not distinct (petition_id, territory_kato),
    constraint ck_signature_counts_valid check (valid >= 0)
  ) with (fillfactor = 50)`,
  `create table signature_count_checks (
    petition_id uuid not null,
    at timestamptz not null,
    shown integer not null,
    counted integer not null,
    places_repaired integer not null,
    constraint pk_signature_count_checks primary key (petition_id, at),
    constraint fk_signature_count_checks_petition_id foreign key (petition_id) references petitions (id)
  )`,
];

const ANSWERS = [
  `create table petition_discussions (${IN_OFFICE},
    announced_on date not null,
    held_on date not null,
    place_kk text not null,
    place_ru text not null,
    draft_kk text not null,
    draft_ru text not null,
    constraint pk_petition_discussions primary key (petition_id),
    constraint ck_petition_discussions_notice check (held_on > announced_on),
    ${inOfficeKeys('petition_discussions')}
  )`,
  `create table petition_answers (${IN_OFFICE},
    decision text not null,
    reasons_kk text not null,
    reasons_ru text not null,
    appeal_kk text not null,
    appeal_ru text not null,
    decided_on date not null,
    post_by date not null,
    working_group jsonb not null,
    visited_on date,
    no_visit_kk text,
    no_visit_ru text,
    documents jsonb not null,
    constraint pk_petition_answers primary key (petition_id),
    constraint ck_petition_answers_decision check (decision in ('satisfied', 'partly', 'refused')),
    ${inOfficeKeys('petition_answers')}
  )`,
];

const KEPT = [
  'petition_openings',
  'petition_refusals',
  'petition_withdrawals',
  'petition_forwardings',
  'portal_counts',
  'former_signatures',
  'signature_count_checks',
  'petition_answers',
];

const APPEND_ONLY = KEPT.map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
