import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BudgetTier } from '#rules/budgets/budget-tier.js';
import type { ProjectFate } from '#rules/budgets/residents-lines.js';
import type { TrailStepKind } from '#rules/implementation/trail.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { PROJECT, RECORDS, VOICES } from './trail.sql.js';

/** A project with every last day that is known for it. */
export interface TrailProjectRow {
  readonly id: string;
  readonly number: string;
  readonly state: ProposalState;
  readonly roundId: string;
  readonly title: OfficialText;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly level: TerritoryLevel;
  readonly territoryPath: readonly string[];
  readonly reviewBy: CivilDate;
  readonly votingBy: CivilDate;
  readonly decisionBy: CivilDate;
  readonly publishedOn: CivilDate | null;
  readonly plannedBy: CivilDate | null;
  readonly finishBy: CivilDate | null;
  readonly warrantyUntil: CivilDate | null;
  readonly budgetYear: number | null;
  readonly tier: BudgetTier | null;
  readonly higherSignedOn: CivilDate | null;
  readonly today: CivilDate;
}

/** What is told beside a step; each step has its own of these. */
export interface TrailFacts {
  readonly costTiyn?: string | null;
  readonly paidTiyn?: string;
  readonly percent?: number;
  readonly passed?: boolean;
  readonly opinion?: 'for' | 'against' | 'none';
  readonly for?: number;
  readonly against?: number;
  readonly item?: number;
  readonly minutes?: string;
  readonly budget?: string;
  readonly year?: number;
  readonly line?: number;
  readonly decision?: string;
  readonly delayReason?: string | null;
  readonly photos?: readonly string[];
  readonly supplier?: string | null;
  readonly procurement?: string | null;
  readonly until?: CivilDate;
}

/** A step on record. */
export interface TrailRecordRow {
  readonly kind: TrailStepKind;
  readonly on: CivilDate;
  readonly who: OfficialText | null;
  readonly document: string | null;
  readonly facts: TrailFacts;
}

/** What residents and the body say beside the steps. */
export interface TrailVoicesRow {
  readonly built: number;
  readonly notSo: number;
  readonly fate: { readonly fate: ProjectFate; readonly reason: OfficialText } | null;
}

export interface TrailRow {
  readonly project: TrailProjectRow;
  readonly records: readonly TrailRecordRow[];
  readonly voices: TrailVoicesRow;
}

/** The trail of a project: three statements, however long it is; nothing is copied. */
@Injectable()
export class TrailReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param idOrNumber `2026-0017` is the number
   * @throws DomainError not-found `trail.not_found`
   */
  async get(idOrNumber: string): Promise<TrailRow> {
    const [project]: TrailProjectRow[] = await this.dataSource.query(PROJECT, [idOrNumber]);
    if (!project) throw new DomainError('not-found', 'trail.not_found');
    const [records, [voices]]: [TrailRecordRow[], TrailVoicesRow[]] = await Promise.all([
      this.dataSource.query(RECORDS, [project.id]),
      this.dataSource.query(VOICES, [project.id]),
    ]);
    return { project, records, voices: voices! };
  }
}
