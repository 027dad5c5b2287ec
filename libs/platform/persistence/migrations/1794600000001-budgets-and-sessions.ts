import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Local budgets with their lines, amendments and opinions, and sessions that adopt them. */
export class BudgetsAndSessions1794600000001 implements MigrationInterface {
  name = 'BudgetsAndSessions1794600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...BUDGETS, ...SESSIONS, ...KEPT]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table budget_fates, decision_votes, maslikhat_decisions,
      session_attendance, maslikhat_sessions, budget_opinions, budget_amendments, budget_versions,
      budget_lines, budgets`);
    await runner.query(`drop function keep_adopted_lines()`);
  }
}

const IN_OFFICE = `
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

const BUDGETS = [
  `create table budgets (
    id uuid not null,
    territory_kato text not null,
    maslikhat_kato text not null,
    year integer not null,
    tier text not null,
    state text not null,
    revenues_tiyn bigint not null default 0,
    transfers_tiyn bigint not null default 0,
    net_lending_tiyn bigint not null default 0,
    financial_assets_tiyn bigint not null default 0,
    financing_tiyn bigint not null default 0,
    higher_signed_on date,
    agreed_minutes_id uuid,
    agreed_on date,
    submitted_on date,
    adopted_on date,
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_budgets primary key (id),
    constraint uq_budgets_one_a_year unique (territory_kato, year),
    constraint fk_budgets_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_budgets_maslikhat_kato foreign key (maslikhat_kato) references territories (kato),
    constraint fk_budgets_agreed_minutes_id foreign key (agreed_minutes_id) references minutes (id),
    constraint ck_budgets_tier check (tier in ('region', 'district', 'local')),
    constraint ck_budgets_state check (state in ('draft', 'agreed', 'submitted', 'returned', 'adopted')),
    constraint ck_budgets_submitted check (state not in ('submitted', 'adopted') or submitted_on is not null),
    constraint ck_budgets_agreed check
      (tier <> 'local' or state not in ('agreed', 'submitted', 'adopted') or agreed_on is not null),
    constraint ck_budgets_adopted check (state <> 'adopted' or adopted_on is not null)
  )`,
  `create index ix_budgets_maslikhat_kato on budgets (maslikhat_kato)`,
  `create table budget_lines (
    id uuid not null,
    budget_id uuid not null,
    number integer not null,
    title_kk text not null,
    title_ru text not null,
    functional_group text not null,
    programme text not null,
    administrator text not null,
    amount_tiyn bigint not null,
    funding text not null,
    origin_kind text not null,
    origin_id text,
    constraint pk_budget_lines primary key (id),
    constraint uq_budget_lines_number unique (budget_id, number),
    constraint uq_budget_lines_origin_once unique (origin_kind, origin_id),
    constraint fk_budget_lines_budget_id foreign key (budget_id) references budgets (id),
    constraint ck_budget_lines_amount check (amount_tiyn >= 0),
    constraint ck_budget_lines_funding check (funding in ('own', 'targeted-transfer', 'higher-credit', 'loan')),
    constraint ck_budget_lines_origin check
      ((origin_kind in ('project', 'minutes', 'petition')) = (origin_id is not null)),
    constraint ck_budget_lines_origin_kind check
      (origin_kind in ('project', 'minutes', 'petition', 'akimat', 'law'))
  )`,
  // Lines of an adopted budget change by a refinement alone, which names its budget first.
  `create function keep_adopted_lines() returns trigger language plpgsql as $$
  declare
    touched uuid := coalesce(new.budget_id, old.budget_id);
  begin
    if (select state from budgets where id = touched) in ('submitted', 'adopted')
       and coalesce(current_setting('qatysu.amended_budget', true), '') <> touched::text then
      raise exception 'lines of a submitted or adopted budget change by an amendment alone';
    end if;
    return coalesce(new, old);
  end $$`,
  `create trigger tr_budget_lines_kept before insert or update or delete on budget_lines
    for each row execute function keep_adopted_lines()`,
  // What a budget was at each act: compared, shown, never changed.
  `create table budget_versions (
    budget_id uuid not null,
    number integer not null,
    act text not null,
    sums jsonb not null,
    lines jsonb not null,${IN_OFFICE},
    constraint pk_budget_versions primary key (budget_id, number),
    constraint fk_budget_versions_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_budget_versions_by_person foreign key (by_person) references residents (id),
    constraint ck_budget_versions_act check (act in ('submitted', 'returned', 'adopted', 'refined'))
  )`,
  `create table budget_amendments (
    id uuid not null,
    budget_id uuid not null,
    changes jsonb not null,
    sources jsonb not null,
    revenue_fall_tiyn bigint not null,
    justification_kk text not null,
    justification_ru text not null,
    calculation text not null,
    needs_akim boolean not null,
    akim_agrees boolean,
    akim_by uuid,
    akim_at timestamptz,
    outcome text,
    decision_id uuid,${IN_OFFICE},
    constraint pk_budget_amendments primary key (id),
    constraint fk_budget_amendments_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_budget_amendments_by_person foreign key (by_person) references residents (id),
    constraint fk_budget_amendments_akim_by foreign key (akim_by) references residents (id),
    constraint ck_budget_amendments_akim check (num_nulls(akim_agrees, akim_by, akim_at) in (0, 3)),
    constraint ck_budget_amendments_outcome check (outcome in ('accepted', 'rejected'))
  )`,
  `create index ix_budget_amendments_budget_id on budget_amendments (budget_id)`,
  `create table budget_opinions (
    id uuid not null,
    budget_id uuid not null,
    commission_id uuid not null,
    line_number integer,
    amendment_id uuid,
    members integer not null,
    present integer not null,
    votes_for integer not null,
    votes_against integer not null,
    votes_abstained integer not null,
    opinion text not null,
    reasons_kk text not null,
    reasons_ru text not null,
    minority_kk text,
    minority_ru text,${IN_OFFICE},
    constraint pk_budget_opinions primary key (id),
    constraint fk_budget_opinions_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_budget_opinions_commission_id foreign key (commission_id) references commissions (id),
    constraint fk_budget_opinions_amendment_id foreign key (amendment_id) references budget_amendments (id),
    constraint fk_budget_opinions_by_person foreign key (by_person) references residents (id),
    constraint ck_budget_opinions_opinion check (opinion in ('for', 'against', 'none')),
    constraint ck_budget_opinions_votes check
      (present <= members and votes_for + votes_against + votes_abstained <= present)
  )`,
  `create index ix_budget_opinions_budget_id on budget_opinions (budget_id)`,
];

const SESSIONS = [
  `create table maslikhat_sessions (
    id uuid not null,
    maslikhat_kato text not null,
    number text not null,
    kind text not null,
    state text not null,
    notice_on date not null,
    materials_on date not null,
    session_on date not null,
    place_kk text not null,
    place_ru text not null,
    broadcast_url text,
    agenda jsonb not null,
    request jsonb,
    chair_id uuid,
    created_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint pk_maslikhat_sessions primary key (id),
    constraint uq_maslikhat_sessions_number unique (maslikhat_kato, number),
    constraint fk_maslikhat_sessions_maslikhat_kato foreign key (maslikhat_kato) references territories (kato),
    constraint fk_maslikhat_sessions_chair_id foreign key (chair_id) references mandates (id),
    constraint ck_maslikhat_sessions_kind check (kind in ('regular', 'extraordinary')),
    constraint ck_maslikhat_sessions_state check
      (state in ('convened', 'open', 'in-break', 'closed', 'cancelled')),
    constraint ck_maslikhat_sessions_notice check (notice_on < session_on and materials_on < session_on)
  )`,
  `create table session_attendance (
    session_id uuid not null,
    mandate_id uuid not null,
    constraint pk_session_attendance primary key (session_id, mandate_id),
    constraint fk_session_attendance_session_id foreign key (session_id) references maslikhat_sessions (id),
    constraint fk_session_attendance_mandate_id foreign key (mandate_id) references mandates (id)
  )`,
  `create table maslikhat_decisions (
    id uuid not null,
    session_id uuid not null,
    maslikhat_kato text not null,
    budget_id uuid not null,
    kind text not null,
    number text,
    decided_on date not null,
    text_kk text not null,
    text_ru text not null,
    reasons_kk text,
    reasons_ru text,
    deputies integer not null,
    present integer not null,
    quorum integer not null,
    required integer not null,
    by_chair boolean not null,${IN_OFFICE},
    constraint pk_maslikhat_decisions primary key (id),
    constraint uq_maslikhat_decisions_number unique (maslikhat_kato, number),
    constraint fk_maslikhat_decisions_session_id foreign key (session_id) references maslikhat_sessions (id),
    constraint fk_maslikhat_decisions_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_maslikhat_decisions_by_person foreign key (by_person) references residents (id),
    constraint ck_maslikhat_decisions_kind check (kind in ('adoption', 'refinement', 'return')),
    constraint ck_maslikhat_decisions_number check ((kind = 'return') or (trim(number) <> '')),
    constraint ck_maslikhat_decisions_reasons check
      (kind <> 'return' or (trim(reasons_kk) <> '' and trim(reasons_ru) <> '')),
    constraint ck_maslikhat_decisions_quorum check (present >= quorum and present <= deputies)
  )`,
  // A budget is adopted once; what follows are refinements.
  `create unique index uq_maslikhat_decisions_adoption on maslikhat_decisions (budget_id)
     where kind = 'adoption'`,
  `create table decision_votes (
    decision_id uuid not null,
    mandate_id uuid not null,
    side text not null,
    constraint pk_decision_votes primary key (decision_id, mandate_id),
    constraint fk_decision_votes_decision_id foreign key (decision_id) references maslikhat_decisions (id),
    constraint fk_decision_votes_mandate_id foreign key (mandate_id) references mandates (id),
    constraint ck_decision_votes_side check (side in ('for', 'against', 'abstained'))
  )`,
  `create table budget_fates (
    id uuid not null,
    budget_id uuid not null,
    project_id uuid not null,
    fate text not null,
    reason_kk text not null,
    reason_ru text not null,${IN_OFFICE},
    constraint pk_budget_fates primary key (id),
    constraint fk_budget_fates_budget_id foreign key (budget_id) references budgets (id),
    constraint fk_budget_fates_project_id foreign key (project_id) references proposals (id),
    constraint fk_budget_fates_by_person foreign key (by_person) references residents (id),
    constraint ck_budget_fates_fate check (fate in ('postponed', 'reduced', 'cancelled'))
  )`,
  `create index ix_budget_fates_budget_id on budget_fates (budget_id)`,
];

/** Acts are never changed or deleted, whoever asks. */
const KEPT = [
  ...[
    'budget_versions',
    'budget_opinions',
    'maslikhat_decisions',
    'decision_votes',
    'budget_fates',
  ].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  ...['budgets', 'budget_amendments', 'maslikhat_sessions'].map(
    (table) => `create trigger tr_${table}_kept before delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
