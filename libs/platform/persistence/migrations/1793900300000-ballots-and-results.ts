import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ballots, one row each, what they replaced, and the counts of a round. */
export class BallotsAndResults1793900300000 implements MigrationInterface {
  name = 'BallotsAndResults1793900300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table result_strikes, round_results, tally_files, tallies, ballot_drafts, former_ballots, ballots`,
    );
  }
}

const STATEMENTS = [
  // One row a ballot: the count reads arrays, nobody joins. No foreign keys on the hot table: the
  // casting statement joins residents and rounds itself and locks the round.
  `create table ballots (
    round_id uuid not null,
    resident_id uuid not null,
    projects integer[] not null,
    points integer[],
    receipt text not null,
    idempotency_key text,
    body_digest bytea not null,
    commitment bytea not null,
    nonce bytea not null,
    cast_at timestamptz not null,
    territory_kato text not null,
    replaces integer not null default 0,
    constraint pk_ballots primary key (round_id, resident_id),
    constraint uq_ballots_receipt unique (receipt)
  )`,
  // Acknowledged acts that are no longer the ballot: what a repeat of their key must answer.
  `create table former_ballots (
    round_id uuid not null,
    resident_id uuid not null,
    receipt text not null,
    idempotency_key text,
    body_digest bytea not null,
    commitment bytea not null,
    cast_at timestamptz not null,
    replaced boolean not null,
    status smallint not null
  )`,
  `create index ix_former_ballots_resident on former_ballots (round_id, resident_id)`,
  `create index ix_former_ballots_receipt on former_ballots (receipt)`,
  // A ballot in the making belongs to a browser, not to a person: only the digest of its token is
  // here, and the row goes when the ballot is cast.
  `create table ballot_drafts (
    token_digest bytea not null,
    round_id uuid not null,
    district_kato text,
    choices jsonb not null default '[]'::jsonb,
    seed integer not null,
    handover_code text,
    handover_until timestamptz,
    updated_at timestamptz not null default clock_timestamp(),
    constraint pk_ballot_drafts primary key (token_digest, round_id),
    constraint uq_ballot_drafts_handover_code unique (handover_code),
    constraint fk_ballot_drafts_round_id foreign key (round_id) references rounds (id),
    constraint fk_ballot_drafts_district_kato foreign key (district_kato) references territories (kato),
    constraint ck_ballot_drafts_seed check (seed >= 0),
    constraint ck_ballot_drafts_handover check ((handover_code is null) = (handover_until is null))
  )`,
  `create index ix_ballot_drafts_round_id on ballot_drafts (round_id)`,
  // Every count of a round is kept as it was made; only the first one has no reason.
  `create table tallies (
    id uuid not null,
    round_id uuid not null,
    computed_at timestamptz not null default clock_timestamp(),
    computed_by uuid,
    reason text,
    outcome jsonb not null,
    ballots integer not null,
    constraint pk_tallies primary key (id),
    constraint fk_tallies_round_id foreign key (round_id) references rounds (id),
    constraint fk_tallies_computed_by foreign key (computed_by) references residents (id),
    constraint ck_tallies_repeated_by_somebody check (reason is null or computed_by is not null)
  )`,
  `create index ix_tallies_round_id on tallies (round_id)`,
  `create unique index uq_tallies_first on tallies (round_id) where reason is null`,
  `create trigger tr_tallies_append_only before update or delete or truncate on tallies
    for each statement execute function refuse_change()`,
  // The election file of each pot, frozen with its count: its digest must hold for years.
  `create table tally_files (
    tally_id uuid not null,
    territory_kato text not null,
    digest bytea not null,
    gzipped bytea not null,
    constraint pk_tally_files primary key (tally_id, territory_kato),
    constraint fk_tally_files_tally_id foreign key (tally_id) references tallies (id),
    constraint fk_tally_files_territory_kato foreign key (territory_kato) references territories (kato)
  )`,
  `create table round_results (
    tally_id uuid not null,
    round_id uuid not null,
    council_protocol text not null,
    council_text_kk text not null,
    council_text_ru text not null,
    decided_by uuid not null,
    decided_at timestamptz not null default clock_timestamp(),
    published_by uuid,
    published_at timestamptz,
    constraint pk_round_results primary key (tally_id),
    constraint fk_round_results_round_id foreign key (round_id) references rounds (id),
    constraint fk_round_results_tally_id foreign key (tally_id) references tallies (id),
    constraint fk_round_results_decided_by foreign key (decided_by) references residents (id),
    constraint fk_round_results_published_by foreign key (published_by) references residents (id),
    constraint ck_round_results_two_people check (published_by <> decided_by),
    constraint ck_round_results_published_by_somebody check
      ((published_by is null) = (published_at is null))
  )`,
  `create index ix_round_results_round_id on round_results (round_id)`,
  `create unique index uq_round_results_published on round_results (round_id)
    where published_at is not null`,
  `create table result_strikes (
    tally_id uuid not null,
    ballot_number integer not null,
    ground text not null,
    text_kk text not null,
    text_ru text not null,
    constraint pk_result_strikes primary key (tally_id, ballot_number),
    constraint fk_result_strikes_tally_id foreign key (tally_id) references round_results (tally_id)
  )`,
];
