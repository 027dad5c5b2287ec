import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { DISCREPANCIES } from './discrepancy.sql.js';

/** What does not follow from what it should, and where it can be seen. */
export interface DiscrepancyRow {
  readonly kind: DiscrepancyKind;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly objectKind: 'project' | 'round' | 'budget' | 'meeting';
  readonly objectId: string;
  /** Of a project; the quarter of a report. */
  readonly number: string;
  readonly title: OfficialText;
  readonly since: CivilDate;
  readonly amountTiyn: string | null;
}

/** Discrepancies are found whenever somebody asks, in one statement a territory; none is kept. */
@Injectable()
export class DiscrepancyReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first; a territory stands for itself and every unit below it. */
  async list(question: {
    readonly territory?: string | undefined;
    readonly kind?: DiscrepancyKind | undefined;
  }): Promise<DiscrepancyRow[]> {
    return this.dataSource.query(DISCREPANCIES, [
      question.territory ?? null,
      question.kind ?? null,
    ]);
  }
}
