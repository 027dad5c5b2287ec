import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const NO_VERSION = -1;

/** `entityTagOf(3) // → '"3"'` */
export function entityTagOf(version: number): string {
  return `"${version}"`;
}

/** The version that a change starts from; 428 where `If-Match` was not sent. */
export function requiredVersion(request: FastifyRequest): number {
  const version = versionIn(request);
  if (version === null) throw new HttpException({ code: 'http.428' }, 428);
  return version;
}

/**
 * The version in `If-Match`, or null where none was sent. A tag that is not ours matches nothing;
 * a proxy that compresses may have made ours weak.
 */
export function versionIn(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined) return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  return match ? Number(match[1]) : NO_VERSION;
}
