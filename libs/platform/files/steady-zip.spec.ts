import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { steadyZip, type ZipPart } from './steady-zip.js';

async function* partsOf(
  files: Readonly<Record<string, ZipPart['pieces']>>,
): AsyncGenerator<ZipPart> {
  for (const [path, pieces] of Object.entries(files)) yield { path, pieces };
}

async function zipOf(files: Readonly<Record<string, ZipPart['pieces']>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of steadyZip(partsOf(files))) pieces.push(piece);
  return Buffer.concat(pieces);
}

const LONG = Array.from({ length: 40_000 }, (_, line) => `${line};${line % 7},${line % 11}\n`);

describe('a steady ZIP', () => {
  it('gives back what was put in', async () => {
    const read = unzipSync(
      await zipOf({ 'a.txt': ['ә', Buffer.from('b')], 'b/long.csv': LONG, c: [] }),
    );
    expect(Object.keys(read)).toEqual(['a.txt', 'b/long.csv', 'c']);
    expect(Buffer.from(read['a.txt']!).toString()).toBe('әb');
    expect(Buffer.from(read['b/long.csv']!).toString()).toBe(LONG.join(''));
    expect(read['c']).toHaveLength(0);
  });

  it('has the same bytes however its parts come', async () => {
    const whole = await zipOf({ 'long.csv': [LONG.join('')] });
    const lines = await zipOf({ 'long.csv': LONG });
    expect(lines.equals(whole)).toBe(true);
  });

  it('has the bytes that it always had', async () => {
    const zip = await zipOf({ 'long.csv': LONG });
    expect(createHash('sha256').update(zip).digest('hex')).toBe(
      '3f9a9ec6b4c2d916e3440983e721a6bb9f3ea731b9dd8dfd1490a528afa1dc1a',
    );
  });

  it('names no moment: the first of January 1980, wherever it is made', async () => {
    const zip = await zipOf({ a: ['a'] });
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, (1 << 5) | 1]);
  });
});
