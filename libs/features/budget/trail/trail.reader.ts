import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TRAIL } from './trail.sql.js';
import type { TrailRow } from './trail-row.js';

/** The way of a project as the records of all features tell it; nothing is kept twice. */
@Injectable()
export class TrailReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `proposal.not_found` */
  async get(projectId: string): Promise<TrailRow> {
    const [row]: TrailRow[] = await this.dataSource.query(TRAIL, [projectId]);
    if (!row) throw new DomainError('not-found', 'proposal.not_found');
    return row;
  }
}
