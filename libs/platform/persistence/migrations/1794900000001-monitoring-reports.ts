import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What commissions of local communities found, half-year by half-year. */
export class MonitoringReports1794900000001 implements MigrationInterface {
  name = 'MonitoringReports1794900000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table monitoring_reports`);
  }
}

const STATEMENTS = [
  // Names as they were on the day of signing; the signed paper lies beside it.
  `create table monitoring_reports (
    id uuid not null,
    body_id uuid not null,
    territory_kato text not null,
    period_from date not null,
    period_until date not null,
    signed_on date not null,
    signers jsonb not null,
    findings_kk text not null,
    findings_ru text not null,
    recommendations_kk text not null,
    recommendations_ru text not null,
    by_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    at timestamptz not null,
    constraint pk_monitoring_reports primary key (id),
    constraint uq_monitoring_reports_one_a_period unique (body_id, period_from),
    constraint fk_monitoring_reports_body_id foreign key (body_id) references bodies (id),
    constraint fk_monitoring_reports_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_monitoring_reports_by_person foreign key (by_person) references residents (id),
    constraint ck_monitoring_reports_period check (period_until > period_from and signed_on >= period_from)
  )`,
  `create index ix_monitoring_reports_territory_kato on monitoring_reports (territory_kato)`,
  `create trigger tr_monitoring_reports_append_only before update or delete or truncate
     on monitoring_reports for each statement execute function refuse_change()`,
];
