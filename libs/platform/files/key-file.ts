import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a key's file where there is none. Of several portals that start at once on one folder the
 * first one's key stays, whole, and all of them read it: two keys would part one town in two.
 *
 * @example `makeKeyFile(path, () => randomBytes(32).toString('hex'))`
 */
export function makeKeyFile(path: string, fresh: () => string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, fresh(), { mode: 0o600, flush: true });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
}
