import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

jest.setTimeout(120_000);

describe('an operator lets every core serve', () => {
  let database: TestDatabase;
  let folder: string;
  let serving: ChildProcess;
  let address: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'qatysu-cores-'));
    serving = spawn(process.execPath, ['dist/apps/cli/main.js', 'serve'], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        QATYSU_DATA: folder,
        PORT: '0',
        PORTAL_PROCESSES: '2',
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await addressSaidBy(serving);
  });
  afterAll(async () => {
    serving.kill('SIGKILL');
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const isReady = async (): Promise<boolean> => (await fetch(`${address}/readyz`)).ok;

  it('answers at one address from two portals', async () => {
    expect(await isReady()).toBe(true);
    expect(portalsOf(serving)).toHaveLength(2);
  });

  it('has another portal when one is killed', async () => {
    const [lost, other] = portalsOf(serving) as [number, number];
    process.kill(lost, 'SIGKILL');
    await until(() => portalsOf(serving).filter((pid) => pid !== lost).length === 2);
    expect(portalsOf(serving)).toContain(other);
    expect(await isReady()).toBe(true);
  });

  it('stops all of them when asked', async () => {
    const portals = portalsOf(serving);
    const ended = new Promise((resolve) => serving.once('exit', resolve));
    serving.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(portals.filter(isAlive)).toEqual([]);
  });
});

function addressSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      const address = /ready at (\S+)/.exec(String(chunk))?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`ended with code ${code}`)));
  });
}

function portalsOf({ pid }: ChildProcess): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(200);
}
