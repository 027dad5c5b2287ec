import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NameReader } from '../../registry/residents/name.reader.js';
import { EXPORTED_WORKS } from './exported-works.sql.js';
import type { ExportedFacts, ExportedWorksRow } from './exported-works-row.js';
import { type Stored, worksOf } from './stored-works.js';
import type { WorksRow } from './works-row.js';

/** Which projects: one, or those of a unit and below it, by number. */
export type ExportQuestion =
  | { readonly project: string }
  | { readonly territory: string; readonly after?: string | undefined; readonly limit: number };

/** Works as they are given to other programs: one statement, however many projects. */
@Injectable()
export class ExportedWorksReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  async list(question: ExportQuestion): Promise<ExportedWorksRow[]> {
    const parameters =
      'project' in question
        ? [question.project, null, null, 1]
        : [null, question.territory, question.after ?? null, question.limit];
    const rows: (Stored<WorksRow> & { readonly facts: ExportedFacts })[] =
      await this.dataSource.query(EXPORTED_WORKS, parameters);
    return rows.map(({ facts, ...row }) => ({ works: worksOf(row, this.names), facts }));
  }
}
