import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How many receipts of a round there are, and how many were looked up. */
export interface CheckedShareRow {
  readonly receipts: number;
  readonly checked: number;
}

@Injectable()
export class ReceiptCheckReader {
  constructor(private readonly dataSource: DataSource) {}

  async shareOf(roundId: string): Promise<CheckedShareRow> {
    const [row]: CheckedShareRow[] = await this.dataSource.query(SHARE, [roundId]);
    return row!;
  }
}

const SHARE = `
  select (select count(*)::integer from ballots where round_id = $1)
         + (select count(*)::integer from former_ballots where round_id = $1 and replaced) as receipts,
         (select count(*)::integer from receipt_checks where round_id = $1) as checked`;
