import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Sealing } from './sealing.js';

describe('Sealing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-sealing-'));
  const sealing = withKey('one');
  const TEXT = 'Мені мәжбүрлеп дауыс бергізді ₸';

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens what it sealed', () => {
    expect(sealing.open(sealing.seal(TEXT, 'reports', 'a'), 'reports', 'a')).toBe(TEXT);
  });

  it('shows nothing of the text, and never seals alike', () => {
    const [one, other] = [sealing.seal(TEXT, 'reports', 'a'), sealing.seal(TEXT, 'reports', 'a')];
    expect(one.equals(other)).toBe(false);
    expect(one.includes(Buffer.from(TEXT).subarray(0, 6))).toBe(false);
  });

  it.each([
    ['another purpose', 'letters', 'a'],
    ['another place', 'reports', 'b'],
  ])('does not open for %s', (_name, purpose, place) => {
    const sealed = sealing.seal(TEXT, 'reports', 'a');
    expect(() => sealing.open(sealed, purpose, place)).toThrow();
  });

  it('does not open with another key, nor when a bit was changed', () => {
    const sealed = sealing.seal(TEXT, 'reports', 'a');
    expect(() => withKey('other').open(sealed, 'reports', 'a')).toThrow();
    for (const place of [0, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[place] = changed[place]! ^ 1;
      expect(() => sealing.open(changed, 'reports', 'a')).toThrow();
    }
  });

  function withKey(name: string): Sealing {
    const file = join(folder, name);
    writeFileSync(file, randomBytes(32).toString('hex'));
    return Sealing.fromFile(file);
  }
});
