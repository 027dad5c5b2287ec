import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of an akim's dismissal: every act with its day, its last day, its votes by name. */
export class Dismissals1794900000000 implements MigrationInterface {
  name = 'Dismissals1794900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tr_dismissals_kept on dismissals`);
    await runner.query(`drop table dismissal_votes, dismissal_acts`);
    await runner.query(
      `alter table dismissals drop column akim_id, drop column repeats_id, drop column step_by`,
    );
  }
}

const STATEMENTS = [
  // About whom: after a change of the akim an earlier refusal of the superior one binds nobody.
  `alter table dismissals
     add column akim_id uuid,
     add column repeats_id uuid,
     add column step_by date,
     add constraint fk_dismissals_akim_id foreign key (akim_id) references residents (id),
     add constraint fk_dismissals_repeats_id foreign key (repeats_id) references dismissals (id)`,
  `create index ix_dismissals_maslikhat_kato on dismissals (maslikhat_kato)`,
  `create index ix_dismissals_minutes_id on dismissals (minutes_id)`,
  `create table dismissal_acts (
    id uuid not null,
    dismissal_id uuid not null,
    number integer not null,
    act text not null,
    state text not null,
    acted_on date not null,
    step_by date,
    deputies uuid[] not null default '{}',
    of_deputies integer,
    required integer,
    session_id uuid,
    present integer,
    quorum integer,
    act_number text,
    text_kk text not null default '',
    text_ru text not null default '',
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null,
    constraint pk_dismissal_acts primary key (id),
    constraint uq_dismissal_acts_number unique (dismissal_id, number),
    constraint fk_dismissal_acts_dismissal_id foreign key (dismissal_id) references dismissals (id),
    constraint fk_dismissal_acts_session_id foreign key (session_id) references maslikhat_sessions (id),
    constraint fk_dismissal_acts_by_person foreign key (by_person) references residents (id),
    constraint ck_dismissal_acts_vote check
      ((act in ('adopt', 'adopt-again', 'reject')) = (session_id is not null)),
    constraint ck_dismissal_acts_quorum check (session_id is null or present >= quorum)
  )`,
  `create table dismissal_votes (
    act_id uuid not null,
    mandate_id uuid not null,
    side text not null,
    constraint pk_dismissal_votes primary key (act_id, mandate_id),
    constraint fk_dismissal_votes_act_id foreign key (act_id) references dismissal_acts (id),
    constraint fk_dismissal_votes_mandate_id foreign key (mandate_id) references mandates (id),
    constraint ck_dismissal_votes_side check (side in ('for', 'against', 'abstained'))
  )`,
  ...['dismissal_acts', 'dismissal_votes'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  `create trigger tr_dismissals_kept before delete or truncate on dismissals
     for each statement execute function refuse_change()`,
];
