import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DATABASE_URL } from '#platform/persistence/database-url.token.js';
import { GroupCommit } from '#platform/persistence/group-commit.js';
import { openHotPool } from '#platform/persistence/hot-pool.js';
import type { AcknowledgedBallot, PreparedBallot } from './ballot-act.js';
import {
  CAST_FIRST_BALLOTS,
  columnsOf,
  ANSWER_REPEATED_BALLOTS,
  type CastRow,
  type RepeatRow,
} from './cast-first-ballots.sql.js';

/** Null where the hot path does not decide. */
type Answer = AcknowledgedBallot | null;

/** Measured: more than two batches at once gain nothing on two cores. */
const LIMITS = { batch: 200, inFlight: 2, waiting: 5_000 };

/**
 * The hot path: first ballots that have nothing against them, many in one statement. Session,
 * window, residence, age and uniqueness are decided inside it by the database. Null for every act
 * that it does not store: `CastBallot` then finds out why, one at a time.
 */
@Injectable()
export class BallotBox implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly commits: GroupCommit<PreparedBallot, Answer>;

  constructor(@Inject(DATABASE_URL) databaseUrl: string) {
    this.pool = openHotPool({ databaseUrl, acts: 'ballots', connections: LIMITS.inFlight });
    this.commits = new GroupCommit((batch) => this.castAll(batch), LIMITS);
  }

  /** Stores a resident's first ballot if nothing speaks against it, or answers its repeat. */
  castFirst(ballot: PreparedBallot): Promise<AcknowledgedBallot | null> {
    return this.commits.submit(ballot);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async castAll(batch: readonly PreparedBallot[]): Promise<Answer[]> {
    const { rows } = await this.run<CastRow>('cast-first-ballots', CAST_FIRST_BALLOTS, batch);
    const castAt = new Map(rows.map((row) => [row.receipt, row.cast_at]));
    const answers = batch.map((ballot) => acknowledged(ballot, castAt.get(ballot.receipt)));
    return answers.includes(null) ? this.withRepeats(batch, answers) : answers;
  }

  /** Fills in the answers to acts that send again what is stored. */
  private async withRepeats(
    batch: readonly PreparedBallot[],
    answers: readonly Answer[],
  ): Promise<Answer[]> {
    const open = batch.filter((_, place) => answers[place] === null);
    const { rows } = await this.run<RepeatRow>(
      'answer-repeated-ballots',
      ANSWER_REPEATED_BALLOTS,
      open,
    );
    const found = new Map(rows.map((row) => [row.asked, repeated(row)]));
    return batch.map((ballot, place) => answers[place] ?? found.get(ballot.receipt) ?? null);
  }

  private run<Row extends QueryResultRow>(
    name: string,
    text: string,
    batch: readonly PreparedBallot[],
  ) {
    return this.pool.query<Row>({ name, text, values: columnsOf(batch) });
  }
}

function acknowledged(ballot: PreparedBallot, at: Date | undefined): Answer {
  return at
    ? { first: true, receipt: { code: ballot.receipt, leaf: ballot.commitment, at } }
    : null;
}

function repeated(row: RepeatRow): AcknowledgedBallot {
  return { first: row.first, receipt: { code: row.receipt, leaf: row.leaf, at: row.cast_at } };
}
