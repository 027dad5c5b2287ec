import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCatalogue } from './catalogue.js';
import { VIEWS_ROOT } from './views.js';

const texts = readCatalogue(join(VIEWS_ROOT, 'libs/platform/views/catalogue')).kk;

describe('refusals', () => {
  it('have a text for every code that the code can say', () => {
    const silent = codes().filter(([, code]) => !texts.has(`errors.${code}`));
    expect(silent.map(([file, code]) => `${file}: ${code}`)).toEqual([]);
  });

  it('finds codes of errors and of faults', () => {
    const source = `new DomainError('conflict', 'round.closed') assertNoFaults('x.invalid', a) { code: 'form.too_long', field }
      type Fault = 'iin.not_twelve_digits' | 'iin.never_issued'; sql('p.round_id');`;
    expect(codesIn(source, true)).toEqual([
      'round.closed',
      'x.invalid',
      'form.too_long',
      'iin.not_twelve_digits',
      'iin.never_issued',
    ]);
  });
});

function codes(): [string, string][] {
  return ['libs', 'apps']
    .map((folder) => join(VIEWS_ROOT, folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      codesIn(readFileSync(file, 'utf8'), file.includes('/rules/')).map(
        (code): [string, string] => [file.slice(VIEWS_ROOT.length), code],
      ),
    );
}

/** Codes where they are thrown or listed; in rules also those named in a type or passed along. */
function codesIn(source: string, isRule: boolean): string[] {
  const bare = source.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  const errors = bare.matchAll(/new DomainError\(\s*'[^']+',\s*'([^']+)'/g);
  const lists = bare.matchAll(/assertNoFaults\(\s*'([^']+)'/g);
  const faults = bare.matchAll(/\bcode: '([a-z-]+\.[a-z_.]+)'/g);
  const named = bare.matchAll(/(?<=refused\(|\| |= )'([a-z]+\.[a-z]+(?:_[a-z]+)+)'/g);
  return [
    ...new Set(
      [...errors, ...lists, ...faults, ...(isRule ? named : [])].map(([, code = '']) => code),
    ),
  ];
}
