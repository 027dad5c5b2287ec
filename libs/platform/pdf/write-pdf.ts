import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A4 with a margin that every printer can print to, in points. */
export const PDF_MARGIN = 42;

/** The two faces of one font that has every Kazakh letter and the sign of the tenge. */
export const PDF_FONTS = { plain: 'plain', bold: 'bold' } as const;

export type Pdf = PDFKit.PDFDocument;

const resolve = createRequire(import.meta.url).resolve;
const FILES = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};

/** What a document says of itself. */
export interface PdfTitle {
  readonly title: string;
  readonly lang: string;
  /** Points kept free under the text of every page; the margin where nothing stands there. */
  readonly foot?: number;
}

/**
 * A document as it is downloaded; fonts stand in it, so that it prints the same everywhere.
 *
 * @param draw begins with no page: it adds its own
 */
export async function writePdf(
  { title, lang, foot = PDF_MARGIN }: PdfTitle,
  draw: (pdf: Pdf) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: PDF_MARGIN, left: PDF_MARGIN, right: PDF_MARGIN, bottom: foot },
    autoFirstPage: false,
    // How many pages there are is known at the end, and each one says it.
    bufferPages: true,
    lang,
    info: { Title: title, Producer: 'Qatysu' },
  });
  for (const [name, file] of Object.entries(FILES)) pdf.registerFont(name, file);
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((done, fail) => {
    pdf.on('end', () => done(Buffer.concat(parts)));
    pdf.on('error', fail);
  });
  draw(pdf);
  pdf.end();
  return whole;
}
