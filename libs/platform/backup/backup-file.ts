import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { open, type Entry, type ZipFile } from 'yauzl';
import {
  BACKUP_FORMAT,
  MANIFEST_ENTRY,
  fileEntryOf,
  tableEntryOf,
  type BackupManifest,
} from './backup-manifest.js';

/** A file that is no backup of ours, or one that is no longer what was written. */
export class BackupFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The backup can not be used:\n- ${faults.join('\n- ')}`);
  }
}

/** A backup opened for reading; its entries can be read in any sequence. */
export class BackupFile {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: BackupManifest,
  ) {}

  /** @throws BackupFault where the file is no backup or was cut off */
  static async open(path: string): Promise<BackupFile> {
    const zip = await openZip(path);
    try {
      const entries = await entriesOf(zip);
      return new BackupFile(zip, entries, await manifestOf(zip, entries));
    } catch (error) {
      zip.close();
      throw error instanceof BackupFault ? error : new BackupFault([String(error)]);
    }
  }

  readTable(table: string): Promise<Readable> {
    return this.read(tableEntryOf(table));
  }

  readFile(name: string): Promise<Readable> {
    return this.read(fileEntryOf(name));
  }

  /** @throws BackupFault naming every entry that is missing or differs from its hash */
  async assertWhole(): Promise<void> {
    const { tables, files } = this.manifest;
    const expected = [
      ...tables.map(({ name, sha256 }) => ({ entry: tableEntryOf(name), sha256 })),
      ...files.map(({ name, sha256 }) => ({ entry: fileEntryOf(name), sha256 })),
    ];
    const faults: string[] = [];
    for (const { entry, sha256 } of expected) {
      const fault = await this.faultOf(entry, sha256);
      if (fault) faults.push(`${entry}: ${fault}`);
    }
    if (faults.length > 0) throw new BackupFault(faults);
  }

  close(): void {
    this.zip.close();
  }

  private async faultOf(entry: string, sha256: string): Promise<string | null> {
    if (!this.entries.has(entry)) return 'missing';
    try {
      const hash = createHash('sha256');
      for await (const chunk of await this.read(entry)) hash.update(chunk as Buffer);
      return hash.digest('hex') === sha256 ? null : 'differs from its hash';
    } catch (error) {
      return `can not be read (${String(error)})`;
    }
  }

  private read(entry: string): Promise<Readable> {
    return readEntry(this.zip, this.entries.get(entry)!);
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await promisify<string, object, ZipFile>(open)(path, {
      lazyEntries: true,
      autoClose: false,
    });
  } catch (error) {
    throw new BackupFault([`${path}: ${String(error)}`]);
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

async function manifestOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<BackupManifest> {
  const entry = entries.get(MANIFEST_ENTRY);
  if (!entry) throw new BackupFault([`${MANIFEST_ENTRY}: missing`]);
  const bytes = await buffer(await readEntry(zip, entry));
  const manifest = JSON.parse(bytes.toString('utf8')) as BackupManifest;
  if (manifest.format !== BACKUP_FORMAT)
    throw new BackupFault([`format: ${BACKUP_FORMAT} is expected, ${manifest.format} was found`]);
  return manifest;
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry);
}
