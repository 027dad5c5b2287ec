import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from '#platform/persistence/embedded/account.js';
import { giveTo } from '#platform/persistence/embedded/binaries.js';
import { isAlive } from '#platform/persistence/embedded/owner-lock.js';
import { HelperProcess } from './helper-process.js';
import { patroniSettings, type NodeSettings } from './patroni-settings.js';
import { pathOf } from './programs.js';

/** One machine of the cluster: a PostgreSQL and the Patroni that looks after it. */
export class ClusterNode {
  private readonly patroni: HelperProcess;

  constructor(
    readonly settings: NodeSettings,
    account: Account | null,
  ) {
    const { folder } = settings;
    mkdirSync(folder, { mode: 0o700 });
    const file = join(folder, 'patroni.json');
    writeFileSync(file, JSON.stringify(patroniSettings(settings)), { mode: 0o600 });
    for (const path of [folder, file]) giveTo(path, account);
    const log = join(folder, '..', `${settings.name}.log`);
    this.patroni = new HelperProcess({
      program: pathOf('patroni')!,
      args: [file],
      folder,
      log,
      account,
    });
  }

  start(): void {
    this.patroni.start();
  }

  /** Does Patroni say that this node is a `primary`, a `synchronous` standby …? */
  async is(role: string): Promise<boolean> {
    const asked = fetch(`http://127.0.0.1:${this.settings.ports.patroni}/${role}`);
    const answer = await asked.catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }

  /** As when the machine loses its power: nothing of it says another word. */
  async kill(): Promise<void> {
    const postmaster = this.postmaster();
    const family = postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
    await this.patroni.end('SIGKILL');
    for (const pid of family) killIfAlive(pid);
    for (const pid of family) while (isAlive(pid)) await wait(20);
  }

  /** The server's process, by its own file; null where that names another one or none. */
  private postmaster(): number | null {
    const data = join(this.settings.folder, 'data');
    const file = join(data, 'postmaster.pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    const command = pid && isAlive(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
    return command.includes(data) ? pid : null;
  }
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

function killIfAlive(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}
