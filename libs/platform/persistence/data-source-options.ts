import type { DataSourceOptions, LoggerOptions } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { reach } from './hosts/reach.js';
import { MIGRATIONS } from './migrations.js';
import { ReadableNames } from './naming-strategy.js';

export interface DatabaseSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly logging?: LoggerOptions;
  /** How long to wait for a connection; short where a person waits for the answer. */
  readonly connectTimeoutMs?: number;
  readonly onPoolError: (error: unknown) => void;
}

const CONNECT_TIMEOUT_MS = 1_500;
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 1_500;
/** An idle connection to a machine that is gone is noticed this soon after, and not in two hours. */
const KEEP_ALIVE_MS = 10_000;

/** How every process of Qatysu reaches PostgreSQL: bounded waits, readable names, no synchronize. */
export function dataSourceOptions(
  settings: DatabaseSettings,
): PostgresDataSourceOptions & DataSourceOptions {
  const reached = reach(settings.url);
  return {
    type: 'postgres',
    url: reached.connectionString,
    poolSize: settings.poolSize,
    namingStrategy: new ReadableNames(),
    synchronize: false,
    logging: settings.logging ?? false,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    // Without a listener a stop of the database would end this process.
    poolErrorHandler: settings.onPoolError,
    applicationName: 'qatysu',
    extra: {
      Client: reached.Client,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      connectionTimeoutMillis: settings.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    },
  };
}
