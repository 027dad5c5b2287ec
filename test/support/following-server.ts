import { chmodSync, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { addFile, copyBase } from './base-copy.js';

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
  await copyBase(primary, copy);
  addFile(copy, 'standby.signal', '');
  const url = primary.urlOf('postgres').replace(/\/postgres$/, '?application_name=follower');
  return EmbeddedPostgres.start(folder, [`primary_conninfo=${url}`, ...settings]);
}
