import { readConfig } from '#platform/config/config.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { CommandFailed } from '../command-failed.js';
import type { ReplayServer } from './scratch-server.js';

/**
 * A server that runs already. Its database is found as the server itself finds it: by DATABASE_URL,
 * or by the data folder of its embedded PostgreSQL; the key of pseudonyms lies in the same place.
 */
export function findRunningServer(baseUrl: string): ReplayServer {
  const config = readConfig(process.env);
  const databaseUrl = config.databaseUrl ?? EmbeddedPostgres.findUrl(config.dataFolder, 'qatysu');
  if (databaseUrl === null)
    throw new CommandFailed(
      `The database of ${baseUrl} was not found: set DATABASE_URL or QATYSU_DATA as it has them`,
    );
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    config: { ...config, databaseUrl },
    close: () => Promise.resolve(),
  };
}
