import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of decisions: links, the akim’s answers, reports heard, initiatives to dismiss an akim. */
export class DecisionsOfCommunities1794300000002 implements MigrationInterface {
  name = 'DecisionsOfCommunities1794300000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...AFTERWARDS, ...APPEND_ONLY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table dismissals, heard_reports, akim_answer_acts, community_decisions, decision_links`,
    );
  }
}

const AFTERWARDS = [
  // Decisions taken over from frozen minutes, with what they decide on; the budget's dossier reads them.
  `create table decision_links (
    minutes_id uuid not null,
    item integer not null,
    place integer not null,
    kind text not null,
    object_id text not null,
    amount_tiyn bigint,
    constraint pk_decision_links primary key (minutes_id, item, place),
    constraint fk_decision_links_minutes_id foreign key (minutes_id) references minutes (id),
    constraint ck_decision_links_amount check (amount_tiyn > 0)
  )`,
  `create index ix_decision_links_object on decision_links (kind, object_id)`,
  // Where each decision stands with the akim; follows the recorded acts.
  `create table community_decisions (
    minutes_id uuid not null,
    item integer not null,
    state text not null,
    handed_on date,
    answer_by date,
    discussed_on date,
    superior_by date,
    overdue_noted_at timestamptz,
    version integer not null default 1,
    constraint pk_community_decisions primary key (minutes_id, item),
    constraint fk_community_decisions_minutes_id foreign key (minutes_id) references minutes (id)
  )`,
  `create table akim_answer_acts (
    id uuid not null,
    minutes_id uuid not null,
    item integer not null,
    act text not null,
    acted_on date not null,
    reasons_kk text not null default '',
    reasons_ru text not null default '',
    link text,
    person_id uuid not null,
    role text not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null,
    constraint pk_akim_answer_acts primary key (id),
    constraint fk_akim_answer_acts_decision foreign key (minutes_id, item)
      references community_decisions (minutes_id, item),
    constraint fk_akim_answer_acts_person_id foreign key (person_id) references residents (id)
  )`,
  `create index ix_akim_answer_acts_decision on akim_answer_acts (minutes_id, item)`,
  // Yearly reports to the population, as heard: approved or not.
  `create table heard_reports (
    minutes_id uuid not null,
    item integer not null,
    kind text not null,
    territory_kato text not null,
    heard_on date not null,
    approved boolean not null,
    report_url text,
    constraint pk_heard_reports primary key (minutes_id, item),
    constraint fk_heard_reports_minutes_id foreign key (minutes_id) references minutes (id),
    constraint fk_heard_reports_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_heard_reports_kind check (kind in ('akim', 'maslikhat'))
  )`,
  `create index ix_heard_reports_territory_kato on heard_reports (territory_kato)`,
  `create table dismissals (
    id uuid not null,
    territory_kato text not null,
    maslikhat_kato text not null,
    ground text not null,
    minutes_id uuid,
    state text not null,
    since date not null,
    raised_on date not null,
    version integer not null default 1,
    constraint pk_dismissals primary key (id),
    constraint fk_dismissals_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_dismissals_maslikhat_kato foreign key (maslikhat_kato) references territories (kato),
    constraint fk_dismissals_minutes_id foreign key (minutes_id) references minutes (id),
    constraint ck_dismissals_ground check (ground in ('assembly-initiative', 'refused-reports'))
  )`,
  `create unique index uq_dismissals_one_at_a_time on dismissals (territory_kato)
     where state in ('raised', 'signatures', 'under-check', 'before-session', 'proposed', 'binding')`,
];

const APPEND_ONLY = ['decision_links', 'akim_answer_acts', 'heard_reports'].map(
  (table) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
);
