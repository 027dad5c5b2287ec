import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessRule } from '#platform/http/access.js';
import type { SentForm } from '../../api/sent-form.js';
import { Take } from './page-route.js';

export const TAKES_FILE = Symbol('takes-file');

/** What came with a form's texts. */
export type SentFile = Pick<SentForm, 'upload' | 'isTooLarge'>;

const NOTHING: SentFile = { upload: null, isTooLarge: false };

const sent = new WeakMap<FastifyRequest, SentFile>();

/** Takes a form that may hold a file; its texts are read as those of any other form. */
export function TakeWithFile(path: string, access: AccessRule): MethodDecorator {
  return applyDecorators(Take(path, access), SetMetadata(TAKES_FILE, true));
}

/** The file of a form; it is gone when the request is answered. */
export function sentFileOf(request: FastifyRequest): SentFile {
  return sent.get(request) ?? NOTHING;
}

export function rememberSentFile(request: FastifyRequest, file: SentFile): void {
  sent.set(request, file);
}
