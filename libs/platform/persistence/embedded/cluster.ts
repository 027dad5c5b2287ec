import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountForServer, homeOfServer, type Account } from './account.js';
import { giveTo, prepareBinaries } from './binaries.js';

const USER = 'qatysu';

/** The files of one server: where they lie, with what they run, and as whom. */
export interface Cluster {
  readonly binaries: string;
  readonly files: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account | null;
}

/** The cluster of a data folder, initialised when it is not there yet. */
export function openCluster(dataFolder: string): Cluster {
  const account = accountForServer();
  const home = homeOfServer(dataFolder, account);
  const binaries = prepareBinaries(home, account);
  const passwordFile = join(dataFolder, 'postgres.password');
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  const cluster: Cluster = {
    binaries,
    files: join(home, 'cluster'),
    log: join(dataFolder, 'postgres.log'),
    password: readFileSync(passwordFile, 'utf8'),
    account,
  };
  if (!existsSync(join(cluster.files, 'PG_VERSION'))) initialise(cluster);
  return cluster;
}

/** The server's process by its own pid file; null when it left none. */
export function pidOf(cluster: Cluster): number | null {
  const file = join(cluster.files, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** The port that the running server wrote down. */
export function portOf(cluster: Cluster): number {
  return Number(readFileSync(join(cluster.files, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** The account to spawn the server's programs as. */
export function identityOf(cluster: Cluster): { uid?: number; gid?: number } {
  return cluster.account ? { uid: cluster.account.uid, gid: cluster.account.gid } : {};
}

/** Builtin C.UTF-8: with plain C, case folding and trigrams of Cyrillic words break. */
function initialise(cluster: Cluster): void {
  rmSync(cluster.files, { recursive: true, force: true });
  mkdirSync(cluster.files, { mode: 0o700 });
  giveTo(cluster.files, cluster.account);
  const passwordFile = join(cluster.files, '..', `init-${process.pid}.password`);
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  giveTo(passwordFile, cluster.account);
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', cluster.files, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const run = spawnSync(
    join(cluster.binaries, 'bin', 'initdb'),
    [...args, '--data-checksums', '-E', 'UTF8', ...locale],
    { ...identityOf(cluster), cwd: join(cluster.files, '..'), encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (run.status === 0) return;
  rmSync(cluster.files, { recursive: true, force: true });
  throw new Error(`initdb failed: ${run.error?.message ?? run.stderr}`);
}
