import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AsvsRow {
  readonly chapter: string;
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly how: string;
}

const FOLDER = 'docs/security/asvs';
const ROW = /^\| (\d+\.\d+\.\d+) *\| (.*) \|$/;
const CELL = / *(?<!\\)\| */;

/** Every row of every chapter. */
export function readAsvsRows(): readonly AsvsRow[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const chapter = `V${Number(file.slice(1, 3))}`;
    return readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .flatMap((line) => rowOf(chapter, line));
  });
}

function rowOf(chapter: string, line: string): AsvsRow[] {
  const [, id, rest] = ROW.exec(line) ?? [];
  if (id === undefined || rest === undefined) return [];
  const [level = '', , state = '', how = ''] = rest.split(CELL).map((cell) => cell.trim());
  return [{ chapter, id, level, state, how }];
}
