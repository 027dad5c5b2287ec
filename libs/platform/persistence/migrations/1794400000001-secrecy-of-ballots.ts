import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes public of the ballots of a round besides the count. */
export class SecrecyOfBallots1794400000001 implements MigrationInterface {
  name = 'SecrecyOfBallots1794400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table rounds add column secrecy text not null default 'presence',
      add constraint ck_rounds_secrecy check (secrecy in ('presence', 'openings'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table rounds drop column secrecy`);
  }
}
