import { spawnSync } from 'node:child_process';
import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';

/**
 * A base copy of a server that goes on working; without `pg_basebackup`, which npm does not bring.
 *
 * @param copy a folder that is made
 */
export async function copyBase(server: EmbeddedPostgres, copy: string): Promise<void> {
  const client = new Client({ connectionString: server.urlOf('postgres') });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('base copy', true)`);
    // What vanishes meanwhile is in the log.
    copyWithOwners(join(server.dataFolder, 'postgres', 'cluster'), copy);
    const { rows } = await client.query<{ labelfile: string }>('select * from pg_backup_stop()');
    addFile(copy, 'backup_label', rows[0]!.labelfile);
  } finally {
    await client.end();
  }
  rmSync(join(copy, 'postmaster.pid'), { force: true });
}

/** The server's account owns its files, which is not this process where it is root. */
export function copyWithOwners(from: string, to: string): void {
  spawnSync('cp', ['-a', from, to]);
}

/** A file of the server's among its files. */
export function addFile(folder: string, name: string, text: string): void {
  const { uid, gid } = statSync(folder);
  writeFileSync(join(folder, name), text);
  chownSync(join(folder, name), uid, gid);
}
