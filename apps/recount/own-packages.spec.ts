import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Node itself, and what the command line needs; README of the tally names them too. */
const OWN_PACKAGES = ['age-encryption', 'cli-progress', 'commander', 'yauzl'];
/** Of Node files and, for lottery and ledger, SHA-256 and Ed25519. */
const NODE_MODULES = ['node:crypto', 'node:fs', 'node:stream'];

describe('The recount', () => {
  const { files, packages } = closureOf('apps/recount/main.ts');

  it('needs nothing but Node and its own small set of packages', () => {
    expect([...packages].sort()).toEqual([...OWN_PACKAGES, ...NODE_MODULES].sort());
  });

  it('takes of the project only its own files and pure rules', () => {
    const strangers = [...files].filter((file) => !/^(apps\/recount|libs\/rules)\//.test(file));
    expect(strangers).toEqual([]);
    expect(files).toContain('libs/rules/tally/count.ts');
  });
});

describe('The tally', () => {
  it.each(['count.ts', 'round-count.ts', 'pabulib/read-pabulib.ts', 'pabulib/write-pabulib.ts'])(
    'in %s needs no package, and of Node nothing but SHA-256',
    (file) => {
      const { packages } = closureOf(`libs/rules/tally/${file}`);
      expect([...packages].filter((name) => name !== 'node:crypto')).toEqual([]);
    },
  );
});

interface Closure {
  readonly files: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

/** Everything that a file imports, and what that imports, and so on; types count too. */
function closureOf(start: string): Closure {
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const imported of importsOf(file)) {
      const path = pathOf(imported, file);
      if (path === null) packages.add(imported);
      else open.push(path);
    }
  }
  return { files, packages };
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, name]) => name!);
}

function pathOf(imported: string, from: string): string | null {
  const alias = /^#(rules|features|platform|apps|test)\//.exec(imported)?.[1];
  if (alias === undefined && !imported.startsWith('.')) return null;
  const inLibs = alias !== 'apps' && alias !== 'test' ? 'libs/' : '';
  const path = alias ? `${inLibs}${imported.slice(1)}` : join(dirname(from), imported);
  const source = normalize(path).replace(/\.js$/, '.ts');
  if (!existsSync(source)) throw new Error(`${from} imports ${imported}, which is not there`);
  return source;
}
