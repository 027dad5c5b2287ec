import { describe, expect, it } from '@jest/globals';
import { drawLots, isSeedCommitted, lotteryNumber, seedCommitment } from './lottery.js';

describe('A draw that anybody can repeat', () => {
  it('is the SHA-256 of seed, line feed and id: printf "2026-04-24\\n17" | sha256sum', () => {
    expect(lotteryNumber('2026-04-24', '17')).toBe(
      '7a3451ae5e2dee024392f58606955c8fd4571839f31f1ea25a9a70fb0cbd976d',
    );
  });

  it('does not care in what sequence the projects are given', () => {
    const ids = ['7', '17', 'ż3', '9'];
    expect(drawLots('seed', ids)).toEqual(drawLots('seed', ids.toReversed()));
    expect(drawLots('seed', ids)).not.toEqual(drawLots('other seed', ids));
  });

  it('holds its own secret part to what was promised before', () => {
    const commitment = seedCommitment('secret');
    expect(isSeedCommitted('secret', commitment)).toBe(true);
    expect(isSeedCommitted('secret ', commitment)).toBe(false);
  });
});
