import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeKeyFile } from './key-file.js';

describe('a key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (): string => join(folder, 'keys', 'town.key');

  it('is made for its owner alone, with its folder and nothing beside it', () => {
    makeKeyFile(path(), () => 'first');
    expect(readFileSync(path(), 'utf8')).toBe('first');
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['town.key']);
  });

  it('is never written over', () => {
    makeKeyFile(path(), () => 'first');
    makeKeyFile(path(), () => 'second');
    expect(readFileSync(path(), 'utf8')).toBe('first');
  });

  it('stays that of another process which made it meanwhile', () => {
    makeKeyFile(path(), () => {
      writeFileSync(path(), 'of the other');
      return 'mine';
    });
    expect(readFileSync(path(), 'utf8')).toBe('of the other');
    expect(readdirSync(join(folder, 'keys'))).toEqual(['town.key']);
  });

  it('tells why it can not be made, and leaves nothing', () => {
    const inTheWay = join(folder, 'keys');
    writeFileSync(inTheWay, '');
    expect(() => makeKeyFile(path(), () => 'first')).toThrow();
    expect(readdirSync(folder)).toEqual(['keys']);
  });
});
