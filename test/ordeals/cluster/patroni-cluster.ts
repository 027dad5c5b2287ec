import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { accountForServer, type Account } from '#platform/persistence/embedded/account.js';
import { giveTo } from '#platform/persistence/embedded/binaries.js';
import { freePort } from '#platform/persistence/embedded/free-port.js';
import { clientFor } from '#platform/persistence/hosts/reach.js';
import type { TownServer } from '../town-server.js';
import { ClusterNode } from './cluster-node.js';
import { haproxySettings } from './haproxy-settings.js';
import { HelperProcess } from './helper-process.js';
import { PERSON } from './patroni-settings.js';
import { pathOf } from './programs.js';

export interface ClusterWish {
  readonly synchronous: boolean;
  /** How the portal reaches the leader: through HAProxy, or by the list of all hosts. */
  readonly door: 'haproxy' | 'hosts';
}

const NODES = 3;
const LONGEST_MS = 90_000;

/** Three nodes of PostgreSQL under Patroni, an etcd and a HAProxy, all on loopback. */
export class PatroniCluster implements TownServer {
  readonly password = randomBytes(12).toString('hex');
  private readonly nodes: ClusterNode[] = [];
  private readonly helpers: HelperProcess[] = [];
  private door = '';

  private constructor(
    private readonly folder: string,
    private readonly account: Account | null,
    private readonly wish: ClusterWish,
  ) {}

  static async start(wish: ClusterWish): Promise<PatroniCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-cluster-'));
    // As root the servers run as another account, which has to pass through.
    chmodSync(folder, 0o755);
    const cluster = new PatroniCluster(folder, accountForServer(), wish);
    try {
      await cluster.startEverything();
      return cluster;
    } catch (error) {
      await cluster.remove();
      throw error;
    }
  }

  urlOf(database: string): string {
    return `postgresql://${PERSON}:${this.password}@${this.door}/${database}`;
  }

  async createDatabase(name: string): Promise<string> {
    await this.ask(`create database "${name}"`);
    return this.urlOf(name);
  }

  /** The leader's machine goes; a standby takes over, and the old leader comes again as one. */
  async kill(): Promise<void> {
    if (this.wish.synchronous) await this.until(() => this.find('synchronous'));
    const leader = await this.until(() => this.find('primary'));
    await leader.kill();
    await this.until(() => this.find('primary'));
    leader.start();
  }

  async restart(): Promise<void> {
    await this.kill();
  }

  /** For the control: what is acknowledged from now on stands on the leader alone. */
  async holdStandbysBack(): Promise<void> {
    const rows = await this.ask<{ pid: number }>('select pid from pg_stat_replication');
    for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
  }

  async remove(): Promise<void> {
    for (const node of this.nodes) await node.kill();
    for (const helper of this.helpers) await helper.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startEverything(): Promise<void> {
    const etcd = await this.startEtcd();
    for (let place = 1; place <= NODES; place += 1) await this.addNode(`node${place}`, etcd);
    const proxy = await this.startHaproxy();
    const hosts = this.nodes.map((node) => `127.0.0.1:${node.settings.ports.database}`);
    this.door = this.wish.door === 'haproxy' ? `127.0.0.1:${proxy}` : hosts.join(',');
    for (const node of this.nodes) node.start();
    await this.until(() => this.ask('select 1').catch(() => null));
    await this.until(() => this.find(this.wish.synchronous ? 'synchronous' : 'replica'));
  }

  private async startEtcd(): Promise<number> {
    const port = await freePort();
    const [here, peers] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${await freePort()}`];
    const settings = {
      name: 'etcd',
      'data-dir': join(this.folder, 'etcd', 'data'),
      'log-level': 'error',
      'listen-client-urls': here,
      'advertise-client-urls': here,
      'listen-peer-urls': peers,
      'initial-advertise-peer-urls': peers,
      'initial-cluster': `etcd=${peers}`,
    };
    this.help(
      'etcd',
      Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    );
    return port;
  }

  private async startHaproxy(): Promise<number> {
    const port = await freePort();
    const file = join(this.folder, 'haproxy.cfg');
    const ports = this.nodes.map((node) => node.settings.ports);
    writeFileSync(file, haproxySettings(port, ports));
    this.help('haproxy', ['-db', '-f', file]);
    return port;
  }

  private help(name: 'etcd' | 'haproxy', args: readonly string[]): void {
    const folder = join(this.folder, name);
    mkdirSync(folder, { mode: 0o700 });
    giveTo(folder, this.account);
    const [program, log] = [pathOf(name)!, join(this.folder, `${name}.log`)];
    const helper = new HelperProcess({ program, args, folder, log, account: this.account });
    this.helpers.push(helper);
    helper.start();
  }

  private async addNode(name: string, etcd: number): Promise<void> {
    const ports = { database: await freePort(), patroni: await freePort() };
    const folder = join(this.folder, name);
    const { password, wish } = this;
    const settings = { name, ports, folder, etcd, password, synchronous: wish.synchronous };
    this.nodes.push(new ClusterNode(settings, this.account));
  }

  private async find(role: string): Promise<ClusterNode | null> {
    for (const node of this.nodes) if (await node.is(role)) return node;
    return null;
  }

  private async ask<Row extends object>(statement: string): Promise<Row[]> {
    const client = clientFor(this.urlOf('postgres'), { connectionTimeoutMillis: 3_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async until<T>(look: () => Promise<T | null>): Promise<T> {
    const deadline = Date.now() + LONGEST_MS;
    while (Date.now() < deadline) {
      const found = await look();
      if (found !== null) return found;
      await wait(100);
    }
    throw new Error(`The cluster did not come within ${LONGEST_MS / 1000} s: see ${this.folder}`);
  }
}
