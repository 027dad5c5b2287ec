import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/** A small plain connection, for commands and tests that need no application. */
export async function connect(url: string, poolSize = 4): Promise<DataSource> {
  const options = dataSourceOptions({ url, poolSize, onPoolError: () => undefined });
  return new DataSource(options).initialize();
}
