import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { FileStore, type OpenedFile } from './file-store.js';
import { orNoSpace } from './no-space.js';

const NAME = /^[a-z0-9][a-z0-9-]{2,80}\.[a-z0-9]{2,5}$/;

/** Where uploaded files lie. */
export function filesFolderOf(config: Config): string {
  return join(config.dataFolder, 'files');
}

/** Files in a folder, spread over subfolders by the last letters of the name's stem. */
export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(name);
    const unfinished = `${path}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(unfinished, bytes);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw orNoSpace(error);
    }
  }

  async open(name: string): Promise<OpenedFile | null> {
    try {
      const file = await open(this.pathOf(name), 'r');
      const { size } = await file.stat();
      return { stream: file.createReadStream(), sizeBytes: size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  // The pattern leaves no way out of the folder.
  private pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error('A stored file has a generated name');
    const stem = name.slice(0, name.indexOf('.'));
    return join(this.folder, stem.slice(-2), name);
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
