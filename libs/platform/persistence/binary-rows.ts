/** Types of columns that can be written. */
export type CopiedType = 'int2' | 'int8' | 'text' | 'uuid' | 'bytea';

/** A value of a column; null where there is none. */
export type Copied = string | number | Buffer | null;

/** Signature, flags and the length of an extension that there is not. */
const HEAD = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

const FIRST_ROOM = 65_536;
const [NONE, END] = [-1, -1];
const [LENGTH_BYTES, WORD] = [4, 2 ** 32];

/** Rows in PostgreSQL's binary format of `copy`, which costs neither side any text. */
export class BinaryRows {
  private bytes: Buffer = Buffer.allocUnsafe(FIRST_ROOM);
  private length = HEAD.copy(this.bytes);

  private uuid = { text: '', bytes: Buffer.alloc(0) };

  constructor(private readonly types: readonly CopiedType[]) {}

  add(values: readonly Copied[]): void {
    this.length = this.reserve(2).writeInt16BE(values.length, this.length);
    for (const [place, value] of values.entries()) this.addValue(value, this.types[place]!);
  }

  /** After the last row. */
  end(): void {
    this.length = this.reserve(2).writeInt16BE(END, this.length);
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(FIRST_ROOM);
    this.length = 0;
    return taken;
  }

  private addValue(value: Copied, type: CopiedType): void {
    if (value === null) this.addLength(NONE);
    else if (typeof value === 'number') this.addNumber(value, type === 'int2' ? 2 : 8);
    else if (typeof value !== 'string') this.addBytes(value);
    else if (type === 'uuid') this.addUuid(value);
    else this.addText(value);
  }

  private addNumber(value: number, width: 2 | 8): void {
    this.addLength(width);
    const bytes = this.reserve(width);
    if (width === 2) this.length = bytes.writeInt16BE(value, this.length);
    else {
      bytes.writeInt32BE(Math.floor(value / WORD), this.length);
      this.length = bytes.writeUInt32BE(value >>> 0, this.length + LENGTH_BYTES);
    }
  }

  private addBytes(value: Buffer): void {
    this.addLength(value.length);
    this.reserve(value.length).set(value, this.length);
    this.length += value.length;
  }

  private addUuid(value: string): void {
    // Rows that come together mostly belong to one thing.
    if (this.uuid.text !== value)
      this.uuid = { text: value, bytes: Buffer.from(value.replaceAll('-', ''), 'hex') };
    this.addBytes(this.uuid.bytes);
  }

  private addText(value: string): void {
    const width = Buffer.byteLength(value);
    this.addLength(width);
    this.reserve(width).write(value, this.length, 'utf8');
    this.length += width;
  }

  private addLength(width: number): void {
    this.length = this.reserve(LENGTH_BYTES).writeInt32BE(width, this.length);
  }

  /** Room for so many bytes more. */
  private reserve(width: number): Buffer {
    if (this.length + width <= this.bytes.length) return this.bytes;
    const larger = Buffer.allocUnsafe(2 * (this.bytes.length + width));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
    return larger;
  }
}
