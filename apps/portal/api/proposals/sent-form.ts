import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Upload, Uploads } from '#platform/files/uploads.js';

/** A form sent with a file. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  /** Null where no file was chosen. */
  readonly upload: Upload | null;
}

/**
 * Reads a multipart form with one file; 415 for another kind of body, 413 for a file too large,
 * 400 for a form cut off. The caller discards the upload.
 */
export async function readSentForm(request: FastifyRequest, uploads: Uploads): Promise<SentForm> {
  if (!request.isMultipart()) throw new HttpException({ code: 'http.415' }, 415);
  const fields: Record<string, string> = {};
  let upload: Upload | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else if (upload || !part.filename) part.file.resume();
      else {
        upload = await uploads.receive(part.file, part.filename);
        if (part.file.truncated) throw new HttpException({ code: 'http.413' }, 413);
      }
    }
  } catch (error) {
    if (upload) await uploads.discard(upload);
    throw refusalOf(error);
  }
  return { fields, upload };
}

/** Errors of the disk are ours, those with a status speak for themselves, the rest is the form's. */
function refusalOf(error: unknown): unknown {
  if (error instanceof HttpException) return error;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (code === 'ENOSPC') return new DomainError('unavailable', 'file.no_space');
  const isOurs = typeof code === 'string' && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET';
  if (typeof statusCode === 'number' || isOurs) return error;
  return new HttpException({ code: 'http.unreadable' }, 400);
}
