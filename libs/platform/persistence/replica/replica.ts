import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import { WatchedClient } from '../watched-client.js';
import { isDatabaseAway } from '../database-away.js';
import { ReplicaLag } from './replica-lag.js';

export interface ReplicaPlan {
  readonly url: string;
  readonly connections: number;
  /** Further behind, the primary is asked instead. */
  readonly boundMs: number;
  readonly onError: (error: unknown) => void;
}

/** Asks the primary. */
type Ask = (statement: string) => Promise<readonly unknown[]>;

const LOOK_EACH_MS = 1_000;
const CONNECT_TIMEOUT_MS = 1_000;
const STATEMENT_TIMEOUT_MS = 5_000;

const OF_PRIMARY = `select clock_timestamp() as at, (pg_current_wal_lsn() - '0/0')::text as bytes`;
const OF_REPLICA = `select case when pg_is_in_recovery()
  then (pg_last_wal_replay_lsn() - '0/0')::text end as bytes`;

/** A server that follows the primary and answers what everybody may ask, while it keeps up. */
export class Replica {
  private readonly pool: Pool;
  private readonly lag: ReplicaLag;
  private readonly closing = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor({ url, connections, boundMs, onError }: ReplicaPlan) {
    this.lag = new ReplicaLag(boundMs);
    this.pool = new Pool({
      Client: WatchedClient,
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'qatysu-replica',
    });
    this.pool.on('error', onError);
  }

  /** Looks each second how far the replica has come. */
  async follow(askPrimary: Ask): Promise<void> {
    await this.look(askPrimary);
    this.following = this.lookAgain(askPrimary);
  }

  /** The instant whose acts it certainly has; null where it may not be asked now. */
  asOf(): Date | null {
    return this.lag.asOf(performance.now());
  }

  /** Rows, or null where it went away: the primary is to be asked. */
  async query(statement: string, parameters: unknown[]): Promise<unknown[] | null> {
    try {
      return (await this.pool.query(statement, parameters)).rows as unknown[];
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      this.lag.forget();
      return null;
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.following;
    await this.pool.end();
  }

  private async lookAgain(askPrimary: Ask): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await wait(LOOK_EACH_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.look(askPrimary);
    }
  }

  /** Where the primary is away, what was reached stays true until the bound. */
  private async look(askPrimary: Ask): Promise<void> {
    const heardAt = performance.now();
    const primary = await askPrimary(OF_PRIMARY).catch(() => []);
    const [stood] = primary as { at: Date; bytes: string }[];
    if (stood) this.lag.primaryStoodAt({ at: stood.at, bytes: BigInt(stood.bytes), heardAt });
    const [reached] = (await this.query(OF_REPLICA, []).catch(() => null)) ?? [];
    const { bytes } = (reached ?? { bytes: null }) as { bytes: string | null };
    this.lag.replicaReached(bytes === null ? null : BigInt(bytes));
  }
}
