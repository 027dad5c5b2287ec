import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isSealed, SALT_RANDOM_BYTES, sealedSalt } from './ballot-seal.js';

const key = createSecretKey(Buffer.alloc(32, 1));
const ballot = { round: 'r', receipt: '2222-2222-2222-2', digest: 'ab' };
const salt = sealedSalt(Buffer.alloc(SALT_RANDOM_BYTES, 7), ballot, key);

describe('the seal in a ballot’s salt', () => {
  it('tells a ballot that the portal took', () => {
    expect(salt).toHaveLength(32);
    expect(isSealed(salt, ballot, key)).toBe(true);
  });

  it.each([
    ['another round', salt, { ...ballot, round: 'x' }, key],
    ['another receipt', salt, { ...ballot, receipt: 'x' }, key],
    ['other choices', salt, { ...ballot, digest: 'x' }, key],
    ['another key', salt, ballot, createSecretKey(Buffer.alloc(32, 2))],
    ['an invented salt', Buffer.alloc(32, 7), ballot, key],
    ['a salt that is too short', Buffer.alloc(8), ballot, key],
  ])('and refuses %s', (_, held, claimed, sealer) => {
    expect(isSealed(held, claimed, sealer)).toBe(false);
  });
});
