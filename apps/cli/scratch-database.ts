import { randomBytes } from 'node:crypto';
import { databaseBeside } from '#platform/persistence/hosts/host-list.js';
import { clientFor } from '#platform/persistence/hosts/reach.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';

/** An empty database for one piece of work. */
export interface ScratchDatabase {
  readonly url: string;
  close(keep: boolean): Promise<void>;
}

const SETTINGS = ['shared_buffers=256MB', 'max_connections=60', 'max_wal_size=2GB'];

/** On the server of DATABASE_URL where it is set, else on an embedded one in the folder. */
export async function openScratchDatabase(folder: string): Promise<ScratchDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server) return besideExisting(server);
  const embedded = await EmbeddedPostgres.start(folder, SETTINGS);
  const url = await embedded.createDatabase('qatysu');
  return { url, close: () => embedded.stop() };
}

/** As {@link openScratchDatabase}, and nothing is left of it anywhere afterwards. */
export async function openPassingDatabase(): Promise<ScratchDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server) return besideExisting(server);
  const embedded = await EmbeddedPostgres.startScratch(SETTINGS);
  const url = await embedded.createDatabase('qatysu');
  return { url, close: () => embedded.remove() };
}

async function besideExisting(server: string): Promise<ScratchDatabase> {
  const name = `qatysu_scratch_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database "${name}"`);
  const drop = (): Promise<void> => onServer(server, `drop database "${name}" with (force)`);
  return {
    url: databaseBeside(server, name),
    close: (keep) => (keep ? Promise.resolve() : drop()),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = clientFor(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
