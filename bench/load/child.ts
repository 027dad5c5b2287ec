import { spawn, type ChildProcess } from 'node:child_process';
import { freePort } from '#platform/persistence/embedded/free-port.js';

/** A measured server in a process of its own, so that its processor time can be told apart. */
export interface Child {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

export async function startChild(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Child> {
  const port = await freePort();
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await sayingReady(child);
  return { pid: child.pid!, port, stop: () => stop(child) };
}

function sayingReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`A measured server ended with code ${code}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
