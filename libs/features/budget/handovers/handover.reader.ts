import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DESK_ROLES } from '#rules/registry/desk-handover.js';
import type { FullNameRow } from '../../registry/residents/full-name-row.js';
import { NameReader, sealedNameOf } from '../../registry/residents/name.reader.js';
import type { DeskRow, HandedOverRow, HandoverRow, OpenMatter } from './handover-row.js';
import { DESK, HANDED_OVER, HANDOVER } from './handover.sql.js';
import { OPEN_MATTERS } from './open-matter.sql.js';

/** A handover as it is stored. */
type StoredHandover = HandoverRow & { readonly sealedIncoming: string | null };

/** Questions about desks, what is open on them, and how they passed on. */
@Injectable()
export class HandoverReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

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
    const [row]: StoredHandover[] = await this.dataSource.query(`${HANDOVER} where a.id = $1`, [
      id,
    ]);
    if (!row) throw new DomainError('not-found', 'handover.not_found');
    return this.named(row);
  }

  /**
   * The name of whoever takes the desk over, from the roll.
   *
   * @throws DomainError not-found `handover.not_found`; conflict where the person was erased
   */
  async getIncomingName(id: string): Promise<FullNameRow> {
    const [row]: { sealed: string | null }[] = await this.dataSource.query(
      `select ${sealedNameOf('r')} as sealed
       from desk_handovers a join residents r on r.id = a.to_person where a.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('not-found', 'handover.not_found');
    const name = this.names.parts(row.sealed);
    if (!name) throw new DomainError('conflict', 'identity.not_on_the_roll');
    return name;
  }

  /** Acts that wait for this person's signature, or that the person drew up. */
  async listWaitingFor(personId: string): Promise<HandoverRow[]> {
    const rows: StoredHandover[] = await this.dataSource.query(
      `${HANDOVER} where a.state = 'drawn' and $1 in (a.from_person, a.to_person, a.drawn_by)
       order by a.drawn_at, a.id`,
      [personId],
    );
    return rows.map((row) => this.named(row));
  }

  /** For everybody: which desk passed from whom to whom, the latest first. */
  async listHandedOver(limit: number): Promise<HandedOverRow[]> {
    return this.dataSource.query(`${HANDED_OVER} limit $1`, [limit]);
  }

  /** Whoever has not taken an office yet is named from the roll, to those concerned alone. */
  private named({ sealedIncoming, ...row }: StoredHandover): HandoverRow {
    if (row.incoming !== '') return row;
    const name = this.names.parts(sealedIncoming);
    const parts = name ? [name.familyName, name.givenName, name.patronymic] : [];
    return { ...row, incoming: parts.filter(Boolean).join(' ') };
  }
}
