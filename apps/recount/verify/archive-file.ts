import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { linesOf, textOf } from './lines-of.js';
import { NotHeld } from './not-held.js';

/** Larger single documents are no part of the format; tables are read line by line. */
const LARGEST_DOCUMENT = 64 * 1_048_576;

/** A ZIP file whose parts are read as streams, so that memory does not grow with it. */
export class ArchiveFile {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly onBytes: (count: number) => void,
  ) {}

  /**
   * @param onBytes is told how many bytes were read, unpacked
   * @throws NotHeld `zip.unreadable`, `zip.repeated`
   */
  static async open(path: string, onBytes: (count: number) => void): Promise<ArchiveFile> {
    const zip = await openPromise(path, { autoClose: false }).catch(unreadable);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName))
          throw new NotHeld('zip.repeated', { path: entry.fileName });
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      zip.close();
      throw error instanceof NotHeld ? error : unreadableBy(error);
    }
    return new ArchiveFile(zip, entries, onBytes);
  }

  get paths(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Bytes of all parts, unpacked. */
  get size(): number {
    return [...this.entries.values()].reduce(
      (sum, { uncompressedSize }) => sum + uncompressedSize,
      0,
    );
  }

  close(): void {
    this.zip.close();
  }

  /** @throws NotHeld `zip.missing`, `zip.unreadable` */
  async *pieces(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path);
    if (!entry) throw new NotHeld('zip.missing', { path });
    const stream: Readable = await this.zip.openReadStreamPromise(entry).catch(unreadable);
    try {
      for await (const piece of stream) {
        this.onBytes((piece as Buffer).length);
        yield piece as Buffer;
      }
    } catch (error) {
      throw unreadableBy(error);
    }
  }

  text(path: string): AsyncGenerator<string> {
    return textOf(this.pieces(path));
  }

  /** Lines without their ends. */
  lines(path: string): AsyncGenerator<string> {
    return linesOf(this.text(path), path);
  }

  /** @throws NotHeld `zip.no_json` */
  async json(path: string): Promise<unknown> {
    let text = '';
    for await (const piece of this.text(path)) {
      text += piece;
      if (text.length > LARGEST_DOCUMENT) throw new NotHeld('zip.line_too_long', { path });
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new NotHeld('zip.no_json', { path });
    }
  }
}

function unreadable(error: unknown): never {
  throw unreadableBy(error);
}

function unreadableBy(error: unknown): NotHeld {
  return new NotHeld('zip.unreadable', { message: error instanceof Error ? error.message : '' });
}
