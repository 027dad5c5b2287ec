import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why a data key was destroyed. */
export type ErasureGround = 'request' | 'term';

/** A destroyed data key. */
export interface ErasedKey {
  readonly keyId: string;
  readonly ground: ErasureGround;
  readonly at: Date;
}

const LINE = /^([0-9a-f-]{36}) (request|term) (\S+)$/;

/**
 * The list of destroyed data keys outside the database and its backups: a backup from before an
 * erasure is brought up to it. One key a line, added to and never rewritten.
 */
export class ErasedKeysFile {
  constructor(readonly path: string) {}

  get isThere(): boolean {
    return existsSync(this.path);
  }

  /** On the disk when it returns. */
  async append(keys: readonly ErasedKey[]): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.writeFile(keys.map(lineOf).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** @throws Error where a line is no entry: what it meant would stay undestroyed */
  async read(): Promise<readonly ErasedKey[]> {
    if (!this.isThere) return [];
    const lines = (await readFile(this.path, 'utf8')).split('\n').filter(Boolean);
    return lines.map((line, place) => {
      const [, keyId, ground, at] = LINE.exec(line) ?? [];
      if (!keyId) throw new Error(`${this.path}: line ${place + 1} is no erased key`);
      return { keyId, ground: ground as ErasureGround, at: new Date(at!) };
    });
  }
}

function lineOf({ keyId, ground, at }: ErasedKey): string {
  return `${keyId} ${ground} ${at.toISOString()}\n`;
}
