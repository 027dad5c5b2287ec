import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { identityOf, pidOf, portOf, urlOf, type Cluster } from './cluster.js';
import { freePort } from './free-port.js';
import { isAlive } from './owner-lock.js';

const START_TIMEOUT_MS = 30_000;

/** After kill -9 of the portal its server lives on: take it over when it answers. */
export async function adopt(cluster: Cluster): Promise<number | null> {
  const pid = pidOf(cluster);
  if (!pid || !isAlive(pid)) return null;
  const port = portOf(cluster);
  return (await answers(cluster, port)) ? port : null;
}

/** Starts the server on a port of loopback, a free one unless told, and waits until it answers. */
export async function launch(
  cluster: Cluster,
  settings: readonly string[],
  wanted?: number,
): Promise<number> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let last = '';
  // After kill -9 of the server its backends need a moment before a new one may start.
  while (Date.now() < deadline) {
    const port = wanted ?? (await freePort());
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
