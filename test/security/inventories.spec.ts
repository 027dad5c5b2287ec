import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COSTLY_ACTS, type CostlyAct } from '#platform/limits/costly-acts.js';
import { evidenceIn, faultOf } from './evidence.js';

const FOLDER = 'docs/security';
const CRYPTOGRAPHY = /from '(node:crypto|age-encryption|jose)'/;
/** What opens a line to somewhere else, or waits for one. */
const LINES =
  /\bfetch\(|import (?!type)[^;]*from '(pg|nodemailer|openid-client|node:(http|https|tls))'|import \{[^}]*\b(connect|createConnection)\b[^}]*\} from 'node:net'/;

describe('what is written about security', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md')))(
    '%s points at what is there',
    (name) => {
      const faults = evidenceIn(readFileSync(join(FOLDER, name), 'utf8')).map(faultOf);
      expect(faults.filter(Boolean)).toEqual([]);
    },
  );

  it('names every place that uses cryptography', () => {
    expect(unwritten(CRYPTOGRAPHY, 'cryptography.md')).toEqual([]);
  });

  it('names every place that opens a line', () => {
    expect(unwritten(LINES, 'connections.md')).toEqual([]);
  });

  it('tells every limit as it is', () => {
    const rows = [...read('input-and-limits.md').matchAll(LIMIT_ROW)].map(([, name, ...cells]) => [
      name,
      cells,
    ]);
    const acts: [string, CostlyAct][] = Object.entries(COSTLY_ACTS);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(acts.map(([name, act]) => [name, cellsOf(act)])),
    );
  });
});

const LIMIT_ROW =
  /^\| ([a-z][a-z-]*)(?:, refused only)? +\| +(\S+(?: min)?) +\| +(\S+) +\| +(\S+) +\| +(\S+) +\|$/gm;

function cellsOf({ pace, personADay }: CostlyAct): string[] {
  const told = (figure: number | null | undefined): string => String(figure ?? '–');
  const window = pace ? `${pace.seconds / 60} min` : '–';
  return [window, told(pace?.person), told(pace?.network), told(personADay)];
}

/** Files of the product that the pattern fits and that lie in no folder which the page names. */
function unwritten(pattern: RegExp, page: string): readonly string[] {
  const places = evidenceIn(read(page)).map(({ path }) => path);
  return sources()
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .filter((file) => !places.some((place) => file.startsWith(place)));
}

function sources(): readonly string[] {
  return ['apps', 'libs'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => join(root, name)),
  );
}

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
