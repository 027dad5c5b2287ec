import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILLER = 'filler';
const CHUNK = Buffer.alloc(64 * 1024);

/** Why no small disk can be made on this machine; null where it can. */
export function noScratchDisk(): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  try {
    ScratchDisk.mount(1, tmpdir()).unmount();
    return null;
  } catch {
    return 'a small disk (tmpfs) can not be mounted here';
  }
}

/** A small disk in memory that can be filled to its last byte. */
export class ScratchDisk {
  private constructor(readonly folder: string) {}

  /** @param like the disk belongs to whoever owns this folder */
  static mount(megabytes: number, like: string): ScratchDisk {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-disk-'));
    const { uid, gid } = statSync(like);
    const options = `size=${megabytes}m,mode=0700,uid=${uid},gid=${gid}`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'qatysu', folder], { stdio: 'pipe' });
    return new ScratchDisk(folder);
  }

  /** Leaves no byte free. */
  fill(): void {
    const file = openSync(join(this.folder, FILLER), 'w');
    try {
      for (;;) writeSync(file, CHUNK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    rmSync(join(this.folder, FILLER), { force: true });
  }

  unmount(): void {
    execFileSync('umount', [this.folder], { stdio: 'pipe' });
    rmdirSync(this.folder);
  }
}
