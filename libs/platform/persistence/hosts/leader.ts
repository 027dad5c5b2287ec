import { WatchedClient } from '../watched-client.js';

/** Shorter than a person's wait for a connection: a host that does not answer is not the leader. */
const PROBE_MS = 1_000;

/** Which of several hosts takes writes. Asked once, and again after {@link forget}. */
export class Leader {
  private found: Promise<string> | null = null;

  constructor(private readonly addresses: readonly string[]) {}

  /** @throws Error with SQLSTATE 08001 where no host leads right now */
  find(): Promise<string> {
    this.found ??= this.search();
    return this.found;
  }

  /** After any failure: another host may lead now. */
  forget(): void {
    this.found = null;
  }

  /** Of all hosts asked at once, the first that says it leads. */
  private async search(): Promise<string> {
    try {
      return await Promise.any(this.addresses.map(leading));
    } catch {
      this.forget();
      throw noLeader(this.addresses.length);
    }
  }
}

/** PostgreSQL's own word for it: a standby is in recovery. */
export const IN_RECOVERY = 'select pg_is_in_recovery() as standby';

async function leading(address: string): Promise<string> {
  const client = new WatchedClient({
    connectionString: address,
    connectionTimeoutMillis: PROBE_MS,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean }>(IN_RECOVERY);
    if (rows[0]!.standby) throw new Error('A standby takes no writes');
    return address;
  } finally {
    void client.end().catch(() => undefined);
  }
}

/** What PostgreSQL's own clients say when no connection can be had; people are told to come again. */
export function noLeader(hosts: number): Error {
  return Object.assign(new Error(`None of ${hosts} hosts leads the cluster now`), {
    code: '08001',
  });
}
