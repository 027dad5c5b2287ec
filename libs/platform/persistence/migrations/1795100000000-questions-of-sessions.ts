import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions on every question of a session, materials, publications and breaks. */
export class QuestionsOfSessions1795100000000 implements MigrationInterface {
  name = 'QuestionsOfSessions1795100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DECISIONS, ...TABLES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const DECISIONS = [
  // A decision is about a budget or about a numbered question of the agenda, never about both.
  `alter table maslikhat_decisions alter column budget_id drop not null`,
  `alter table maslikhat_decisions add column question integer`,
  `alter table maslikhat_decisions drop constraint ck_maslikhat_decisions_kind`,
  `alter table maslikhat_decisions add constraint ck_maslikhat_decisions_kind
     check (kind in ('adoption', 'refinement', 'return', 'resolution', 'rejection'))`,
  `alter table maslikhat_decisions drop constraint ck_maslikhat_decisions_number`,
  `alter table maslikhat_decisions add constraint ck_maslikhat_decisions_number
     check (kind in ('return', 'rejection') or (number is not null and trim(number) <> ''))`,
  `alter table maslikhat_decisions add constraint ck_maslikhat_decisions_about
     check (num_nonnulls(budget_id, question) = 1
       and (question is not null) = (kind in ('resolution', 'rejection')))`,
  `create unique index uq_maslikhat_decisions_question on maslikhat_decisions (session_id, question)
     where question is not null`,
  `create index ix_maslikhat_decisions_budget_id on maslikhat_decisions (budget_id)`,
  `alter table maslikhat_sessions add column paused_on date`,
];

const IN_OFFICE = `
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null`;

const TABLES = [
  `create table session_materials (
    id uuid not null,
    session_id uuid not null,
    question integer not null,
    title_kk text not null,
    title_ru text not null,
    handed_on date not null,
    link text,${IN_OFFICE},
    constraint pk_session_materials primary key (id),
    constraint fk_session_materials_session_id foreign key (session_id) references maslikhat_sessions (id),
    constraint fk_session_materials_by_person foreign key (by_person) references residents (id),
    constraint ck_session_materials_question check (question > 0)
  )`,
  `create index ix_session_materials_session_id on session_materials (session_id)`,
  `create table decision_publications (
    decision_id uuid not null,
    published_on date not null,
    url text,
    place text not null,${IN_OFFICE},
    constraint pk_decision_publications primary key (decision_id),
    constraint fk_decision_publications_decision_id foreign key (decision_id) references maslikhat_decisions (id),
    constraint fk_decision_publications_by_person foreign key (by_person) references residents (id),
    constraint ck_decision_publications_place check (url is not null or trim(place) <> '')
  )`,
  ...['session_materials', 'decision_publications'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];

const BACK = [
  `drop table decision_publications, session_materials`,
  `alter table maslikhat_sessions drop column paused_on`,
  `drop index ix_maslikhat_decisions_budget_id`,
  `drop index uq_maslikhat_decisions_question`,
  `alter table maslikhat_decisions drop constraint ck_maslikhat_decisions_about`,
  `alter table maslikhat_decisions drop constraint ck_maslikhat_decisions_number`,
  `alter table maslikhat_decisions add constraint ck_maslikhat_decisions_number
     check ((kind = 'return') or (trim(number) <> ''))`,
  `alter table maslikhat_decisions drop constraint ck_maslikhat_decisions_kind`,
  `alter table maslikhat_decisions add constraint ck_maslikhat_decisions_kind
     check (kind in ('adoption', 'refinement', 'return'))`,
  `alter table maslikhat_decisions drop column question`,
  `alter table maslikhat_decisions alter column budget_id set not null`,
];
