import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Upload, Uploads } from '#platform/files/uploads.js';
import { readSentForm, uploadIn } from '../sent-form.js';

/** Reads a form with one file, and throws the temporary file away whatever comes of it. */
@Injectable()
export class SentFiles {
  constructor(private readonly uploads: Uploads) {}

  async take(
    request: FastifyRequest,
    act: (fields: Readonly<Record<string, string>>, upload: Upload) => Promise<void>,
  ): Promise<void> {
    const form = await readSentForm(request, this.uploads);
    const upload = uploadIn(form);
    await act(form.fields, upload).finally(() => this.uploads.discard(upload));
  }
}

/** The description of a form with a file and texts beside it. */
export function formWithFile(...fields: readonly string[]) {
  const texts = fields.map((field) => [field, { type: 'string', maxLength: 500 }] as const);
  return {
    type: 'object',
    required: ['file'],
    properties: { ...Object.fromEntries(texts), file: { type: 'string', format: 'binary' } },
  };
}
