import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { DeviceLabel } from './device-label.js';
import type { ProvenIdentity } from './identity-provider.js';
import { FIRST_TERM, type SessionTerm } from './session-terms.js';
import { digestOfToken, newSessionToken } from './session-token.js';
import type { SignedIn } from './signed-in.js';

/** Finds the person behind a session; who people are and what they hold is not the platform's to know. */
export abstract class SignedInReader {
  /** The person of a living session with the roles held today; null for any other token. */
  abstract find(tokenDigest: Buffer): Promise<SignedIn | null>;
}

/** Who signs in, by what proof, and from what kind of device. */
export interface NewSession {
  readonly personId: string;
  readonly proof: Omit<ProvenIdentity, 'iin'>;
  readonly device?: DeviceLabel;
  /** Token of the browser's former session, which ends. */
  readonly instead?: string | null;
}

/** Whoever runs a command on the server has the keys anyway. */
export function proofByProgram(provider: 'command' | 'seed'): NewSession['proof'] {
  return { provider, assurances: [], provenAt: 'now' };
}

/** A living session as its person sees it: days, never instants. */
export interface SessionRow {
  readonly id: string;
  readonly device: DeviceLabel | null;
  readonly since: CivilDate;
  readonly usedOn: CivilDate;
  readonly isThis: boolean;
}

/** Server-side sessions: a new token at each sign-in, revoked at once. */
@Injectable()
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens a new session and returns its token. */
  async open({ personId, proof, device, instead }: NewSession): Promise<string> {
    const token = newSessionToken();
    const { wholeMinutes, idleMinutes } = FIRST_TERM;
    const { provider, assurances, provenAt } = proof;
    await this.dataSource.query(OPEN, [
      digestOfToken(token),
      personId,
      provider,
      wholeMinutes,
      idleMinutes,
      assurances,
      provenAt === 'now' ? 'infinity' : provenAt,
      device ?? null,
    ]);
    if (instead) await this.revoke(instead);
    return token;
  }

  /** Notes that a session is used, at most once a minute, and puts its end off as its term allows. */
  async keep(tokenDigest: Buffer, { wholeMinutes, idleMinutes }: SessionTerm): Promise<void> {
    await this.dataSource.query(KEEP, [tokenDigest, wholeMinutes, idleMinutes]);
  }

  async revoke(token: string): Promise<void> {
    await this.dataSource.query(
      `update sessions set revoked_at = clock_timestamp() where token_digest = $1 and revoked_at is null`,
      [digestOfToken(token)],
    );
  }

  /** Ends one of a person's own sessions; false where there is no such one any more. */
  async revokeOwn(personId: string, id: string): Promise<boolean> {
    const [, ended] = (await this.dataSource.query(
      `update sessions set revoked_at = clock_timestamp() where person_id = $1 and id = $2 and ${LIVING}`,
      [personId, id],
    )) as [unknown, number];
    return ended > 0;
  }

  /** A person's living sessions, the one asked from first. */
  async listOwn(personId: string, token: string): Promise<SessionRow[]> {
    return this.dataSource.query(LIST, [personId, digestOfToken(token)]);
  }

  /** How many living sessions a person has beside this one. */
  async countOthers(personId: string, token: string): Promise<number> {
    const rows: { others: number }[] = await this.dataSource.query(
      `select count(*)::int as others from sessions
       where person_id = $1 and token_digest <> $2 and ${LIVING}`,
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

const LIVING = `revoked_at is null and expires_at > clock_timestamp()`;

/** A proof from the future is one of now: the provider's clock is not ours. */
const OPEN = `
  insert into sessions (token_digest, person_id, provider, ends_at, expires_at, assurances, proven_at, device)
  values ($1, $2, $3, clock_timestamp() + make_interval(mins => $4),
          clock_timestamp() + make_interval(mins => least($4, $5)), $6,
          case when $7::timestamptz is not null then least($7, clock_timestamp()) end, $8)`;

/** `expires_at` is what every act looks at, the casting statement too: the idle end, never past the whole one. */
const KEEP = `
  update sessions set used_at = clock_timestamp(), ends_at = whole.ends_at,
         expires_at = least(whole.ends_at, clock_timestamp() + make_interval(mins => $3))
  from (select least(ends_at, created_at + make_interval(mins => $2)) as ends_at
        from sessions where token_digest = $1) whole
  where token_digest = $1 and ${LIVING}
    and (used_at is null or used_at < clock_timestamp() - interval '1 minute')`;

const LIST = `
  select id, device, token_digest = $2 as "isThis",
         to_char(created_at at time zone 'Asia/Almaty', 'YYYY-MM-DD') as since,
         to_char(coalesce(used_at, created_at) at time zone 'Asia/Almaty', 'YYYY-MM-DD') as "usedOn"
  from sessions where person_id = $1 and ${LIVING}
  order by token_digest = $2 desc, created_at desc`;
