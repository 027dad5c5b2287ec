import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { openCluster, pidOf, portOf, urlOf, type Cluster } from './cluster.js';
import { adopt, launch } from './launch.js';
import { isAlive, OwnerLock } from './owner-lock.js';

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

  /** @param port where others must find it again after a restart; else any free one */
  static async start(
    dataFolder: string,
    settings: readonly string[] = [],
    port?: number,
  ): Promise<EmbeddedPostgres> {
    const lock = OwnerLock.take(dataFolder);
    try {
      const cluster = openCluster(dataFolder);
      const reached = (await adopt(cluster)) ?? (await launch(cluster, settings, port));
      return new EmbeddedPostgres(cluster, lock, dataFolder, reached);
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
