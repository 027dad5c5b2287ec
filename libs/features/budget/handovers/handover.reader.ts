import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DESK_ROLES } from '#rules/registry/desk-handover.js';
import type { DeskRow, HandedOverRow, HandoverRow, OpenMatter } from './handover-row.js';
import { DESK, HANDED_OVER, HANDOVER } from './handover.sql.js';
import { OPEN_MATTERS } from './open-matter.sql.js';

/** Questions about desks, what is open on them, and how they passed on. */
@Injectable()
export class HandoverReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Desks held today at these units and below them. */
  async listDesks(territories: readonly string[]): Promise<DeskRow[]> {
    return this.dataSource.query(
      `${DESK} where t.path && $1::text[] and h.role = any($2)
       order by cardinality(t.path), t.name_kk collate "kk-x-icu", h.role, name`,
      [territories, DESK_ROLES],
    );
  }

  /** @throws DomainError not-found `handover.no_desk` */
  async getDesk(holdingId: string): Promise<DeskRow> {
    const [row]: DeskRow[] = await this.dataSource.query(
      `${DESK} where h.id = $1 and h.role = any($2)`,
      [holdingId, DESK_ROLES],
    );
    if (!row) throw new DomainError('not-found', 'handover.no_desk');
    return row;
  }

  async listOpen({ role, territory }: Pick<DeskRow, 'role' | 'territory'>): Promise<OpenMatter[]> {
    return this.dataSource.query(OPEN_MATTERS, [role, territory]);
  }

  /** @throws DomainError not-found `handover.not_found` */
  async get(id: string): Promise<HandoverRow> {
    const [row]: HandoverRow[] = await this.dataSource.query(`${HANDOVER} where a.id = $1`, [id]);
    if (!row) throw new DomainError('not-found', 'handover.not_found');
    return row;
  }

  /** Acts that wait for this person's signature, or that the person drew up. */
  async listWaitingFor(personId: string): Promise<HandoverRow[]> {
    return this.dataSource.query(
      `${HANDOVER} where a.state = 'drawn' and $1 in (a.from_person, a.to_person, a.drawn_by)
       order by a.drawn_at, a.id`,
      [personId],
    );
  }

  /** For everybody: which desk passed from whom to whom, the latest first. */
  async listHandedOver(limit: number): Promise<HandedOverRow[]> {
    return this.dataSource.query(`${HANDED_OVER} limit $1`, [limit]);
  }
}
