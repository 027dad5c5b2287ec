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

/** Standing ballots with the entries that committed to them; never a replaced one, never a person. */
@Injectable()
export class OpeningReader {
  constructor(private readonly dataSource: DataSource) {}

  async listOf(roundId: string): Promise<CommittedBallot[]> {
    const rows: StoredBallot[] = await this.dataSource.query(STANDING, [roundId]);
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
  from ballots b join ledger_leaves l on l.key = sha256(convert_to(b.receipt, 'UTF8'))
  where b.round_id = $1 order by l.index`;
