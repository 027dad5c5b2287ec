import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCatalogue } from './catalogue.js';
import { LETTERS_FOLDER } from './letters.js';
import { readTemplates } from './template-files.js';
import { VIEWS_ROOT } from './views.js';

const templates = ['apps/portal/pages', LETTERS_FOLDER].flatMap((folder) =>
  readTemplates(join(VIEWS_ROOT, folder)),
);
const keys = [...readCatalogue(join(VIEWS_ROOT, 'libs/platform/views/catalogue')).kk.keys()];

/** Every template with what it does wrong; an empty list is what we want. */
function faults(find: (source: string) => readonly string[]): string[] {
  return templates.flatMap(({ name, source }) => find(source).map((fault) => `${name}: ${fault}`));
}

describe('templates', () => {
  it('hold no words of their own', () => {
    expect(faults(wordsIn)).toEqual([]);
  });

  it('never switch escaping off, and have no inline style, handler or script', () => {
    const forbidden = /\{\{\{|\{\{&|\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/g;
    expect(faults((source) => source.match(forbidden) ?? [])).toEqual([]);
  });

  it('ask only for texts that exist', () => {
    expect(faults((source) => askedIn(source).filter((asked) => !isKnown(asked)))).toEqual([]);
  });

  it('finds words, when there are any', () => {
    expect(wordsIn('<p class="a">{{t "x.y"}} Сәлем</p>')).toEqual(['Сәлем']);
    expect(wordsIn('<img alt="Photo" src="a.png">')).toEqual(['alt="Photo"']);
    expect(wordsIn('{{#if a}}<b title="{{t \'x\'}}">№ {{n}}</b>{{/if}}')).toEqual([]);
    expect(askedIn("{{t 'a.b'}} {{t 'a.c' count=1}} {{t 'a' state}}")).toEqual([
      'a.b',
      'a.c',
      'a.*',
    ]);
  });
});

describe('code', () => {
  it('asks only for texts that exist', () => {
    const unknown = sources().flatMap(([file, source]) =>
      calledIn(source)
        .filter((asked) => !isKnown(asked))
        .map((asked) => `${file}: ${asked}`),
    );
    expect(unknown).toEqual([]);
  });

  it('finds calls with a joined key', () => {
    expect(calledIn("say.t('a.b', {}) t(`a.${x}.c`) set('x.y')")).toEqual(['a.b', 'a.*']);
  });
});

function wordsIn(source: string): string[] {
  const bare = source.replaceAll(/\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}/g, '');
  const spoken = /\s((?:aria-label|alt|title|placeholder)="[^"]*\p{L}[^"]*")/gu;
  const attributes = [...bare.matchAll(spoken)].map((match) => match[1] ?? '');
  const between =
    bare.replaceAll(/<!DOCTYPE html>|<[^>]*>/g, ' ').match(/[\p{L}][\p{L}\s]*/gu) ?? [];
  return [...between.map((words) => words.trim()), ...attributes];
}

/** Keys asked for; `a.*` where the end is only known when the page is made. */
function askedIn(source: string): string[] {
  const calls = source.matchAll(/[{(]t '([^']+)'(\s+(?!\w+=)[^\s)}]+)?/g);
  return [...calls].map(([, key = '', more]) => (more ? `${key}.*` : key));
}

function calledIn(source: string): string[] {
  const plain = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  const joined = [...source.matchAll(/\bt\(\s*`([^`$]*)\.\$\{/g)].map(([, key]) => `${key}.*`);
  return [...plain, ...joined];
}

function isKnown(asked: string): boolean {
  if (!asked.endsWith('.*')) return keys.includes(asked);
  return keys.some((key) => key.startsWith(asked.slice(0, -1)));
}

function sources(): [string, string][] {
  const folders = ['apps', 'libs/features', 'libs/platform'].map((folder) =>
    join(VIEWS_ROOT, folder),
  );
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(VIEWS_ROOT.length), readFileSync(file, 'utf8')]);
}
