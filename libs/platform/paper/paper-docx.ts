import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { toBuffer } from 'qrcode';
import type { Paper, PaperBlock, PaperFoot } from './paper.js';

/** Pixels of the QR code on the page. */
const QR_SIZE = 84;
/** Stand in the words of the foot for the numbers that the word processor counts itself. */
const COUNTED = { '\u0001': PageNumber.CURRENT, '\u0002': PageNumber.TOTAL_PAGES } as const;

/** A paper as a text that an office can go on with, block by block as in the printed one. */
export async function paperDocx({ title, lang, blocks, foot }: Paper): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Qatysu',
    styles: {
      default: { document: { run: { font: 'Arial', size: 22, language: { value: lang } } } },
    },
    sections: [
      { footers: { default: await footerOf(foot) }, children: blocks.flatMap(paragraphsOf) },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphsOf(block: PaperBlock): Paragraph[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE })];
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
    case 'subheading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case 'text':
      return block.text.split('\n').map((text) => spaced([new TextRun(text)]));
    case 'note':
      return [spaced([new TextRun({ text: block.text, size: 18 })])];
    case 'labelled':
      return [
        spaced([new TextRun({ text: `${block.label}: `, bold: true }), new TextRun(block.text)]),
      ];
    case 'numbered':
      return block.lines.map((line, place) => spaced([new TextRun(`${place + 1}. ${line}`)]));
  }
}

function spaced(children: TextRun[]): Paragraph {
  return new Paragraph({ children, spacing: { after: 120 } });
}

async function footerOf({ lines, address, page }: PaperFoot): Promise<Footer> {
  const qr = await toBuffer(address, { errorCorrectionLevel: 'Q', margin: 2, scale: 6 });
  const picture = new ImageRun({
    type: 'png',
    data: qr,
    transformation: { width: QR_SIZE, height: QR_SIZE },
  });
  const small = (text: string) => new Paragraph({ children: [new TextRun({ text, size: 14 })] });
  return new Footer({
    children: [
      new Paragraph({ children: [picture] }),
      new Paragraph({ children: [new TextRun({ size: 14, children: pageWords(page) })] }),
      ...lines.map(small),
    ],
  });
}

function pageWords(page: PaperFoot['page']): string[] {
  const [current, all] = Object.keys(COUNTED) as [string, string];
  const fields: Readonly<Record<string, string>> = COUNTED;
  const parts = page(current, all).split(new RegExp(`(${current}|${all})`));
  return parts.filter((part) => part !== '').map((part) => fields[part] ?? part);
}
