import { describe, expect, it } from '@jest/globals';
import { BinaryRows, type Copied, type CopiedType } from './binary-rows.js';

/** The fields of one row of one column, without head and counts. */
function fieldOf(type: CopiedType, value: Copied): string {
  const rows = new BinaryRows([type]);
  rows.take();
  rows.add([value]);
  return rows.take().toString('hex').slice(4);
}

describe('rows in the binary format of copy', () => {
  it('begin with the signature and end with its sign', () => {
    const rows = new BinaryRows(['int2']);
    rows.end();
    const head = '5047434f50590aff0d0a000000000000000000';
    expect(rows.take().toString('hex')).toBe(`${head}ffff`);
  });

  it.each<readonly [CopiedType, Copied, string]>([
    ['text', null, 'ffffffff'],
    ['text', '', '00000000'],
    ['text', 'ә\t', '00000003d39909'],
    ['int2', 258, '000000020102'],
    ['int8', 0, '000000080000000000000000'],
    ['int8', 4_294_967_296, '000000080000000100000000'],
    ['int8', 4_294_967_295, '0000000800000000ffffffff'],
    ['int8', -1, '00000008ffffffffffffffff'],
    ['bytea', Buffer.of(0, 255), '0000000200ff'],
    ['uuid', '00010203-0405-0607-0809-0a0b0c0d0e0f', '00000010000102030405060708090a0b0c0d0e0f'],
  ])('write %s %p as %s', (type, value, hex) => {
    expect(fieldOf(type, value)).toBe(hex);
  });

  it('grow with what is written', () => {
    const rows = new BinaryRows(['text', 'bytea']);
    const long = 'x'.repeat(200_000);
    rows.add([long, Buffer.from(long)]);
    expect(rows.take().length).toBe(19 + 2 + 2 * (4 + 200_000));
  });
});
