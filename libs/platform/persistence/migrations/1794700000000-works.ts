import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Works of winning projects: contracts, milestones, changes, acceptance, reports. */
export class Works1794700000000 implements MigrationInterface {
  name = 'Works1794700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WORKS, ...REPORTS, ...KEPT]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table quarterly_reports, resident_reports, works_acceptances,
      works_decisions, scope_changes_seen, scope_changes, works_milestones, works_contracts, works`);
  }
}

const IN_OFFICE = `
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

function keysOf(table: string): string {
  return `
    constraint pk_${table} primary key (id),
    constraint fk_${table}_project_id foreign key (project_id) references works (project_id),
    constraint fk_${table}_by_person foreign key (by_person) references residents (id)`;
}

const WORKS = [
  // One row a project: what every act takes its turn on. The acts are rows of their own.
  `create table works (
    project_id uuid not null,
    state text not null default 'planned',
    version integer not null default 1,
    constraint pk_works primary key (project_id),
    constraint fk_works_project_id foreign key (project_id) references proposals (id),
    constraint ck_works_state check (state in
      ('planned', 'contracted', 'building', 'accepted', 'postponed', 'cancelled'))
  )`,
  `create table works_contracts (
    id uuid not null,
    project_id uuid not null,
    number text not null,
    supplier_bin text not null,
    supplier_name text not null,
    sum_tiyn bigint not null,
    signed_on date not null,
    finish_by date not null,
    procurement_url text not null,${IN_OFFICE},${keysOf('works_contracts')},
    constraint ck_works_contracts_sum check (sum_tiyn > 0),
    constraint ck_works_contracts_bin check (supplier_bin ~ '^[0-9]{12}$'),
    constraint ck_works_contracts_period check (finish_by > signed_on)
  )`,
  `create index ix_works_contracts_project_id on works_contracts (project_id, at)`,
  `create table works_milestones (
    id uuid not null,
    project_id uuid not null,
    reached_on date not null,
    percent integer not null,
    paid_tiyn bigint not null,
    finish_by date not null,
    delay_reason text,
    place text not null,
    latitude double precision,
    longitude double precision,
    note text not null,${IN_OFFICE},${keysOf('works_milestones')},
    constraint ck_works_milestones_percent check (percent between 0 and 100),
    constraint ck_works_milestones_paid check (paid_tiyn >= 0),
    constraint ck_works_milestones_place check ((latitude is null) = (longitude is null))
  )`,
  `create index ix_works_milestones_project_id on works_milestones (project_id, at)`,
  `create table scope_changes (
    id uuid not null,
    project_id uuid not null,
    before_kk text not null,
    before_ru text not null,
    after_kk text not null,
    after_ru text not null,
    reason_kk text not null,
    reason_ru text not null,${IN_OFFICE},${keysOf('scope_changes')}
  )`,
  `create index ix_scope_changes_project_id on scope_changes (project_id, at)`,
  `create table scope_changes_seen (
    scope_change_id uuid not null,
    seen_by uuid not null,
    at timestamptz not null,
    constraint pk_scope_changes_seen primary key (scope_change_id),
    constraint fk_scope_changes_seen_scope_change_id foreign key (scope_change_id) references scope_changes (id),
    constraint fk_scope_changes_seen_seen_by foreign key (seen_by) references residents (id)
  )`,
  `create table works_decisions (
    id uuid not null,
    project_id uuid not null,
    act text not null,
    reason_kk text not null,
    reason_ru text not null,${IN_OFFICE},${keysOf('works_decisions')},
    constraint ck_works_decisions_act check (act in ('postpone', 'resume', 'cancel')),
    constraint ck_works_decisions_reason check (trim(reason_kk) <> '' and trim(reason_ru) <> '')
  )`,
  `create index ix_works_decisions_project_id on works_decisions (project_id, at)`,
  `create table works_acceptances (
    id uuid not null,
    project_id uuid not null,
    act_number text not null,
    accepted_on date not null,
    warranty_until date not null,${IN_OFFICE},${keysOf('works_acceptances')},
    constraint uq_works_acceptances_project_id unique (project_id),
    constraint ck_works_acceptances_warranty check (warranty_until >= accepted_on)
  )`,
];

const REPORTS = [
  // One a day from each resident: what was not so yesterday may be built today.
  `create table resident_reports (
    id uuid not null,
    project_id uuid not null,
    resident_id uuid not null,
    verdict text not null,
    body text not null,
    language text not null,
    said_on date not null,
    at timestamptz not null,
    constraint pk_resident_reports primary key (id),
    constraint uq_resident_reports_one_a_day unique (project_id, resident_id, said_on),
    constraint fk_resident_reports_project_id foreign key (project_id) references works (project_id),
    constraint fk_resident_reports_resident_id foreign key (resident_id) references residents (id),
    constraint ck_resident_reports_verdict check (verdict in ('built', 'not-so')),
    constraint ck_resident_reports_language check (language in ('kk', 'ru'))
  )`,
  // The published document: its figures are what was said on that day.
  `create table quarterly_reports (
    round_id uuid not null,
    quarter_from date not null,
    quarter_until date not null,
    due_on date not null,
    published_on date not null,
    text_kk text not null,
    text_ru text not null,
    figures jsonb not null,${IN_OFFICE},
    constraint pk_quarterly_reports primary key (round_id, quarter_from),
    constraint fk_quarterly_reports_round_id foreign key (round_id) references rounds (id),
    constraint fk_quarterly_reports_by_person foreign key (by_person) references residents (id),
    constraint ck_quarterly_reports_over check (quarter_from < quarter_until and quarter_until < published_on)
  )`,
];

/** Acts are never changed or deleted, whoever asks. */
const KEPT = [
  ...[
    'works_contracts',
    'works_milestones',
    'scope_changes',
    'scope_changes_seen',
    'works_decisions',
    'works_acceptances',
    'resident_reports',
    'quarterly_reports',
  ].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  `create trigger tr_works_kept before delete or truncate on works
     for each statement execute function refuse_change()`,
];
