import { drawQr } from '../pdf/draw-qr.js';
import { type Pdf, PDF_FONTS, PDF_MARGIN, writePdf } from '../pdf/write-pdf.js';
import type { Paper, PaperBlock, PaperFoot } from './paper.js';

const FOOT_HEIGHT = 108;
const QR_SIZE = 60;
/** Points that must follow a heading on its page; a main one has a subheading under it. */
const KEPT_TOGETHER = 50;

/** A paper as A4 pages: headings are bookmarks, every page bears the foot and its number. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  return writePdf({ ...paper, foot: FOOT_HEIGHT }, (pdf) => {
    pdf.addPage();
    for (const block of paper.blocks) drawBlock(pdf, block);
    drawFeet(pdf, paper.foot);
  });
}

function drawBlock(pdf: Pdf, block: PaperBlock): void {
  switch (block.kind) {
    case 'title':
      pdf.font(PDF_FONTS.bold).fontSize(17).text(block.text);
      return void pdf.moveDown(0.5);
    case 'heading':
      return drawHeading(pdf, block.text, 13);
    case 'subheading':
      return drawHeading(pdf, block.text, 10.5);
    case 'text':
      pdf.font(PDF_FONTS.plain).fontSize(10).text(block.text, { paragraphGap: 4 });
      return;
    case 'note':
      pdf.font(PDF_FONTS.plain).fontSize(8.5).text(block.text, { paragraphGap: 3 });
      return;
    case 'labelled':
      return drawLabelled(pdf, block);
    case 'numbered':
      return drawNumbered(pdf, block.lines);
  }
}

function drawHeading(pdf: Pdf, text: string, size: number): void {
  const isMain = size > 12;
  const kept = isMain ? 2.4 * KEPT_TOGETHER : KEPT_TOGETHER;
  if (pdf.y + kept > pdf.page.height - FOOT_HEIGHT) pdf.addPage();
  else pdf.moveDown(isMain ? 0.8 : 0.4);
  pdf.font(PDF_FONTS.bold).fontSize(size).text(text, { paragraphGap: 3 });
  if (isMain) pdf.outline.addItem(text);
}

function drawLabelled(
  pdf: Pdf,
  { label, text }: { readonly label: string; readonly text: string },
): void {
  pdf.fontSize(10).font(PDF_FONTS.bold).text(`${label}: `, { continued: true });
  pdf.font(PDF_FONTS.plain).text(text, { paragraphGap: 4 });
}

function drawNumbered(pdf: Pdf, lines: readonly string[]): void {
  pdf.font(PDF_FONTS.plain).fontSize(10);
  lines.forEach((line, place) => {
    pdf.text(`${place + 1}. ${line}`, { paragraphGap: 2 });
  });
}

function drawFeet(pdf: Pdf, foot: PaperFoot): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    pdf.switchToPage(start + place);
    drawFoot(pdf, foot, foot.page(String(place + 1), String(count)));
  }
}

function drawFoot(pdf: Pdf, { lines, address }: PaperFoot, page: string): void {
  const { width, height, margins } = pdf.page;
  // Text in the margin would ask for a further page.
  margins.bottom = 0;
  const top = height - FOOT_HEIGHT + 18;
  const right = width - PDF_MARGIN;
  pdf.moveTo(PDF_MARGIN, top).lineTo(right, top).lineWidth(0.5).stroke('black');
  drawQr(pdf, address, { x: right - QR_SIZE, y: top + 2, size: QR_SIZE });
  pdf.font(PDF_FONTS.plain).fontSize(7).fillColor('black');
  const room = { width: right - QR_SIZE - PDF_MARGIN - 8, lineGap: 1.5 };
  pdf.text([page, ...lines].join('\n'), PDF_MARGIN, top + 7, room);
}
