import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VIEWS_ROOT } from './views.js';

/** Ways of putting a text into a page, or of running it, past the escaping. */
const WAYS =
  /\bSafeString\b|\bnoEscape\b|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\beval\(|\bnew Function\b|\bDOMParser\b|\brunIn\w*Context\b|\bsrcdoc\b/g;

/** Where one of them stands, and why it is safe there. */
const ALLOWED: Readonly<Record<string, string>> = {
  'apps/portal/assets/scripts/budget-bar.js DOMParser':
    'our own answer to a form, as escaped as the page that the browser would have opened',
  'libs/platform/views/letters.ts noEscape':
    'the plain text of a letter and text messages, which nothing reads as HTML',
  'libs/platform/views/template-functions.ts SafeString':
    'drawings made by svg`…` alone, whose class is checked and whose values are escaped',
  'libs/platform/views/views.ts noEscape': 'off, unless a letter asks for its plain text',
  'libs/platform/views/views.ts runInThisContext': 'templates of the installation, compiled once',
};

describe('ways past the escaping', () => {
  it('are those of the list, each with its reason', () => {
    const found = ['apps', 'libs'].flatMap(sources).flatMap(([file, text]) => waysIn(file, text));
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  it('are noticed', () => {
    expect(waysIn('a.js', 'node.innerHTML = text; new Function(text)')).toEqual([
      'a.js innerHTML',
      'a.js new Function',
    ]);
  });
});

function waysIn(file: string, text: string): string[] {
  return (text.match(WAYS) ?? []).map((way) => `${file} ${way}`);
}

function sources(folder: string): [file: string, text: string][] {
  return readdirSync(join(VIEWS_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(ts|js|mjs)$/.test(name) && !name.endsWith('spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(VIEWS_ROOT.length), readFileSync(file, 'utf8')]);
}
