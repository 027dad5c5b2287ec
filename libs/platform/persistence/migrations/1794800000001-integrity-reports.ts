import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood out in a voting, written once after its close by thresholds known before it. */
export class IntegrityReports1794800000001 implements MigrationInterface {
  name = 'IntegrityReports1794800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table integrity_reports (
        round_id uuid not null,
        thresholds jsonb not null,
        figures jsonb not null,
        findings jsonb not null,
        written_at timestamptz not null default clock_timestamp(),
        constraint pk_integrity_reports primary key (round_id),
        constraint fk_integrity_reports_round_id foreign key (round_id) references rounds (id)
      )`);
    await runner.query(`
      create trigger tr_integrity_reports_append_only before update or delete or truncate on integrity_reports
      for each statement execute function refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table integrity_reports`);
  }
}
