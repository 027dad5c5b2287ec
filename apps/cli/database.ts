import type { Config } from '#platform/config/config.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';

/** The database a command works on, and how to let go of it. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  close(): Promise<void>;
}

const EMBEDDED_SETTINGS = ['shared_buffers=256MB', 'max_connections=60', 'max_wal_size=2GB'];

/** The external PostgreSQL of the configuration, or the embedded one, started. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl)
    return { url: config.databaseUrl, embedded: false, close: () => Promise.resolve() };
  const server = await EmbeddedPostgres.start(config.dataFolder, EMBEDDED_SETTINGS);
  const url = await server.createDatabase('qatysu');
  return { url, embedded: true, close: () => server.stop() };
}

/** As {@link openDatabase}; an embedded server that a running portal owns is visited, not owned. */
export async function visitDatabase(config: Config): Promise<OpenDatabase> {
  const running = config.databaseUrl ? null : EmbeddedPostgres.findUrl(config.dataFolder, 'qatysu');
  if (running === null) return openDatabase(config);
  return { url: running, embedded: true, close: () => Promise.resolve() };
}
