import { HttpException } from '@nestjs/common';
import type { MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { orNoSpace } from '#platform/files/no-space.js';
import type { Upload, Uploads } from '#platform/files/uploads.js';

/** A form sent with a file. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  /** Null where no file was chosen. */
  readonly upload: Upload | null;
  /** The file was larger than we take: nothing of it is kept. */
  readonly isTooLarge: boolean;
}

/**
 * Reads a multipart form with one file; 415 for another kind of body, 413 for texts too long or
 * too many, 400 for a form cut off. The caller discards the upload.
 */
export async function readSentForm(request: FastifyRequest, uploads: Uploads): Promise<SentForm> {
  if (!request.isMultipart()) throw new HttpException({ code: 'http.415' }, 415);
  const fields: Record<string, string> = {};
  let upload: Upload | null = null;
  let isTooLarge = false;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = wholeText(part);
      else if (upload || !part.filename) part.file.resume();
      else {
        upload = await uploads.receive(part.file, part.filename);
        isTooLarge = part.file.truncated;
      }
    }
  } catch (error) {
    if (upload) await uploads.discard(upload);
    letGo(request);
    throw refusalOf(error);
  }
  if (!isTooLarge) return { fields, upload, isTooLarge };
  await uploads.discard(upload!);
  return { fields, upload: null, isTooLarge };
}

/**
 * The file that a program sent.
 *
 * @throws HttpException 413; DomainError rule-violated `file.missing`
 */
export function uploadIn({ upload, isTooLarge }: SentForm): Upload {
  if (isTooLarge) throw new HttpException({ code: 'http.413' }, 413);
  if (!upload) throw new DomainError('rule-violated', 'file.missing');
  return upload;
}

/** The rest of a refused form is read into nothing: the next request of the connection comes after it. */
function letGo({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}

/** A text cut off by the limit would be stored as if it were whole. */
function wholeText({ value, valueTruncated }: MultipartValue): string {
  if (valueTruncated) throw new HttpException({ code: 'http.413' }, 413);
  return String(value);
}

/** Errors of the disk are ours, those with a status speak for themselves, the rest is the form's. */
function refusalOf(error: unknown): unknown {
  if (error instanceof HttpException) return error;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  const isOurs = typeof code === 'string' && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET';
  if (typeof statusCode === 'number' || isOurs) return orNoSpace(error);
  return new HttpException({ code: 'http.unreadable' }, 400);
}
