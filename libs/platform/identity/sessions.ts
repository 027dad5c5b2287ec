import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tellSignIn } from '../log/security-log.js';
import { digestOfToken, newSessionToken } from './session-token.js';
import type { SignedIn } from './signed-in.js';

const LIFETIME_HOURS = 12;

/** Finds the person behind a session; who people are and what they hold is not the platform's to know. */
export abstract class SignedInReader {
  /** The person of a living session with the roles held today; null for any other token. */
  abstract find(tokenDigest: Buffer): Promise<SignedIn | null>;
}

/** Server-side sessions: opened at sign-in, revoked at once. */
@Injectable()
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens a new session and returns its token; an older one of the browser stays as it is. */
  async open(personId: string, provider: string): Promise<string> {
    const token = newSessionToken();
    await this.dataSource.query(
      `insert into sessions (token_digest, person_id, provider, expires_at)
       values ($1, $2, $3, clock_timestamp() + make_interval(hours => $4))`,
      [digestOfToken(token), personId, provider, LIFETIME_HOURS],
    );
    tellSignIn({ person: personId, provider });
    return token;
  }

  async revoke(token: string): Promise<void> {
    await this.dataSource.query(
      `update sessions set revoked_at = clock_timestamp() where token_digest = $1 and revoked_at is null`,
      [digestOfToken(token)],
    );
  }

  /** How many living sessions a person has beside this one. */
  async countOthers(personId: string, token: string): Promise<number> {
    const rows: { others: number }[] = await this.dataSource.query(
      `select count(*)::int as others from sessions where person_id = $1 and token_digest <> $2
         and revoked_at is null and expires_at > clock_timestamp()`,
      [personId, digestOfToken(token)],
    );
    return rows[0]?.others ?? 0;
  }

  /** Signs a person out everywhere but here. */
  async revokeOthers(personId: string, token: string): Promise<void> {
    await this.dataSource.query(
      `update sessions set revoked_at = clock_timestamp()
       where person_id = $1 and token_digest <> $2 and revoked_at is null`,
      [personId, digestOfToken(token)],
    );
  }
}
