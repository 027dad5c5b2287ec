import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '#rules/kernel/domain-error.js';
import { refusedSheet } from './sheet-row.js';

const MOST_PARTS = 500;

/** Unpacked; a table of ours is a fraction of it, and a bomb is stopped here whatever it declares. */
const MOST_BYTES = 16 * 1_048_576;

/** The parts of an XLSX file. Only what is asked for is unpacked, and all of it within one limit. */
export class XlsxParts {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DomainError rule-violated `table-file.unreadable`, `table-file.too_large` */
  static async open(path: string): Promise<XlsxParts> {
    const zip = await openPromise(path, { autoClose: false }).catch(unreadable);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= MOST_PARTS) throw refusedSheet('table-file.too_large');
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      zip.close();
      throw error instanceof DomainError ? error : refusedSheet('table-file.unreadable');
    }
    return new XlsxParts(zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  close(): void {
    this.zip.close();
  }

  /** A part as text, in pieces, however characters fall between them. */
  async *text(path: string): AsyncGenerator<string> {
    const entry = this.entries.get(path);
    if (!entry) throw refusedSheet('table-file.unreadable');
    const stream: Readable = await this.zip.openReadStreamPromise(entry).catch(unreadable);
    const decoder = new TextDecoder('utf-8');
    try {
      for await (const piece of stream) {
        this.unpacked += (piece as Buffer).length;
        if (this.unpacked > MOST_BYTES) throw refusedSheet('table-file.too_large');
        yield decoder.decode(piece as Buffer, { stream: true });
      }
    } catch (error) {
      throw error instanceof DomainError ? error : refusedSheet('table-file.unreadable');
    } finally {
      stream.destroy();
    }
    yield decoder.decode();
  }
}

function unreadable(): never {
  throw refusedSheet('table-file.unreadable');
}
