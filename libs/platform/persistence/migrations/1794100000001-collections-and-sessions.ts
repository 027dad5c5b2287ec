import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deputy does around a collection: co-deputies, news, the way to the session or to an inquiry. */
export class CollectionsAndSessions1794100000001 implements MigrationInterface {
  name = 'CollectionsAndSessions1794100000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLLECTIONS, ...SESSIONS, ...ONE_SOURCE])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table role_holdings drop constraint ck_role_holdings_no_deputy`);
    await runner.query(`alter table inquiries drop column petition_id`);
    await runner.query(`drop table session_requests, petition_news, co_deputies`);
  }
}

const COLLECTIONS = [
  `create table co_deputies (
    petition_id uuid not null,
    mandate_id uuid not null,
    joined_at timestamptz not null,
    constraint pk_co_deputies primary key (petition_id, mandate_id),
    constraint fk_co_deputies_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_co_deputies_mandate_id foreign key (mandate_id) references mandates (id)
  )`,
  `create table petition_news (
    id uuid not null,
    petition_id uuid not null,
    title_kk text not null,
    title_ru text not null,
    body_kk text not null,
    body_ru text not null,
    at timestamptz not null,
    constraint pk_petition_news primary key (id),
    constraint fk_petition_news_petition_id foreign key (petition_id) references petitions (id)
  )`,
  `create index ix_petition_news_petition_id on petition_news (petition_id)`,
];

const SESSIONS = [
  // Where the maslikhat's sessions will find what deputies have brought to them.
  `create table session_requests (
    id uuid not null,
    petition_id uuid not null,
    mandate_id uuid not null,
    territory_kato text not null,
    proposal_kk text not null,
    proposal_ru text not null,
    signatures integer not null,
    at timestamptz not null,
    constraint pk_session_requests primary key (id),
    constraint uq_session_requests_once unique (petition_id),
    constraint fk_session_requests_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_session_requests_mandate_id foreign key (mandate_id) references mandates (id),
    constraint fk_session_requests_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_session_requests_signatures check (signatures > 0)
  )`,
  `alter table inquiries add column petition_id uuid
     constraint fk_inquiries_petition_id references petitions (id)`,
  ...['petition_news', 'session_requests'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];

const ONE_SOURCE = [
  `delete from role_holdings where role = 'deputy'`,
  `alter table role_holdings add constraint ck_role_holdings_no_deputy check (role <> 'deputy')`,
];
