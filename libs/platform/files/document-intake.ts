import { readFile } from 'node:fs/promises';
import { DomainError } from '#rules/kernel/domain-error.js';

export const DOCUMENT_MEDIA_TYPE = 'application/pdf';

const BEGINNING = '%PDF-';
const END = '%%EOF';
const END_WITHIN_BYTES = 2048;

/**
 * Reads a PDF: one that begins and ends as one. It is kept as it is and only ever handed out to be
 * saved, never shown by our pages.
 *
 * @throws DomainError rule-violated `file.not_a_document`
 */
export async function readDocument(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  const beginning = bytes.subarray(0, BEGINNING.length).toString('latin1');
  const end = bytes.subarray(-END_WITHIN_BYTES).toString('latin1');
  if (beginning !== BEGINNING || !end.includes(END))
    throw new DomainError('rule-violated', 'file.not_a_document');
  return bytes;
}
