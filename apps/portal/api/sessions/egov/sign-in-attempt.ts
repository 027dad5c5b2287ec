import { isLang, type Lang } from '#platform/views/lang.js';
import type { Sealing } from '#platform/identity/sealing.js';

/** What a proof is asked for: any person, one in office, or one that proves it anew. */
export type AskedProof = 'ordinary' | 'staff' | 'fresh';

/** One sign-in that a browser has begun; whatever comes back must belong to it. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly lang: Lang;
  readonly proof: AskedProof;
  readonly begunAt: number;
}

export const ATTEMPT_SECONDS = 600;

const PURPOSE = 'sign-in attempt';
const PLACE = 'browser';

export function attemptCookieName(production: boolean): string {
  return production ? '__Host-qatysu_sign_in' : 'qatysu_sign_in';
}

/** Sealed into the browser: the server keeps nothing of people who only begin. */
export function sealAttempt(attempt: SignInAttempt, sealing: Sealing): string {
  return sealing.seal(JSON.stringify(attempt), PURPOSE, PLACE).toString('base64url');
}

/** Null where there is none, it is not ours, or it was begun too long ago. */
export function openAttempt(sealed: string | undefined, sealing: Sealing): SignInAttempt | null {
  if (!sealed) return null;
  const attempt = unsealed(sealed, sealing);
  const isLate = !attempt || Date.now() - attempt.begunAt > ATTEMPT_SECONDS * 1000;
  return isLate || !isLang(attempt.lang) ? null : attempt;
}

export function isAskedProof(text: unknown): text is AskedProof {
  return text === 'ordinary' || text === 'staff' || text === 'fresh';
}

function unsealed(sealed: string, sealing: Sealing): SignInAttempt | null {
  try {
    const text = sealing.open(Buffer.from(sealed, 'base64url'), PURPOSE, PLACE);
    return JSON.parse(text) as SignInAttempt;
  } catch {
    return null;
  }
}
