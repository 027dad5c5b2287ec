import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One template: its name is the path below the pages, `rounds/round`. */
export interface TemplateFile {
  readonly name: string;
  readonly file: string;
  readonly source: string;
}

/** Reads every `*.hbs` below a folder. */
export function readTemplates(folder: string): TemplateFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: nameOf(folder, file), file, source: readFileSync(file, 'utf8') }));
}

function nameOf(folder: string, file: string): string {
  return relative(folder, file)
    .split(sep)
    .join('/')
    .replace(/\.hbs$/, '');
}
