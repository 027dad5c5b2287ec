import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { AddEnclosure } from '#features/record/enclosures/add-enclosure.js';
import { Uploads } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { PDF_FONTS, writePdf } from '#platform/pdf/write-pdf.js';

/** A page of an invented office. */
export interface DemoPaper {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** @returns the id of the file, to be laid beside an act of the same person */
export async function sendDemoPaper(
  app: INestApplicationContext,
  person: SignedIn,
  paper: DemoPaper,
): Promise<string> {
  const uploads = app.get(Uploads, { strict: false });
  const upload = await uploads.receive(Readable.from([await written(paper)]), paper.name);
  const adding = app.get(AddEnclosure, { strict: false }).run(person, upload);
  return (await adding.finally(() => uploads.discard(upload))).id;
}

function written({ title, lines }: DemoPaper): Promise<Buffer> {
  return writePdf({ title, lang: 'kk' }, (pdf) => {
    pdf.addPage();
    pdf.font(PDF_FONTS.bold).fontSize(14).text(title).moveDown();
    pdf.font(PDF_FONTS.plain).fontSize(11);
    for (const line of lines) pdf.text(line).moveDown(0.5);
  });
}
