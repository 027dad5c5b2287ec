import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Works of residents' projects: contract, milestones, acceptance, progress reports. */
export class Works1794600000002 implements MigrationInterface {
  name = 'Works1794600000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table resident_reports, progress_reports, works_milestones, works`);
  }
}

const IN_OFFICE = `
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

const STATEMENTS = [
  // Money above the contract is written down as it happened; it is a discrepancy and no fault.
  `create table works (
    project_id uuid not null,
    state text not null,
    contract_number text not null,
    supplier_bin text not null,
    supplier_name text not null,
    contract_tiyn bigint not null,
    signed_on date not null,
    planned_by date not null,
    finish_by date not null,
    procurement_url text not null,
    percent integer not null default 0,
    paid_tiyn bigint not null default 0,
    last_on date not null,
    act_number text,
    accepted_on date,
    warranty_until date,
    version integer not null default 1,
    constraint pk_works primary key (project_id),
    constraint fk_works_project_id foreign key (project_id) references proposals (id),
    constraint ck_works_state check
      (state in ('planned', 'contracted', 'building', 'accepted', 'postponed', 'cancelled')),
    constraint ck_works_percent check (percent between 0 and 100),
    constraint ck_works_sums check (contract_tiyn > 0 and paid_tiyn >= 0),
    constraint ck_works_accepted check
      ((state = 'accepted') = (accepted_on is not null and act_number is not null))
  )`,
  `create table works_milestones (
    id uuid not null,
    project_id uuid not null,
    kind text not null,
    happened_on date not null,
    percent integer not null,
    paid_tiyn bigint not null,
    finish_by date not null,
    delay_reason text,
    note text not null,
    photos text[] not null,${IN_OFFICE},
    constraint pk_works_milestones primary key (id),
    constraint fk_works_milestones_project_id foreign key (project_id) references works (project_id),
    constraint fk_works_milestones_by_person foreign key (by_person) references residents (id),
    constraint ck_works_milestones_kind check (kind in ('contract', 'progress', 'acceptance'))
  )`,
  `create index ix_works_milestones_project_id on works_milestones (project_id)`,
  `create table resident_reports (
    id uuid not null,
    project_id uuid not null,
    resident_id uuid not null,
    verdict text not null,
    body text not null,
    photos text[] not null,
    at timestamptz not null,
    constraint pk_resident_reports primary key (id),
    constraint uq_resident_reports_one unique (project_id, resident_id),
    constraint fk_resident_reports_project_id foreign key (project_id) references works (project_id),
    constraint fk_resident_reports_resident_id foreign key (resident_id) references residents (id),
    constraint ck_resident_reports_verdict check (verdict in ('built', 'not-so'))
  )`,
  `create table progress_reports (
    id uuid not null,
    round_id uuid not null,
    period_from date not null,
    period_until date not null,
    published_on date not null,
    text_kk text not null,
    text_ru text not null,${IN_OFFICE},
    constraint pk_progress_reports primary key (id),
    constraint uq_progress_reports_one_a_quarter unique (round_id, period_from),
    constraint fk_progress_reports_round_id foreign key (round_id) references rounds (id),
    constraint fk_progress_reports_by_person foreign key (by_person) references residents (id)
  )`,
  ...['works_milestones', 'resident_reports', 'progress_reports'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  `create trigger tr_works_kept before delete or truncate on works
     for each statement execute function refuse_change()`,
];
