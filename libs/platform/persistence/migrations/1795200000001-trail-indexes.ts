import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What trails look for by another key than the one it is stored under. */
export class TrailIndexes1795200000001 implements MigrationInterface {
  name = 'TrailIndexes1795200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_budget_fates_project_id on budget_fates (project_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_budget_fates_project_id`);
  }
}
