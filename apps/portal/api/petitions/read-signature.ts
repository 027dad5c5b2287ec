import { HttpException } from '@nestjs/common';

/** What a signer says beside the signature itself. */
export interface SaidWithSignature {
  readonly nameHidden: boolean;
  readonly textDigest: string | null;
}

const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads the shape of a signature by hand, for this is the hot path; a signature may come without a
 * body.
 *
 * @throws HttpException 400 naming every field of the wrong shape
 */
export function readSignature(body: unknown): SaidWithSignature {
  const said = fieldsOf(body);
  const { nameHidden = false, textDigest = null } = said;
  const errors: Record<string, string[]> = {};
  if (typeof nameHidden !== 'boolean') errors['nameHidden'] = ['true or false is expected'];
  if (textDigest !== null && !(typeof textDigest === 'string' && DIGEST.test(textDigest)))
    errors['textDigest'] = ['a SHA-256 in hexadecimal is expected'];
  if (Object.keys(errors).length > 0) throw unreadable(errors);
  return { nameHidden: nameHidden as boolean, textDigest: textDigest as string | null };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw unreadable({ body: ['an object is expected'] });
  return body as Record<string, unknown>;
}

function unreadable(errors: Record<string, string[]>): HttpException {
  return new HttpException({ code: 'http.unreadable', errors }, 400);
}
