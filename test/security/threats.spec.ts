import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evidenceIn } from './evidence.js';

const THREATS = 54;
const FAULTS = 30;
const ROW = /^\| ([TF]\d+) *\|[^|]*\| (\w+) *\| (.*) \|$/gm;

const rows = [...readFileSync('docs/security/threats.md', 'utf8').matchAll(ROW)].map(
  ([, id, state, how]) => ({ id: id!, state: state!, how: how! }),
);

describe('threats and faults', () => {
  it('are all answered, once and in their sequence', () => {
    const ids = (letter: string, last: number): string[] =>
      Array.from({ length: last }, (_, place) => `${letter}${place + 1}`);
    expect(rows.map(({ id }) => id)).toEqual([...ids('T', THREATS), ...ids('F', FAULTS)]);
  });

  it('are held by what is named, open or elsewhere with a reason', () => {
    const wrong = rows.filter(({ state, how }) =>
      state === 'held' ? evidenceIn(how).length === 0 : !['open', 'elsewhere'].includes(state),
    );
    expect(wrong).toEqual([]);
  });
});
