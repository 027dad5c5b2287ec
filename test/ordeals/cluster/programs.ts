import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin'];
const SERVERS = '/usr/lib/postgresql';
const OLDEST = 15;

/** What a cluster is made of, as Debian brings it. */
export const PROGRAMS = {
  patroni: 'patroni',
  etcd: 'etcd-server',
  haproxy: 'haproxy',
} as const;

export type Program = keyof typeof PROGRAMS;

export function pathOf(program: Program): string | null {
  return FOLDERS.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** Where the newest installed PostgreSQL that is new enough has its programs. */
export function serverPrograms(): string | null {
  const versions = existsSync(SERVERS) ? readdirSync(SERVERS).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= OLDEST));
  return Number.isFinite(newest) ? join(SERVERS, String(newest), 'bin') : null;
}

/** The Debian packages to install first; null where all are there. */
export function missingPrograms(): string | null {
  const names = Object.keys(PROGRAMS) as Program[];
  const missing: string[] = names.filter((name) => !pathOf(name)).map((name) => PROGRAMS[name]);
  if (!serverPrograms()) missing.push(`postgresql-${OLDEST}`);
  return missing.length > 0 ? `not installed: ${missing.join(' ')} (Debian packages)` : null;
}
