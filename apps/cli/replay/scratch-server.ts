import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '#platform/config/config.js';
import { readConfig } from '#platform/config/config.js';
import { CommandFailed } from '../command-failed.js';
import { openScratchDatabase } from '../scratch-database.js';

/** A running portal and the configuration that reaches its database. */
export interface ReplayServer {
  readonly baseUrl: string;
  readonly config: Config & { readonly databaseUrl: string };
  close(): Promise<void>;
}

const READY = /ready at (\S+)/;

/** A server of its own on an empty database, in a process beside this one; removed when closed. */
export async function startScratchServer(keep: boolean): Promise<ReplayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-replay-'));
  // The database runs under another account where this process is root, and must reach its files.
  chmodSync(folder, 0o755);
  const database = await openScratchDatabase(folder);
  const env = { ...scratchEnv(folder), DATABASE_URL: database.url };
  const close = async (child: ChildProcess | null): Promise<void> => {
    if (child) await stop(child);
    await database.close(keep);
    if (keep) process.stderr.write(`Kept: ${database.url} with QATYSU_DATA=${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { child, baseUrl } = await serve(env);
    const config = { ...readConfig(env), databaseUrl: database.url };
    return { baseUrl, config, close: () => close(child) };
  } catch (error) {
    await close(null);
    throw error;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** What the surroundings say of another server must not reach this one. */
function scratchEnv(folder: string): Env {
  const { METRICS_PORT: _metrics, QATYSU_PEPPER_FILE: _pepper, ...rest } = process.env;
  const own = { NODE_ENV: 'development', QATYSU_STAND_IN: '1', HOST: '127.0.0.1', PORT: '0' };
  return { ...rest, ...own, QATYSU_DATA: folder, LOG_LEVEL: 'error' };
}

function serve(env: Env): Promise<{ child: ChildProcess; baseUrl: string }> {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (piece: Buffer) => {
      told += String(piece);
      const ready = READY.exec(told);
      if (ready) resolve({ child, baseUrl: ready[1]! });
    });
    child.once('exit', () => reject(new CommandFailed(`The server did not start:\n${told}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
