import type { INestApplicationContext } from '@nestjs/common';
import { Gate } from '#platform/files/gate.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { proofByProgram, Sessions, SignedInReader } from '#platform/identity/sessions.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/**
 * Fewer than the portal has connections: a whole town in line for them would wait longer than a
 * connection may be waited for, on a slow machine.
 */
const door = new Gate(6);

/** A demo person as the use cases see a signed-in one; the session is revoked at once. */
export async function signInFor(app: INestApplicationContext, personId: string): Promise<SignedIn> {
  const person = await duringSession(app, personId, (digest) =>
    app.get(SignedInReader, { strict: false }).find(digest),
  );
  if (!person) throw new Error('The demo person has no living session');
  return person;
}

/** Does something with a living session of a demo person, and revokes it. */
export async function duringSession<T>(
  app: INestApplicationContext,
  personId: string,
  act: (tokenDigest: Buffer) => Promise<T>,
): Promise<T> {
  const sessions = app.get(Sessions, { strict: false });
  return door.pass(async () => {
    const token = await sessions.open({ personId, proof: proofByProgram('seed') });
    return act(digestOfToken(token)).finally(() => sessions.revoke(token));
  });
}
