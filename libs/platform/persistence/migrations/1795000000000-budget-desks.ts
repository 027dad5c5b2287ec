import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What desks around a budget enter: imports, hearings, the plan of a quarter, execution. */
export class BudgetDesks1795000000000 implements MigrationInterface {
  name = 'BudgetDesks1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...COLUMNS, ...KEPT]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table budget_amendments drop column akim_reasons_kk,
      drop column akim_reasons_ru`);
    await runner.query(`drop table budget_executions, budget_quarterly_plans,
      budget_hearing_protocols, budget_hearings, budget_imports`);
  }
}

const IN_OFFICE = `
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

const OF_BUDGET = (table: string) => `
    constraint fk_${table}_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_${table}_by_person foreign key (by_person) references residents (id)`;

const TABLES = [
  // A file that was read and shown, until it is taken or another one is sent.
  `create table budget_imports (
    id uuid not null,
    budget_id uuid not null,
    by_person uuid not null,
    budget_version integer not null,
    replaces boolean not null,
    lines jsonb not null,
    made_at timestamptz not null,
    constraint pk_budget_imports primary key (id),
    constraint uq_budget_imports_one_a_person unique (budget_id, by_person),${OF_BUDGET('budget_imports')}
  )`,
  `create table budget_hearings (
    id uuid not null,
    budget_id uuid not null,
    commission_id uuid not null,
    starts_at timestamptz not null,
    place_kk text not null,
    place_ru text not null,
    notice_kk text not null,
    notice_ru text not null,${IN_OFFICE},
    constraint pk_budget_hearings primary key (id),
    constraint fk_budget_hearings_commission_id foreign key (commission_id) references commissions (id),
    constraint ck_budget_hearings_ahead check (starts_at > at),${OF_BUDGET('budget_hearings')}
  )`,
  `create index ix_budget_hearings_budget_id on budget_hearings (budget_id)`,
  `create table budget_hearing_protocols (
    hearing_id uuid not null,
    attended integer not null,
    summary_kk text not null,
    summary_ru text not null,
    remarks jsonb not null,${IN_OFFICE},
    constraint pk_budget_hearing_protocols primary key (hearing_id),
    constraint fk_budget_hearing_protocols_hearing_id foreign key (hearing_id) references budget_hearings (id),
    constraint fk_budget_hearing_protocols_by_person foreign key (by_person) references residents (id),
    constraint ck_budget_hearing_protocols_attended check (attended >= 0)
  )`,
  // A mistake is mended by a later act, which stands beside the first.
  `create table budget_quarterly_plans (
    id uuid not null,
    budget_id uuid not null,
    amount_tiyn bigint not null,
    act_number text not null,
    act_on date not null,${IN_OFFICE},
    constraint pk_budget_quarterly_plans primary key (id),
    constraint ck_budget_quarterly_plans_amount check (amount_tiyn > 0),
    constraint ck_budget_quarterly_plans_number check (trim(act_number) <> ''),${OF_BUDGET('budget_quarterly_plans')}
  )`,
  `create index ix_budget_quarterly_plans_budget_id on budget_quarterly_plans (budget_id)`,
  // Sums paid from the beginning of the year to the end of a quarter; the last one entered holds.
  `create table budget_executions (
    id uuid not null,
    budget_id uuid not null,
    quarter integer not null,
    lines jsonb not null,${IN_OFFICE},
    constraint pk_budget_executions primary key (id),
    constraint ck_budget_executions_quarter check (quarter between 1 and 4),${OF_BUDGET('budget_executions')}
  )`,
  `create index ix_budget_executions_budget_id on budget_executions (budget_id)`,
];

const COLUMNS = [
  `alter table budget_amendments add column akim_reasons_kk text, add column akim_reasons_ru text`,
];

/** Acts are never changed or deleted, whoever asks. */
const KEPT = [
  'budget_hearings',
  'budget_hearing_protocols',
  'budget_quarterly_plans',
  'budget_executions',
].map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
