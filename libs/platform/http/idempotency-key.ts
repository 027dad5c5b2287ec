import { HttpException } from '@nestjs/common';

const KEY = /^[\x21-\x7e]{1,128}$/;

/** Is this a key that names one attempt of an act? Visible ASCII, at most 128 characters. */
export function isIdempotencyKey(key: unknown): key is string {
  return typeof key === 'string' && KEY.test(key);
}

/**
 * The key that was sent, or null where none was.
 *
 * @throws HttpException 400 `idempotency.bad_key` for what is no key
 */
export function readIdempotencyKey(key: unknown): string | null {
  if (key === undefined) return null;
  if (isIdempotencyKey(key)) return key;
  throw new HttpException({ code: 'idempotency.bad_key' }, 400);
}
