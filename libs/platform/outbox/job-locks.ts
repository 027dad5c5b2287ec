import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Locks of one process's jobs, all held by one connection: jobs are more than a pool has connections,
 * and each needs its own for its work. When the connection is lost its locks are free, and another
 * process may begin the same job: jobs bear that.
 */
export class JobLocks {
  private runner: QueryRunner | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** False where another process does the job. */
  async take(name: string): Promise<boolean> {
    const [row] = await this.ask<{ taken: boolean }>(
      `select pg_try_advisory_lock(hashtext($1)) as taken`,
      [name],
    );
    return row?.taken ?? false;
  }

  async giveBack(name: string): Promise<void> {
    await this.ask(`select pg_advisory_unlock(hashtext($1))`, [name]);
  }

  /** Gives the connection back, with no lock on it. */
  async close(): Promise<void> {
    await this.turn;
    await this.drop();
  }

  /** One statement after another: a connection takes no two at once. */
  private ask<Row>(statement: string, parameters: readonly string[]): Promise<Row[]> {
    const answer = this.turn.then(() => this.query<Row>(statement, parameters));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async query<Row>(statement: string, parameters: readonly string[]): Promise<Row[]> {
    this.runner ??= this.dataSource.createQueryRunner();
    try {
      return (await this.runner.query(statement, [...parameters])) as Row[];
    } catch (error) {
      await this.drop();
      throw error;
    }
  }

  private async drop(): Promise<void> {
    const { runner } = this;
    this.runner = null;
    await runner?.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    await runner?.release();
  }
}
