import { DataSource, type DataSourceOptions, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { earlier, publicReading } from './public-reading.js';
import type { Replica } from './replica.js';

/**
 * The primary, and beside it a replica for {@link readPublicly}. Transactions, and every question
 * outside public reading, go to the primary; public questions too while the replica is away or late.
 */
export class FollowedDataSource extends DataSource {
  constructor(
    options: DataSourceOptions,
    private readonly replica: Replica,
  ) {
    super(options);
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    await this.replica.follow((statement) => super.query(statement));
    return this;
  }

  override async destroy(): Promise<void> {
    await this.replica.close();
    await super.destroy();
  }

  override async query<T>(
    statement: string,
    parameters?: unknown[] | ObjectLiteral,
    queryRunner?: QueryRunner,
  ): Promise<T> {
    const rows = queryRunner ? null : await this.askReplica(statement, parameters);
    return (rows as T) ?? super.query<T>(statement, parameters, queryRunner);
  }

  private async askReplica(statement: string, parameters: unknown): Promise<unknown[] | null> {
    const reading = publicReading();
    const asOf = reading ? this.replica.asOf() : null;
    if (!reading || !asOf) return null;
    const rows = await this.replica.query(statement, (parameters ?? []) as unknown[]);
    if (rows) reading.asOf = earlier(reading.asOf, asOf);
    return rows;
  }
}
