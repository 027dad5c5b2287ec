import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { licenceFaults, licencesOf, lockFaults, rangeFaults } from './dependency-policy.mjs';

const part = (licenses, name = 'some-part') => ({ name, version: '1.0.0', licenses });
const faultsOf = (...components) => licenceFaults(licencesOf({ components }));
const entry = { version: '1.0.0', integrity: 'sha512-…' };
const locked = (packages) => lockFaults({ packages: { '': {}, ...packages } });

describe('licences of what runs in production', () => {
  it.each(['MIT', 'Apache-2.0', '(GPL-3.0-only OR MIT)', 'ISC AND BSD-2-Clause'])(
    'may be %s',
    (expression) => {
      expect(faultsOf(part([{ expression }]))).toEqual([]);
    },
  );

  it.each([
    'GPL-3.0-only',
    'SSPL-1.0',
    'MIT AND AGPL-3.0-only',
    'BUSL-1.1 OR SSPL-1.0',
    'SEE LICENSE',
  ])('may not be %s', (expression) => {
    expect(faultsOf(part([{ expression }]))).toEqual([`some-part@1.0.0: licence ${expression}`]);
  });

  it('are never unknown, unless somebody read the file and said so', () => {
    expect(faultsOf(part(undefined))).toEqual(['some-part@1.0.0: licence unknown']);
    expect(faultsOf(part(undefined, 'png-js'))).toEqual([]);
    expect(faultsOf(part([{ license: { id: 'GPL-3.0-only' } }], 'png-js'))).toHaveLength(1);
  });
});

describe('the lock file', () => {
  it('has a checksum for every part and no install script that nobody looked at', () => {
    expect(lockFaults(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('is refused with a new install script or without a checksum', () => {
    const packages = {
      'node_modules/a/node_modules/@b/c': { ...entry, hasInstallScript: true },
      'node_modules/@swc/core': { ...entry, hasInstallScript: true },
      'node_modules/d': { version: '1.0.0' },
    };
    expect(locked(packages)).toEqual([
      '@b/c: an unknown install script',
      'd: no checksum in the lock file',
    ]);
  });

  it('is obeyed without running any of those scripts', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });
});

describe('package.json', () => {
  it('names exact versions alone', () => {
    expect(rangeFaults(JSON.parse(readFileSync('package.json', 'utf8')))).toEqual([]);
    expect(rangeFaults({ dependencies: { a: '^1.0.0', b: '2.0.0-beta.1', c: 'latest' } })).toEqual([
      'a: ^1.0.0 is not an exact version',
      'c: latest is not an exact version',
    ]);
  });
});
