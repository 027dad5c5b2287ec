import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round, its pots, its proposals and every act of their review. */
export class RoundsAndProposals1793900200000 implements MigrationInterface {
  name = 'RoundsAndProposals1793900200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROUNDS, ...PROPOSALS, ...REVIEW]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table proposal_appeals, proposal_refusals, proposal_admissions,
      council_votes, council_decisions, technical_estimates, proposal_returns, formal_checks,
      proposal_withdrawals, proposal_numbers, proposal_files, proposal_coauthors,
      proposal_versions, proposals, round_extensions, round_pots, rounds`);
  }
}

const ROUNDS = [
  `create table rounds (
    id uuid not null,
    territory_kato text not null,
    year integer not null,
    title_kk text not null,
    title_ru text not null,
    title_en text,
    national_scope boolean not null,
    ballot_kind text not null,
    ballot_min integer not null,
    ballot_max integer,
    ballot_points integer,
    ballot_points_per_project integer,
    rule jsonb not null,
    minimum_votes integer not null,
    minimum_age integer not null,
    cost_cap_tiyn bigint,
    replacing_allowed boolean not null default true,
    intake_from timestamptz not null,
    intake_until timestamptz not null,
    review_until timestamptz not null,
    voting_from timestamptz not null,
    voting_until timestamptz not null,
    decision_by timestamptz not null,
    own_calendar_act text,
    group_07_spending_tiyn bigint,
    legal_basis jsonb not null,
    copied_from uuid,
    paper_version integer not null default 1,
    frozen_at timestamptz,
    closed_at timestamptz,
    published_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_rounds primary key (id),
    constraint fk_rounds_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_rounds_copied_from foreign key (copied_from) references rounds (id),
    constraint ck_rounds_phase_order check (intake_from < intake_until and intake_until <= review_until
      and review_until <= voting_from and voting_from < voting_until and voting_until <= decision_by),
    constraint ck_rounds_ballot_kind check
      (ballot_kind in ('approval', 'knapsack', 'cumulative', 'ordinal', 'scoring')),
    constraint ck_rounds_closed_before_published check (published_at is null or closed_at is not null)
  )`,
  `create index ix_rounds_territory_kato on rounds (territory_kato)`,
  `create table round_pots (
    round_id uuid not null,
    territory_kato text not null,
    amount_tiyn bigint not null,
    constraint pk_round_pots primary key (round_id, territory_kato),
    constraint fk_round_pots_round_id foreign key (round_id) references rounds (id),
    constraint fk_round_pots_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_round_pots_amount check (amount_tiyn >= 0)
  )`,
  `create table round_extensions (
    id uuid not null,
    round_id uuid not null,
    former_until timestamptz not null,
    new_until timestamptz not null,
    reason_kk text not null,
    reason_ru text not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    constraint pk_round_extensions primary key (id),
    constraint fk_round_extensions_round_id foreign key (round_id) references rounds (id),
    constraint fk_round_extensions_proposed_by foreign key (proposed_by) references residents (id),
    constraint fk_round_extensions_confirmed_by foreign key (confirmed_by) references residents (id),
    constraint ck_round_extensions_forward check (new_until > former_until),
    constraint ck_round_extensions_two_people check (confirmed_by <> proposed_by)
  )`,
];

const PROPOSALS = [
  `create table proposals (
    id uuid not null,
    round_id uuid not null,
    author_id uuid not null,
    state text not null,
    number text,
    ballot_number integer,
    pot_kato text,
    category text,
    language text not null,
    title text not null default '',
    problem text not null default '',
    idea text not null default '',
    beneficiaries text not null default '',
    title_kk text,
    title_ru text,
    address text not null default '',
    latitude double precision,
    longitude double precision,
    cost_tiyn bigint,
    checked_cost_tiyn bigint,
    exclusive_group text,
    contact text not null default '',
    correct_by date,
    search_text text not null default '',
    created_at timestamptz not null default clock_timestamp(),
    submitted_at timestamptz,
    version integer not null default 1,
    constraint pk_proposals primary key (id),
    constraint uq_proposals_number unique (number),
    constraint uq_proposals_ballot_number unique (round_id, ballot_number),
    constraint fk_proposals_round_id foreign key (round_id) references rounds (id),
    constraint fk_proposals_author_id foreign key (author_id) references residents (id),
    constraint fk_proposals_pot foreign key (round_id, pot_kato) references round_pots (round_id, territory_kato),
    constraint ck_proposals_cost check (cost_tiyn >= 0 and checked_cost_tiyn >= 0),
    constraint ck_proposals_submitted_has_number check (state in ('draft', 'lapsed') or number is not null)
  )`,
  `create index ix_proposals_round_id_state on proposals (round_id, state)`,
  `create index ix_proposals_author_id on proposals (author_id)`,
  `create index ix_proposals_search_text on proposals using gin (search_text gin_trgm_ops)`,
  `create table proposal_versions (
    proposal_id uuid not null,
    version integer not null,
    at timestamptz not null,
    by_person uuid not null,
    by_officer boolean not null,
    reason text,
    fields jsonb not null,
    constraint pk_proposal_versions primary key (proposal_id, version),
    constraint fk_proposal_versions_proposal_id foreign key (proposal_id) references proposals (id),
    constraint fk_proposal_versions_by_person foreign key (by_person) references residents (id)
  )`,
  `create table proposal_coauthors (
    id uuid not null,
    proposal_id uuid not null,
    full_name text not null,
    resident_id uuid,
    constraint pk_proposal_coauthors primary key (id),
    constraint fk_proposal_coauthors_proposal_id foreign key (proposal_id) references proposals (id),
    constraint fk_proposal_coauthors_resident_id foreign key (resident_id) references residents (id)
  )`,
  `create table proposal_files (
    id uuid not null,
    proposal_id uuid not null,
    kind text not null,
    stored_name text not null,
    shown_name text not null,
    media_type text not null,
    size_bytes integer not null,
    digest bytea not null,
    alternative_text text not null default '',
    width integer,
    height integer,
    added_at timestamptz not null,
    constraint pk_proposal_files primary key (id),
    constraint uq_proposal_files_stored_name unique (stored_name),
    constraint fk_proposal_files_proposal_id foreign key (proposal_id) references proposals (id),
    constraint ck_proposal_files_kind check (kind in ('photo', 'document'))
  )`,
  `create index ix_proposal_files_proposal_id on proposal_files (proposal_id)`,
  `create table proposal_numbers (
    year integer not null,
    last_number integer not null,
    constraint pk_proposal_numbers primary key (year)
  )`,
  `create table proposal_withdrawals (
    proposal_id uuid not null,
    by_person uuid not null,
    at timestamptz not null,
    reason text not null,
    constraint pk_proposal_withdrawals primary key (proposal_id),
    constraint fk_proposal_withdrawals_proposal_id foreign key (proposal_id) references proposals (id),
    constraint fk_proposal_withdrawals_by_person foreign key (by_person) references residents (id)
  )`,
];

/** What every act of a person in office holds: who, in which post, when, on which version. */
const IN_OFFICE = `
    id uuid not null,
    proposal_id uuid not null,
    proposal_version integer not null,
    officer_id uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

function inOfficeKeys(table: string): string {
  return `
    constraint pk_${table} primary key (id),
    constraint fk_${table}_proposal_id foreign key (proposal_id) references proposals (id),
    constraint fk_${table}_officer_id foreign key (officer_id) references residents (id)`;
}

const REVIEW = [
  `create table formal_checks (${IN_OFFICE},
    findings jsonb not null,
    passed boolean not null,${inOfficeKeys('formal_checks')}
  )`,
  `create table proposal_returns (${IN_OFFICE},
    remarks jsonb not null,
    deadline date not null,${inOfficeKeys('proposal_returns')}
  )`,
  `create table technical_estimates (${IN_OFFICE},
    cost_tiyn bigint not null,
    lines jsonb not null,
    findings jsonb not null,
    opinion_kk text not null,
    opinion_ru text not null,${inOfficeKeys('technical_estimates')},
    constraint ck_technical_estimates_cost check (cost_tiyn > 0)
  )`,
  `create table council_decisions (${IN_OFFICE},
    protocol_number text not null,
    members integer not null,
    required integer not null,
    admitted boolean not null,
    findings jsonb not null,${inOfficeKeys('council_decisions')}
  )`,
  `create table council_votes (
    decision_id uuid not null,
    expert_id uuid not null,
    vote text not null,
    constraint pk_council_votes primary key (decision_id, expert_id),
    constraint fk_council_votes_decision_id foreign key (decision_id) references council_decisions (id),
    constraint fk_council_votes_expert_id foreign key (expert_id) references residents (id),
    constraint ck_council_votes_vote check (vote in ('for', 'against', 'abstained', 'conflict'))
  )`,
  `create table proposal_admissions (${IN_OFFICE},
    checked_cost_tiyn bigint not null,
    ballot_number integer not null,${inOfficeKeys('proposal_admissions')},
    constraint uq_proposal_admissions_proposal_id unique (proposal_id)
  )`,
  `create table proposal_refusals (${IN_OFFICE},
    grounds text[] not null,
    reasons_kk text not null,
    reasons_ru text not null,
    remarks_until date not null,
    final_at timestamptz,${inOfficeKeys('proposal_refusals')},
    constraint uq_proposal_refusals_officer unique (id, officer_id),
    constraint ck_proposal_refusals_has_ground check (cardinality(grounds) > 0),
    constraint ck_proposal_refusals_has_reasons check (trim(reasons_kk) <> '' and trim(reasons_ru) <> '')
  )`,
  // The refuser stands in the appeal too, tied to the refusal, so that the database itself refuses a
  // re-examination by the same person.
  `create table proposal_appeals (
    id uuid not null,
    proposal_id uuid not null,
    refusal_id uuid not null,
    refused_by uuid not null,
    filed_by uuid not null,
    filed_at timestamptz not null,
    remarks text not null,
    decide_by date not null,
    decided_by uuid,
    post_kk text,
    post_ru text,
    decided_at timestamptz,
    upheld boolean,
    reasons_kk text,
    reasons_ru text,
    constraint pk_proposal_appeals primary key (id),
    constraint uq_proposal_appeals_one_per_refusal unique (refusal_id),
    constraint fk_proposal_appeals_proposal_id foreign key (proposal_id) references proposals (id),
    constraint fk_proposal_appeals_refusal foreign key (refusal_id, refused_by)
      references proposal_refusals (id, officer_id),
    constraint fk_proposal_appeals_filed_by foreign key (filed_by) references residents (id),
    constraint fk_proposal_appeals_decided_by foreign key (decided_by) references residents (id),
    constraint ck_proposal_appeals_another_officer check (decided_by <> refused_by),
    constraint ck_proposal_appeals_decided_whole check
      (num_nulls(decided_by, decided_at, upheld, reasons_kk, reasons_ru) in (0, 5))
  )`,
  ...indexesOnProposal([
    'formal_checks',
    'proposal_returns',
    'technical_estimates',
    'council_decisions',
    'proposal_refusals',
    'proposal_appeals',
  ]),
  ...keptForever('update or delete or truncate', [
    'formal_checks',
    'proposal_returns',
    'technical_estimates',
    'council_decisions',
    'council_votes',
    'proposal_admissions',
  ]),
  ...keptForever('delete or truncate', ['proposal_refusals', 'proposal_appeals']),
];

function indexesOnProposal(tables: readonly string[]): string[] {
  return tables.map((table) => `create index ix_${table}_proposal_id on ${table} (proposal_id)`);
}

/** Nothing of a review is ever deleted, and what is complete when written never changes. */
function keptForever(events: string, tables: readonly string[]): string[] {
  return tables.map(
    (table) => `create trigger tr_${table}_kept before ${events} on ${table}
      for each statement execute function refuse_change()`,
  );
}
