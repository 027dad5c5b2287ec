import type { FastifyRequest } from 'fastify';
import type { Upload } from '#platform/files/uploads.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { sentFileOf } from '../_frame/file-form.js';
import { refusedField } from './typed-fields.js';

/**
 * The file of a form; null where none was chosen.
 *
 * @throws DomainError rule-violated `file.too_large` at the field `file`
 */
export function chosenFile(request: FastifyRequest): Upload | null {
  const { upload, isTooLarge } = sentFileOf(request);
  if (isTooLarge) throw refusedField('file.too_large', 'file');
  return upload;
}

/**
 * The file of a form that makes no sense without one.
 *
 * @throws DomainError rule-violated `file.missing`, `file.too_large` at the field `file`
 */
export function neededFile(request: FastifyRequest): Upload {
  const upload = chosenFile(request);
  if (!upload) throw refusedField('file.missing', 'file');
  return upload;
}

/** What is wrong with a file stands at its field. */
export function atFile(error: unknown): never {
  const isOfFile =
    error instanceof DomainError &&
    error.kind === 'rule-violated' &&
    error.code.startsWith('file.');
  if (!isOfFile) throw error;
  const { code, details } = error;
  throw new DomainError('rule-violated', 'form.invalid', {
    faults: [{ code, field: 'file', details }],
  });
}
