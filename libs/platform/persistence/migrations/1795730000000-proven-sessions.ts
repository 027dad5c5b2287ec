import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How and when the person of a session was proven, where it is used from, and its whole term. Only
 * fast steps: the defaults come after the columns, so that no row is written anew, and a portal of
 * the release before opens sessions as it did.
 */
export class ProvenSessions1795730000000 implements MigrationInterface {
  name = 'ProvenSessions1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions drop column id, drop column ends_at, drop column used_at,
        drop column proven_at, drop column assurances, drop column device`);
  }
}

const STATEMENTS = [
  `alter table sessions
     add column id uuid,
     add column ends_at timestamptz,
     add column used_at timestamptz,
     add column proven_at timestamptz,
     add column assurances text[] not null default '{}',
     add column device text`,
  `alter table sessions
     alter column id set default gen_random_uuid(),
     alter column proven_at set default clock_timestamp()`,
  `update sessions set id = gen_random_uuid()
   where revoked_at is null and expires_at > clock_timestamp()`,
];
