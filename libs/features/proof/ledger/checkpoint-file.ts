import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { splitNotes } from '#rules/ledger/ledger-checkpoint.js';

export interface CheckpointFilesPlan {
  /** One file for whatever log the database holds, so that a swapped database is noticed too. */
  readonly file: string | null;
  /** Where there is none: a file for each log, in this folder. */
  readonly dataFolder: string;
}

/** Where checkpoints are kept outside the database. */
export class CheckpointFiles {
  constructor(private readonly plan: CheckpointFilesPlan) {}

  of(logId: string): CheckpointFile {
    const { file, dataFolder } = this.plan;
    return new CheckpointFile(file ?? join(dataFolder, 'checkpoints', `${logId}.txt`));
  }
}

/** Checkpoints outside the database: they tell when it has been brought back to an older state. */
export class CheckpointFile {
  constructor(readonly path: string) {}

  async append(note: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await appendFile(this.path, `${note}\n`);
  }

  /** The oldest first; none where the file is not there. */
  async read(): Promise<readonly string[]> {
    return existsSync(this.path) ? splitNotes(await readFile(this.path, 'utf8')) : [];
  }
}
