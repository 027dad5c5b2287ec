import { steadyZip, type ZipPart } from '../files/steady-zip.js';

/** One sheet: texts stay texts whatever they begin with, numbers are written as they are given. */
export interface XlsxTable {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface XlsxColumn {
  readonly title: string;
  /** In letters, roughly. */
  readonly width: number;
  /** Decimal numbers, such as `38500000.5`. */
  readonly isNumber?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Of the title row and of sums in `styles.xml` below. */
const BOLD = 1;
const SUM = 2;
const LONGEST_NAME = 31;

/** The bytes of an XLSX file, the same for the same table. */
export async function writeXlsx(table: XlsxTable): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of steadyZip(partsOf(table))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* partsOf(table: XlsxTable): AsyncGenerator<ZipPart> {
  const name = escaped(table.name.replaceAll(/[[\]*?/\\:]/g, ' ').slice(0, LONGEST_NAME));
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheetOf(table),
  };
  for (const [path, xml] of Object.entries(parts)) yield { path, pieces: [HEAD + xml] };
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function sheetOf({ columns, rows }: XlsxTable): string {
  const widths = columns.map(
    ({ width }, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ title }) => textCell(title, BOLD));
  const body = rows.map((cells) =>
    cells.map((cell, place) => (columns[place]?.isNumber ? numberCell(cell) : textCell(cell))),
  );
  const lines = [head, ...body].map(
    (cells, place) => `<row r="${place + 1}">${cells.join('')}</row>`,
  );
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `<worksheet xmlns="${MAIN}">${frozen}<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function textCell(text: string, style = 0): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function numberCell(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) ? `<c s="${SUM}"><v>${text}</v></c>` : textCell(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Signs that XML has no place for are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '',
    )
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
