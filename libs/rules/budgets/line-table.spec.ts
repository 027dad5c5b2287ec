import { describe, expect, it } from '@jest/globals';
import { LINE_COLUMNS, MOST_TABLE_LINES, readLineTable } from './line-table.js';

const cell = (text: string) => ({ text, isFormula: false });
const rowOf = (number: number, ...texts: string[]) => ({ number, cells: texts.map(cell) });

const HEAD = rowOf(1, ...LINE_COLUMNS);
const LINE = ['1', '7', '', '15', 'Жарық', 'Свет', '38 500 000,5', '', '', ''];
const changed = (changes: Readonly<Record<number, string>>) =>
  LINE.map((text, place) => changes[place] ?? text);

describe('a table of lines', () => {
  it('is read with the zeros that a spreadsheet eats, blanks in sums and what goes without saying', () => {
    const { lines, faults } = readLineTable([HEAD, rowOf(4, ...LINE)]);
    expect(faults).toEqual([]);
    expect(lines).toEqual([
      {
        number: 4,
        title: { kk: 'Жарық', ru: 'Свет' },
        functionalGroup: '07',
        programme: '015',
        administrator: '124',
        amountTiyn: 3_850_000_050n,
        funding: 'own',
        origin: { kind: 'akimat', id: null },
      },
    ]);
  });

  it('says every fault of every row at once', () => {
    const formula = { number: 3, cells: LINE.map(cell) };
    formula.cells[6] = { text: '', isFormula: true };
    const { faults } = readLineTable([
      HEAD,
      rowOf(2, ...changed({ 6: '12x', 7: 'gift', 8: 'wish' })),
      formula,
    ]);
    expect(faults.map(({ code, details }) => [code, details?.['line']])).toEqual([
      ['line-table.amount_malformed', 2],
      ['line-table.funding_unknown', 2],
      ['line-table.origin_kind_unknown', 2],
      ['line-table.formula', 3],
    ]);
  });

  it.each([
    [[], ['empty']],
    [[HEAD], ['empty']],
    [
      [rowOf(1, 'amount', 'titleKk', 'titleRu'), rowOf(2, '1')],
      ['column_missing', 'column_missing'],
    ],
    [[rowOf(1, ...LINE_COLUMNS, 'sum'), rowOf(2, '1')], ['column_unknown']],
    [[rowOf(1, ...LINE_COLUMNS, 'Amount'), rowOf(2, '1')], ['column_twice']],
  ])('names what is wrong with the head: %#', (rows, codes) => {
    const { lines, faults } = readLineTable(rows);
    expect(lines).toEqual([]);
    expect(faults.map(({ code }) => code)).toEqual(codes.map((code) => `line-table.${code}`));
  });

  it.each([
    [MOST_TABLE_LINES, 0],
    [MOST_TABLE_LINES + 1, 1],
  ])('holds so many lines: %d', (count, faults) => {
    const rows = Array.from({ length: count }, (_, place) => rowOf(place + 2, ...LINE));
    expect(readLineTable([HEAD, ...rows]).faults).toHaveLength(faults);
  });
});
