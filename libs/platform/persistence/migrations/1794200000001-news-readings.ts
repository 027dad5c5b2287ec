import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a signer has read the news of the petitions that he or she signed. */
export class NewsReadings1794200000001 implements MigrationInterface {
  name = 'NewsReadings1794200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table news_readings (
      resident_id uuid not null,
      read_until timestamptz not null,
      constraint pk_news_readings primary key (resident_id),
      constraint fk_news_readings_resident_id foreign key (resident_id) references residents (id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table news_readings`);
  }
}
