import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { DismissalRow, ListedDismissalRow } from './dismissal-row.js';
import { DISMISSAL, LISTED_DISMISSALS } from './dismissal.sql.js';

const MOST = 200;

/** Questions about dismissals of akims. */
@Injectable()
export class DismissalReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `dismissal.not_found` */
  async get(id: string): Promise<DismissalRow> {
    const rows: DismissalRow[] = isUuid(id)
      ? await this.dataSource.query(`${DISMISSAL} where d.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'dismissal.not_found');
    return rows[0];
  }

  /** Dismissals in a unit and below it, all of them where none is named, the latest first. */
  async list(territory: string | undefined): Promise<ListedDismissalRow[]> {
    return this.dataSource.query(
      `${LISTED_DISMISSALS} where $1::text is null or $1 = any(t.path)
       order by d.raised_on desc, d.id desc limit ${MOST}`,
      [territory ?? null],
    );
  }

  /** What minutes raised; null where they raised nothing. */
  async findOfMinutes(minutesId: string): Promise<ListedDismissalRow | null> {
    const rows: ListedDismissalRow[] = await this.dataSource.query(
      `${LISTED_DISMISSALS} where d.minutes_id = $1 order by d.raised_on limit 1`,
      [minutesId],
    );
    return rows[0] ?? null;
  }

  /** Dismissals before these maslikhats, those that wait first. */
  async listBefore(maslikhats: readonly string[]): Promise<ListedDismissalRow[]> {
    return this.dataSource.query(
      `${LISTED_DISMISSALS} where d.maslikhat_kato = any($1)
       order by d.state in ('kept', 'dismissed', 'lapsed', 'not-adopted'), d.step_by nulls last,
         d.raised_on desc limit ${MOST}`,
      [maslikhats],
    );
  }
}
