import type { PaperSheetRow } from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { type Pdf, PDF_FONTS, PDF_MARGIN, writePdf } from '#platform/pdf/write-pdf.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from '../petitions/addressee-words.js';

const COLUMNS = [
  { name: 'line', width: 26 },
  { name: 'name', width: 150 },
  { name: 'iin', width: 100 },
  { name: 'address', width: 145 },
  { name: 'signature', width: 90 },
] as const;

const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 30;
/** More of the text is found under its digest and the petition's address. */
const MOST_TEXT = 900;

/** Sheets to be signed on paper, one a page, each with its serial number. */
export async function sheetsPdf(
  petition: PetitionRow,
  sheets: readonly PaperSheetRow[],
  say: Wording,
): Promise<Buffer> {
  const title = say.t('paperDesk.sheet.title', { number: petition.number ?? '' });
  return writePdf({ title, lang: say.lang }, (pdf) => {
    for (const sheet of sheets) drawSheet(pdf, { petition, sheet }, say);
  });
}

interface DrawnSheet {
  readonly petition: PetitionRow;
  readonly sheet: PaperSheetRow;
}

function drawSheet(pdf: Pdf, { petition, sheet }: DrawnSheet, say: Wording): void {
  pdf.addPage();
  drawHead(pdf, { petition, sheet }, say);
  drawTable(pdf, sheet.lines, say);
  pdf.font(PDF_FONTS.plain).fontSize(8);
  pdf.text(say.t('paperDesk.sheet.consent'), PDF_MARGIN, pdf.y + 10);
  pdf.moveDown().text(say.t('paperDesk.sheet.collector'));
}

function drawHead(pdf: Pdf, { petition, sheet }: DrawnSheet, say: Wording): void {
  const serial = `${petition.number}/${sheet.number}`;
  pdf.font(PDF_FONTS.bold).fontSize(13);
  pdf.text(say.t('paperDesk.sheet.serial', { serial }), { align: 'right' });
  pdf.fontSize(14).text(say.official(petition.texts.title).text);
  pdf.font(PDF_FONTS.plain).fontSize(9).moveDown(0.4);
  pdf.text(say.t('paperDesk.sheet.to', { addressee: addresseeOf(petition, say) }));
  pdf.moveDown(0.4).text(shortened(say.official(petition.texts.text).text));
  pdf.moveDown(0.4).fontSize(8).text(say.t('petitions.bases.borrowed-measure'));
  pdf.text(say.t('paperDesk.sheet.digest', { digest: petition.textDigest ?? '' }));
  pdf.moveDown(0.6);
}

function shortened(text: string): string {
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT)}…`;
}

function drawTable(pdf: Pdf, lines: number, say: Wording): void {
  const top = pdf.y;
  const heads = COLUMNS.map(({ name }) => say.t(`paperDesk.sheet.columns.${name}`));
  drawRow(pdf, { texts: heads, y: top, height: HEAD_HEIGHT });
  for (let line = 1; line <= lines; line += 1) {
    const y = top + HEAD_HEIGHT + (line - 1) * ROW_HEIGHT;
    drawRow(pdf, { texts: [String(line)], y, height: ROW_HEIGHT });
  }
  pdf.y = top + HEAD_HEIGHT + lines * ROW_HEIGHT;
}

interface DrawnRow {
  readonly texts: readonly string[];
  readonly y: number;
  readonly height: number;
}

function drawRow(pdf: Pdf, { texts, y, height }: DrawnRow): void {
  let x = PDF_MARGIN;
  COLUMNS.forEach(({ width }, place) => {
    pdf.rect(x, y, width, height).lineWidth(0.6).stroke();
    pdf
      .fontSize(8)
      .text(texts[place] ?? '', x + 4, y + 5, { width: width - 8, height: height - 8 });
    x += width;
  });
}
