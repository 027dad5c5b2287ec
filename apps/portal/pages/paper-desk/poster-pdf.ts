import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { drawQr } from '#platform/pdf/draw-qr.js';
import { PDF_FONTS, PDF_MARGIN, writePdf } from '#platform/pdf/write-pdf.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from '../petitions/addressee-words.js';

const QR_SIZE = 300;

/** A sheet for the notice board: what is asked for, and the way to sign it by telephone. */
export async function posterPdf(
  petition: PetitionRow,
  address: string,
  say: Wording,
): Promise<Buffer> {
  const title = say.official(petition.texts.title).text;
  return writePdf({ title, lang: say.lang }, (pdf) => {
    pdf.addPage();
    const centred = { align: 'center' } as const;
    pdf.font(PDF_FONTS.plain).fontSize(16).text(say.t('paperDesk.poster.lead'), centred);
    pdf.moveDown(0.6).font(PDF_FONTS.bold).fontSize(30).text(title, centred);
    pdf.moveDown(0.4).font(PDF_FONTS.plain).fontSize(14);
    pdf.text(say.t('paperDesk.sheet.to', { addressee: addresseeOf(petition, say) }), centred);
    const y = pdf.y + 20;
    drawQr(pdf, address, { x: (pdf.page.width - QR_SIZE) / 2, y, size: QR_SIZE });
    pdf
      .fillColor('black')
      .fontSize(14)
      .text(address, PDF_MARGIN, y + QR_SIZE + 10, centred);
    pdf.moveDown().fontSize(10).text(say.t('petitions.bases.borrowed-measure'), centred);
  });
}
