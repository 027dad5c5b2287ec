import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DATABASE_URL } from '#platform/persistence/database-url.token.js';
import { GroupCommit } from '#platform/persistence/group-commit.js';
import { openHotPool } from '#platform/persistence/hot-pool.js';
import { ADD_SIGNATURES, type AddedRow, columnsOf, LOCK_TALLIES } from './add-signatures.sql.js';
import type { PreparedSignature, SignatureReceipt } from './signature-act.js';

/** Null where the hot path does not decide. */
type Answer = SignatureReceipt | null;

/** While one batch is being committed, the next one waits for its lock with the pages read. */
const LIMITS = { batch: 200, inFlight: 2, waiting: 5_000 };

/**
 * The hot path: signatures that have nothing against them, many in one transaction, in sequence a
 * petition. Null for every act that it does not store: `SignPetition` then finds out why, one at a
 * time.
 */
@Injectable()
export class SignatureBox implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly commits: GroupCommit<PreparedSignature, Answer>;

  constructor(@Inject(DATABASE_URL) databaseUrl: string) {
    const connections = LIMITS.inFlight;
    this.pool = openHotPool({ databaseUrl, acts: 'signatures', connections, pipeline: true });
    this.commits = new GroupCommit((batch) => this.addAll(batch), LIMITS);
  }

  /** Stores a signature if nothing speaks against it. */
  add(signature: PreparedSignature): Promise<SignatureReceipt | null> {
    return this.commits.submit(signature);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async addAll(batch: readonly PreparedSignature[]): Promise<Answer[]> {
    const client = await this.pool.connect();
    try {
      const rows = await inTransaction(client, batch);
      client.release();
      const added = new Map(rows.map((row) => [row.receipt, row]));
      return batch.map(({ receipt }) => answerOf(added.get(receipt)));
    } catch (error) {
      // A connection in an unknown state is not used again.
      client.release(true);
      throw error;
    }
  }
}

/**
 * Two statements, for the second one must see what was committed while the first one waited. All of
 * the transaction is sent at once: the lock is not held while messages go to and fro. After a failed
 * statement the database refuses the rest and rolls back.
 */
async function inTransaction(
  client: PoolClient,
  batch: readonly PreparedSignature[],
): Promise<AddedRow[]> {
  const values = columnsOf(batch);
  const [, , added] = await Promise.all([
    client.query('begin'),
    client.query({ name: 'lock-tallies', text: LOCK_TALLIES, values: values.slice(0, 1) }),
    client.query<AddedRow>({ name: 'add-signatures', text: ADD_SIGNATURES, values }),
    client.query('commit'),
  ]);
  return added.rows;
}

function answerOf(row: AddedRow | undefined): Answer {
  return row ? { number: row.number, receipt: row.receipt, signedAt: row.signed_at } : null;
}
