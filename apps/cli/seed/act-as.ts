import type { INestApplicationContext } from '@nestjs/common';
import { digestOfToken } from '#platform/identity/session-token.js';
import { Sessions, SignedInReader } from '#platform/identity/sessions.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** A demo person as the use cases see a signed-in one; the session is revoked at once. */
export async function signInFor(app: INestApplicationContext, personId: string): Promise<SignedIn> {
  const sessions = app.get(Sessions, { strict: false });
  const token = await sessions.open(personId, 'seed');
  const person = await app.get(SignedInReader, { strict: false }).find(digestOfToken(token));
  await sessions.revoke(token);
  if (!person) throw new Error('The demo person has no living session');
  return person;
}
