import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { readTable } from './read-table.js';
import { MOST_ROWS, type SheetRow } from './sheet-row.js';
import { writeXlsx } from './write-xlsx.js';

const WORKBOOK = `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="a" r:id="rId7"/><x:sheet name="b" r:id="rId8"/></x:sheets></x:workbook>`;
const RELATIONS = `<Relationships><Relationship Id="rId8" Target="worksheets/other.xml"/><Relationship Id="rId7" Target="/xl/worksheets/first.xml"/></Relationships>`;

describe('tables that people send', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-sheets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(bytes: Uint8Array): Promise<readonly SheetRow[]> {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    return readTable(path);
  }

  const textsOf = (rows: readonly SheetRow[]) =>
    rows.map(({ cells }) => cells.map(({ text }) => text));

  function book(parts: Readonly<Record<string, string>>): Uint8Array {
    const files = {
      'xl/workbook.xml': WORKBOOK,
      'xl/_rels/workbook.xml.rels': RELATIONS,
      ...parts,
    };
    return zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]),
      ),
    );
  }

  const sheet = (rows: string) => ({
    'xl/worksheets/first.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

  it('come back from XLSX as they were written, a formula-like text as the text that it is', async () => {
    const bytes = await writeXlsx({
      name: 'Жолдар: 2027/2028',
      columns: [
        { title: 'a', width: 9 },
        { title: 'sum', width: 9, isNumber: true },
      ],
      rows: [
        ['=1+1 <&> "ә"', '38500000.5'],
        ['', '-7'],
      ],
    });
    expect(textsOf(await read(bytes))).toEqual([
      ['a', 'sum'],
      ['=1+1 <&> "ә"', '38500000.5'],
      ['', '-7'],
    ]);
  });

  it('are read from the first sheet with its gaps, shared texts, numbers and formulas', async () => {
    const rows = await read(
      book({
        'xl/sharedStrings.xml':
          '<sst><si><t>Кө</t><rPh><t>no</t></rPh><r><t>ше</t></r></si><si><t>b</t></si></sst>',
        ...sheet(
          `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><v>1.5E7</v></c></row><row r="4"/>
           <row r="9"><c r="A9"><f>SUM(A1:A2)</f><v>5</v></c><c><v>1234.5600000000001</v></c></row>`,
        ),
      }),
    );
    expect(rows.map(({ number }) => number)).toEqual([3, 9]);
    expect(textsOf(rows)).toEqual([
      ['', 'Көше', '', '15000000'],
      ['', '1234.56'],
    ]);
    expect(rows[1]!.cells[0]!.isFormula).toBe(true);
  });

  it.each([
    ['cut off', () => book(sheet('')).slice(0, 200)],
    ['no table inside', () => zipSync({ 'a.txt': new Uint8Array(3) })],
    ['a broken sheet', () => book(sheet('<row r="1"><c>'))],
    ['a row that goes back', () => book(sheet('<row r="2"/><row r="1"/>'))],
    [
      'entities of its own',
      () =>
        book({
          'xl/worksheets/first.xml':
            '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        }),
    ],
  ])('are refused where there is %s', async (_name, bytes) => {
    await expect(read(bytes())).rejects.toThrow('table-file.unreadable');
  });

  it('are refused when they unpack into too much', async () => {
    const bomb = book(sheet(' '.repeat(20 * 1_048_576)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read(bomb)).rejects.toThrow('table-file.too_large');
  });

  it.each([
    [MOST_ROWS, null],
    [MOST_ROWS + 1, 'table-file.too_many_rows'],
  ])('hold so many rows: %d', async (count, code) => {
    const rows = Array.from({ length: count }, (_, place) => `a;${place}`);
    const cells = rows.map((_, place) => `<row r="${place + 1}"><c><v>1</v></c></row>`);
    const answers = [read(Buffer.from(rows.join('\n'))), read(book(sheet(cells.join(''))))];
    for (const answer of answers)
      if (code) await expect(answer).rejects.toThrow(code);
      else expect(await answer).toHaveLength(count);
  });

  it.each([
    [
      '\ufeffa;b\r\n"x;y";\'=1\r\n',
      [
        ['a', 'b'],
        ['x;y', '=1'],
      ],
    ],
    [
      'a\tb\n1\t\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('come as CSV: %j', async (text, rows) => {
    expect(textsOf(await read(Buffer.from(text)))).toEqual(rows);
  });

  it('come as CSV of an older desk, formulas marked', async () => {
    const cyrillic = Buffer.from([0xd3, 0xeb, 0xe8, 0xf6, 0xe0, 0x3b, 0x3d, 0x31]);
    const [row] = await read(cyrillic);
    expect(row!.cells).toEqual([
      { text: 'Улица', isFormula: false },
      { text: '', isFormula: true },
    ]);
  });

  it('of the older form are refused by name', async () => {
    await expect(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow(
      'table-file.old_form',
    );
  });
});
