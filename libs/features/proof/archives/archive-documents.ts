import { readFileSync } from 'node:fs';
import type { ArchivedText } from './archive-matter.js';

const NAMES = [
  'README.kk.txt',
  'README.ru.txt',
  'README.en.txt',
  'FORMAT.txt',
  'vectors.json',
] as const;

/** What every archive says about itself: how to check it, what its format is, examples to try. */
export const ARCHIVE_DOCUMENTS: readonly ArchivedText[] = NAMES.map((path) => ({
  path,
  text: readFileSync(new URL(`./documents/${path}`, import.meta.url), 'utf8'),
}));
