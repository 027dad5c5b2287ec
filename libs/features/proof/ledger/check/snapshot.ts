import type { DataSource, QueryRunner } from 'typeorm';

/** Rows that are fetched at once. */
const PAGE = 2_000;

/** The database as it was at one moment, while people go on working. */
export class Snapshot {
  private cursors = 0;

  private constructor(private readonly runner: QueryRunner) {}

  static async over<T>(dataSource: DataSource, work: (snapshot: Snapshot) => Promise<T>) {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query(`begin isolation level repeatable read, read only`);
      // Nobody waits for a check, and it may take its time.
      await runner.query(`set local statement_timeout = 0`);
      await runner.query(`set local idle_in_transaction_session_timeout = 0`);
      const result = await work(new Snapshot(runner));
      await runner.query('rollback');
      return result;
    } finally {
      await runner.release();
    }
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.runner.query(sql, [...values]);
  }

  /** All rows of a question, a page at a time: memory does not grow with them. */
  async *rows<Row>(sql: string): AsyncGenerator<Row> {
    const name = `rows_${(this.cursors += 1)}`;
    await this.runner.query(`declare ${name} no scroll cursor for ${sql}`);
    for (;;) {
      const page: Row[] = await this.runner.query(`fetch ${PAGE} from ${name}`);
      yield* page;
      if (page.length < PAGE) break;
    }
    await this.runner.query(`close ${name}`);
  }
}
