import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { accountForServer, homeOfServer, type Account } from './account.js';
import { giveTo, prepareBinaries } from './binaries.js';
import { isAlive, OwnerLock } from './owner-lock.js';

const START_TIMEOUT_MS = 30_000;
const USER = 'qatysu';

/**
 * A real PostgreSQL from the npm package, in a data folder that one process owns.
 * Survives kill -9 of this process (the next start adopts or recovers it) and of its own.
 *
 * @example
 * const server = await EmbeddedPostgres.start('.data');
 * const url = await server.createDatabase('qatysu');
 */
export class EmbeddedPostgres {
  private constructor(
    private readonly cluster: Cluster,
    private readonly lock: OwnerLock,
    readonly dataFolder: string,
    readonly port: number,
  ) {}

  /** A server for a while, in a folder of its own among the temporary files: see {@link remove}. */
  static startScratch(settings: readonly string[] = []): Promise<EmbeddedPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-scratch-'));
    // As root the server runs as another account, which has to pass through.
    chmodSync(folder, 0o755);
    return EmbeddedPostgres.start(folder, settings);
  }

  static async start(
    dataFolder: string,
    settings: readonly string[] = [],
  ): Promise<EmbeddedPostgres> {
    const lock = OwnerLock.take(dataFolder);
    try {
      const cluster = openCluster(dataFolder);
      const port = (await adopt(cluster)) ?? (await launch(cluster, settings));
      return new EmbeddedPostgres(cluster, lock, dataFolder, port);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Address of a database of the server that runs on a data folder; null where none does. */
  static findUrl(dataFolder: string, database: string): string | null {
    if (!existsSync(join(dataFolder, 'postgres.password'))) return null;
    const cluster = openCluster(dataFolder);
    const pid = pidOf(cluster);
    return pid && isAlive(pid) ? urlOf(cluster, portOf(cluster), database) : null;
  }

  /** Address of a database of this server, made first when it is not there. */
  async createDatabase(name: string): Promise<string> {
    const client = new Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    try {
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`create database "${name}"`);
    } finally {
      await client.end();
    }
    return this.urlOf(name);
  }

  urlOf(database: string): string {
    return urlOf(this.cluster, this.port, database);
  }

  /** Number of the server's process, for tests that kill it. */
  get pid(): number | null {
    return pidOf(this.cluster);
  }

  /** Stops the server and deletes everything it kept; for tests and benchmarks. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(dirname(this.cluster.files), { recursive: true, force: true });
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  /** Fast shutdown; returns when the server has ended. */
  async stop(): Promise<void> {
    const pid = pidOf(this.cluster);
    if (pid && isAlive(pid)) process.kill(pid, 'SIGINT');
    while (pid && isAlive(pid)) await wait(20);
    this.lock.release();
  }
}

interface Cluster {
  readonly binaries: string;
  readonly files: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account | null;
}

function openCluster(dataFolder: string): Cluster {
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

/** After kill -9 of the portal its server lives on: take it over when it answers. */
async function adopt(cluster: Cluster): Promise<number | null> {
  const pid = pidOf(cluster);
  if (!pid || !isAlive(pid)) return null;
  const port = portOf(cluster);
  return (await answers(cluster, port)) ? port : null;
}

async function launch(cluster: Cluster, settings: readonly string[]): Promise<number> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let last = '';
  // After kill -9 of the server its backends need a moment before a new one may start.
  while (Date.now() < deadline) {
    const port = await freePort();
    const child = spawnServer(cluster, port, settings);
    if (await becomesReady(cluster, port, child)) return port;
    last = readFileSync(cluster.log, 'utf8').slice(-2000);
    await wait(300);
  }
  throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS} ms:\n${last}`);
}

function spawnServer(cluster: Cluster, port: number, settings: readonly string[]): ChildProcess {
  const log = openSync(cluster.log, 'a');
  const fixed = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
  ];
  const child = spawn(
    join(cluster.binaries, 'bin', 'postgres'),
    ['-D', cluster.files, ...[...fixed, ...settings].flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl-C must reach the portal first, which then drains and stops it.
    { ...identityOf(cluster), cwd: cluster.files, detached: true, stdio: ['ignore', log, log] },
  );
  child.unref();
  return child;
}

async function becomesReady(cluster: Cluster, port: number, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    if (await answers(cluster, port)) return true;
    await wait(40);
  }
  return false;
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function pidOf(cluster: Cluster): number | null {
  const file = join(cluster.files, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

function portOf(cluster: Cluster): number {
  return Number(readFileSync(join(cluster.files, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function identityOf(cluster: Cluster): { uid?: number; gid?: number } {
  return cluster.account ? { uid: cluster.account.uid, gid: cluster.account.gid } : {};
}
