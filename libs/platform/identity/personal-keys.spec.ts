import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalKeys } from './personal-keys.js';

describe('Data keys of persons', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made for nobody else to read, and only where that is allowed', () => {
    const path = join(folder, 'made.key');
    expect(() => PersonalKeys.fromFile(path, false)).toThrow('does not exist');
    PersonalKeys.fromFile(path, true);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it.each(['', 'no key\n', `${'ab'.repeat(31)}\n`])('are not read from %j', (written) => {
    expect(() => withLines(written)).toThrow('64 hexadecimal digits');
  });

  it('open what they sealed, as what it was sealed', () => {
    const keys = withLines('ab'.repeat(32));
    const { stored, key } = keys.make();
    const sealed = key.seal('Айсәуле', 'name');
    const again = keys.unwrap(stored);
    expect(again.open(sealed, 'name')).toBe('Айсәуле');
    expect(() => again.open(sealed, 'contact')).toThrow();
    expect(() => keys.make().key.open(sealed, 'name')).toThrow();
  });

  it('are bound to their ids: a wrapped key moved to another row opens nothing', () => {
    const keys = withLines('ab'.repeat(32));
    const [one, other] = [keys.make().stored, keys.make().stored];
    expect(() => keys.unwrap({ ...one, id: other.id })).toThrow();
  });

  it('are wrapped by the first line and unwrapped by any', () => {
    const [former, next] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const { stored, key } = withLines(former).make();
    const both = withLines(`${next}\n${former}\n`);
    const rewrapped = both.rewrap(stored);
    expect(rewrapped.wrappedBy).toBe(withLines(next).print);
    const sealed = key.seal('Айсәуле', 'name');
    expect(withLines(next).unwrap(rewrapped).open(sealed, 'name')).toBe('Айсәуле');
    expect(() => withLines(next).unwrap(stored)).toThrow('is missing');
  });

  it('read nothing where there is nothing', () => {
    expect(withLines('ab'.repeat(32)).read(null, 'name')).toBeNull();
  });

  function withLines(written: string): PersonalKeys {
    const path = join(folder, 'person.key');
    writeFileSync(path, written);
    return PersonalKeys.fromFile(path, false);
  }
});
