import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';

/**
 * A second server on this machine that follows the first one over loopback, made of a base copy.
 *
 * @param settings beside what following needs: `recovery_min_apply_delay=5s`
 */
export async function startFollower(
  primary: EmbeddedPostgres,
  settings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-follower-'));
  // As root the server runs as another account, which has to pass through.
  chmodSync(folder, 0o755);
  const copy = join(folder, 'postgres', 'cluster');
  mkdirSync(join(folder, 'postgres'));
  copyFileSync(join(primary.dataFolder, 'postgres.password'), join(folder, 'postgres.password'));
  await copyFiles(primary, copy);
  const url = primary.urlOf('postgres').replace(/\/postgres$/, '?application_name=follower');
  return EmbeddedPostgres.start(folder, [`primary_conninfo=${url}`, ...settings]);
}

/** A base copy while the server goes on working; without `pg_basebackup`, which npm does not bring. */
async function copyFiles(primary: EmbeddedPostgres, copy: string): Promise<void> {
  const client = new Client({ connectionString: primary.urlOf('postgres') });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('follower', true)`);
    // With its owners, who are not this process where it is root. What vanishes meanwhile is in the log.
    spawnSync('cp', ['-a', join(primary.dataFolder, 'postgres', 'cluster'), copy]);
    const { rows } = await client.query<{ labelfile: string }>('select * from pg_backup_stop()');
    addFile(copy, 'backup_label', rows[0]!.labelfile);
  } finally {
    await client.end();
  }
  rmSync(join(copy, 'postmaster.pid'), { force: true });
  addFile(copy, 'standby.signal', '');
}

function addFile(folder: string, name: string, text: string): void {
  const { uid, gid } = statSync(folder);
  writeFileSync(join(folder, name), text);
  chownSync(join(folder, name), uid, gid);
}
