import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IntegrityReportRecord } from './integrity-report.record.js';

/** What is told of a voting's integrity. */
export type IntegrityReportRow = Pick<
  IntegrityReportRecord,
  'thresholds' | 'figures' | 'findings' | 'writtenAt'
>;

@Injectable()
export class IntegrityReportReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Null until the voting is closed and the report is written. */
  async find(roundId: string): Promise<IntegrityReportRow | null> {
    const [row]: IntegrityReportRow[] = await this.dataSource.query(
      `select thresholds, figures, findings, written_at as "writtenAt"
       from integrity_reports where round_id = $1`,
      [roundId],
    );
    return row ?? null;
  }
}
