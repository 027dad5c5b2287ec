import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DiscrepancyKind, isDiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DISCREPANCIES } from './discrepancy.sql.js';
import type { DiscrepancyRow } from './discrepancy-row.js';

/** Which discrepancies; a territory stands for itself and every unit below it. */
export interface DiscrepanciesQuestion {
  readonly territory?: string | undefined;
  readonly kind?: DiscrepancyKind | undefined;
  /** Key of the last one of the part before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const KEY = /^(\d{4}-\d{2}-\d{2})_([\w.-]+)$/;

/** `keyOf(row) // → '2026-11-03_paid-above-contract.2026-0012'` */
export function keyOf({ since, id }: Pick<DiscrepancyRow, 'since' | 'id'>): string {
  return `${since}_${id}`;
}

/** Finds discrepancies anew each time it is asked: they are questions to the records, no records. */
@Injectable()
export class DiscrepancyReader {
  constructor(private readonly dataSource: DataSource) {}

  async list({ territory, kind, after, limit }: DiscrepanciesQuestion): Promise<DiscrepancyRow[]> {
    const [, since = null, id = null] = KEY.exec(after ?? '') ?? [];
    return this.select([territory ?? null, kind ?? null, since, id, limit, null]);
  }

  /**
   * One of them by its address, while it stands.
   *
   * @throws DomainError not-found `discrepancy.not_found`
   */
  async get(id: string): Promise<DiscrepancyRow> {
    const [kind = ''] = id.split('.');
    const [row] = isDiscrepancyKind(kind) ? await this.select([null, kind, null, null, 1, id]) : [];
    if (!row) throw new DomainError('not-found', 'discrepancy.not_found');
    return row;
  }

  private async select(parameters: readonly unknown[]): Promise<DiscrepancyRow[]> {
    return this.dataSource.query(DISCREPANCIES, [...parameters]);
  }
}
