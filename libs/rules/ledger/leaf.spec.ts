import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hashOfLeafText, type Leaf, leafKey, leafSubject, leafText, parseLeaf } from './leaf.js';
import { receiptDigest, recordDigest } from './leaf-digests.js';

const ROUND = '0196f000-0000-7000-8000-000000000001';
const PETITION = '0196f000-0000-7000-8000-000000000002';
const digest = 'ab'.repeat(32);
const receipt = receiptDigest('2345-6789-ABCD-E');

const LEAVES: readonly Leaf[] = [
  { kind: 'ballot', round: ROUND, receipt, commitment: digest, record: digest },
  { kind: 'closure', round: ROUND, standing: 2, replaced: 1 },
  { kind: 'signature', petition: PETITION, number: 141, receipt, record: digest },
  { kind: 'withdrawal', petition: PETITION, number: 141, receipt },
  { kind: 'minutes', minutes: 'm-1', digest },
  { kind: 'decision', what: 'count', id: 't-1', round: ROUND, digest },
  { kind: 'act', id: '7', act: 'round.closed', digest },
];

describe('an entry of the ledger', () => {
  it('has one text, with its version', () => {
    expect(leafText({ kind: 'closure', round: ROUND, standing: 2, replaced: 1 })).toBe(
      `{"kind":"closure","replaced":1,"round":"${ROUND}","standing":2,"v":1}`,
    );
  });

  it.each(LEAVES.map((leaf) => [leaf.kind, leaf] as const))('%s is read back', (_, leaf) => {
    expect(parseLeaf(leafText(leaf))).toEqual(leaf);
  });

  it('never shares its key with another act', () => {
    const others = LEAVES.filter(({ kind }) => kind !== 'ballot');
    expect(new Set(others.map(leafKey)).size).toBe(others.length);
  });

  it('belongs to its round, its petition or the town', () => {
    expect(LEAVES.map(leafSubject)).toEqual([ROUND, ROUND, PETITION, PETITION, null, ROUND, null]);
  });

  const good = leafText(LEAVES[1]!);
  it.each([
    ['of another version', good.replace('"v":1', '"v":2')],
    ['of an unknown kind', good.replace('closure', 'toString')],
    ['with a blank', good.replace(':', ': ')],
    ['with a negative number', good.replace('"standing":2', '"standing":-2')],
    ['with a part of a number', good.replace('"standing":2', '"standing":2.5')],
    ['without a field', good.replace('"replaced":1,', '')],
    ['with one field more', good.replace('"v":1', '"v":1,"x":1')],
    ['that is cut off', good.slice(0, -1)],
    ['that is a list', '[]'],
  ])('is not read %s', (_, text) => expect(parseLeaf(text)).toBeNull());

  it('is hashed as RFC 6962 hashes an entry', () => {
    const expected = createHash('sha256').update(Buffer.of(0)).update(good).digest('hex');
    expect(hashOfLeafText(good).toString('hex')).toBe(expected);
  });
});

describe('what stands for a receipt and for a record', () => {
  it('is what sha256sum prints for the code', () => {
    expect(receiptDigest('2222-2222-2222-2')).toBe(
      createHash('sha256').update('2222-2222-2222-2').digest('hex'),
    );
  });

  it('changes with the person, the place, the moment and the receipt', () => {
    const act = { receipt: 'a', resident: 'b', territory: '1', at: '5' };
    const others = [
      { ...act, receipt: 'x' },
      { ...act, resident: 'x' },
      { ...act, territory: null },
      { ...act, at: '6' },
    ];
    expect(new Set([act, ...others].map(recordDigest)).size).toBe(5);
  });
});
