import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One process owns a data folder; the lock of a process that died is taken over. */
export class OwnerLock {
  private constructor(private readonly path: string) {}

  /** @throws Error naming the living owner */
  static take(dataFolder: string): OwnerLock {
    mkdirSync(dataFolder, { recursive: true });
    const path = join(dataFolder, 'owner.pid');
    for (;;) {
      try {
        writeFileSync(path, String(process.pid), { flag: 'wx' });
        return new OwnerLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const owner = Number(readFileSync(path, 'utf8'));
        if (isAlive(owner) && owner !== process.pid)
          throw new Error(`The data folder ${dataFolder} belongs to the running process ${owner}`);
        rmSync(path, { force: true });
      }
    }
  }

  release(): void {
    rmSync(this.path, { force: true });
  }
}

/** Does a process with this number run? A process of another account counts as running. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
