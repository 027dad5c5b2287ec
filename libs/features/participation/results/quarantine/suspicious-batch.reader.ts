import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { IntegrityFinding, IntegritySignal } from '#rules/integrity/integrity-report.js';
import { NIGHT_HOURS } from '#rules/integrity/integrity-thresholds.js';
import { type BatchOfFinding, findingOf } from '#rules/integrity/quarantine.js';
import { ZONE } from '#platform/clock/clock.js';

/** Ballots that stand behind a finding of the integrity report. */
@Injectable()
export class SuspiciousBatchReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Empty until the report is written. */
  async listFindings(roundId: string): Promise<readonly IntegrityFinding[]> {
    const [report]: { findings: IntegrityFinding[] }[] = await this.dataSource.query(
      `select findings from integrity_reports where round_id = $1`,
      [roundId],
    );
    return report?.findings ?? [];
  }

  /** @throws DomainError not-found `quarantine.no_such_finding` */
  async getFinding(roundId: string, batch: BatchOfFinding): Promise<IntegrityFinding> {
    const finding = findingOf(await this.listFindings(roundId), batch);
    if (!finding) throw new DomainError('not-found', 'quarantine.no_such_finding');
    return finding;
  }

  /** Digests of the receipts of a finding's ballots, hexadecimal, without those set aside already. */
  async listMarks(roundId: string, finding: IntegrityFinding): Promise<string[]> {
    const { condition, value } = SELECTIONS[finding.signal](finding);
    const rows: { mark: string }[] = await this.dataSource.query(marksWhere(condition), [
      roundId,
      value,
    ]);
    return rows.map(({ mark }) => mark);
  }
}

interface Selection {
  /** SQL on a ballot `b` with the finding's `value` as `$2`. */
  readonly condition: string;
  readonly value: unknown;
}

const SELECTIONS: Readonly<Record<IntegritySignal, (finding: IntegrityFinding) => Selection>> = {
  'ballots-above-adults': ({ where }) => ({ condition: `b.territory_kato = $2`, value: where }),
  burst: ({ threshold }) => ({
    condition: `date_trunc('minute', b.cast_at) in (
      select date_trunc('minute', cast_at) from ballots where round_id = $1
      group by 1 having count(*) >= $2::integer)`,
    value: threshold,
  }),
  night: () => ({
    condition: `extract(hour from b.cast_at at time zone '${ZONE}') = any($2::integer[])`,
    value: NIGHT_HOURS,
  }),
  'age-cluster': ({ where }) => ({
    condition: `exists (select from residents p where p.id = b.resident_id
      and extract(year from p.born_on) = $2::integer)`,
    value: where,
  }),
};

function marksWhere(condition: string): string {
  return `
    select encode(found.digest, 'hex') as mark from (
      select sha256(convert_to(b.receipt, 'UTF8')) as digest
      from ballots b where b.round_id = $1 and ${condition}) found
    where not exists (
      select from quarantine_marks k join standing_quarantines q on q.id = k.quarantine_id
      where q.round_id = $1 and k.receipt_digest = found.digest)
    order by 1`;
}
