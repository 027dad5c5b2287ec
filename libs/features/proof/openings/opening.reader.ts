import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CommittedBallot } from '#rules/ledger/opening.js';
import { canonicalBallot } from '#rules/participation/canonical-ballot.js';

interface StoredBallot {
  readonly leaf: number;
  readonly choices: number[];
  readonly points: number[] | null;
  readonly salt: string;
}

/** Ballots with the entries that committed to them; never a replaced one, never a person. */
@Injectable()
export class OpeningReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that count; a ballot in quarantine is opened by the auditor alone. */
  listCounted(roundId: string): Promise<CommittedBallot[]> {
    return this.list(`${STANDING} and ${NOT_QUARANTINED} order by l.index`, roundId);
  }

  /** Those that stood at the close, whether they count or not. */
  listStanding(roundId: string): Promise<CommittedBallot[]> {
    return this.list(`${STANDING} order by l.index`, roundId);
  }

  private async list(sql: string, roundId: string): Promise<CommittedBallot[]> {
    const rows: StoredBallot[] = await this.dataSource.query(sql, [roundId]);
    return rows.map(({ leaf, choices, points, salt }) => ({
      leaf,
      ballot: canonicalBallot({ choices, points: points ?? [] }),
      salt,
    }));
  }

  /** Sizes of the log at its checkpoints, ascending. */
  async sizesOfBatches(): Promise<number[]> {
    const rows: { size: number }[] = await this.dataSource.query(
      `select distinct size::float8 as size from ledger_checkpoints order by size`,
    );
    return rows.map(({ size }) => size);
  }
}

const STANDING = `
  select l.index::float8 as leaf, b.projects as choices, b.points, encode(b.nonce, 'hex') as salt
  from ballots b
  join ledger_leaves l on l.subject = b.round_id and l.key = sha256(convert_to(b.receipt, 'UTF8'))
  where b.round_id = $1`;

const NOT_QUARANTINED = `
  not exists (select from quarantine_marks k join standing_quarantines q on q.id = k.quarantine_id and q.round_id = b.round_id
              where k.receipt_digest = l.key)`;
