import { existsSync, readFileSync } from 'node:fs';

/** What a written row points at: a file of this repository, and a text that stands in it. */
export interface Evidence {
  readonly path: string;
  readonly text: string | null;
}

const REFERENCE =
  /`((?:apps|libs|test|docs|deploy|scripts|bench)\/[^`#]+|\.ci\/run|[A-Z]+\.md|package(?:-lock)?\.json|tsconfig\.json|docker-compose\.yml|Dockerfile|\.env\.example|\.npmrc)(?:#([^`]+))?`/g;

/**
 * Every reference of a text, written as `path/to/file.ts#text in it`.
 *
 * @example evidenceIn('held by `libs/a.ts#SECRET`') // → [{ path: 'libs/a.ts', text: 'SECRET' }]
 */
export function evidenceIn(text: string): readonly Evidence[] {
  return [...text.matchAll(REFERENCE)].map(([, path, named]) => ({
    path: path!,
    text: named ?? null,
  }));
}

/** What is wrong with a reference, or null. */
export function faultOf({ path, text }: Evidence): string | null {
  if (!existsSync(path)) return `${path} is not there`;
  if (text !== null && !readFileSync(path, 'utf8').includes(text))
    return `${path} says nowhere "${text}"`;
  return null;
}
