import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import { PressureReportReader } from './pressure-report.reader.js';
import type { PressureReportRow } from './pressure-report-row.js';
import { digestOfCode } from './report-pressure.js';

/** The reporter looks what has become of her case. */
@Injectable()
export class FollowPressureReport {
  constructor(private readonly reports: PressureReportReader) {}

  /** @throws DomainError not-found `pressure.not_found` for a wrong number and a wrong code alike */
  async run(number: string, code: string): Promise<PressureReportRow> {
    const parsed = parseReceipt(code);
    if (!parsed) throw new DomainError('not-found', 'pressure.not_found');
    return this.reports.follow(number.trim(), digestOfCode(parsed));
  }
}
