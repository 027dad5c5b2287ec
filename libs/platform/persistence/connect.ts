import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/** A start or a command can wait longer than a person at a page. */
const PATIENCE_MS = 15_000;

/** A small plain connection, for commands and tests that need no application. */
export async function connect(url: string, poolSize = 4): Promise<DataSource> {
  const options = dataSourceOptions({
    url,
    poolSize,
    onPoolError: () => undefined,
    connectTimeoutMs: PATIENCE_MS,
  });
  return new DataSource(options).initialize();
}
