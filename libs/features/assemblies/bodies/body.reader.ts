import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { BodyRow } from './body-row.js';

/** A seat that somebody holds on a day. */
export interface HeldSeatRow {
  readonly memberId: string;
  readonly bodyId: string;
  readonly territory: string;
}

/** Questions about bodies of residents and their members. */
@Injectable()
export class BodyReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string): Promise<BodyRow | null> {
    const rows: BodyRow[] = await this.dataSource.query(`${SELECT} where b.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The body in its term on a day; null when there is none. */
  async findOn(territory: string, kind: BodyKind, on: CivilDate): Promise<BodyRow | null> {
    const rows: BodyRow[] = await this.dataSource.query(
      `${SELECT} where b.territory_kato = $1 and b.kind = $2 and $3::date between b.begins_on and b.ends_on`,
      [territory, kind, on],
    );
    return rows[0] ?? null;
  }

  /** @throws DomainError not-found `body.not_found` */
  async getOn(territory: string, kind: BodyKind, on: CivilDate): Promise<BodyRow> {
    const found = await this.findOn(territory, kind, on);
    if (!found) throw new DomainError('not-found', 'body.not_found', { territory, kind });
    return found;
  }

  /** Bodies of a unit and of those below it in all their terms, the latest first. */
  async listIn(territory: string): Promise<BodyRow[]> {
    return this.dataSource.query(
      `${SELECT} where $1 = any(t.path) order by b.begins_on desc, b.territory_kato, b.kind`,
      [territory],
    );
  }

  /** Seats that a resident holds on a day. */
  async listSeatsOf(personId: string, on: CivilDate): Promise<HeldSeatRow[]> {
    return this.dataSource.query(
      `select m.id as "memberId", m.body_id as "bodyId", b.territory_kato as territory
       from body_members m join bodies b on b.id = m.body_id
       where m.resident_id = $1 and $2::date between m.held_from and m.held_until`,
      [personId, on],
    );
  }
}

const SELECT = `
  select b.id, b.territory_kato as territory, t.path as "territoryPath", b.kind,
    jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as "territoryName",
    b.begins_on::text as "from", b.ends_on::text as "until", b.version,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', m.full_name, 'settlement', m.settlement_kato,
        'settlementName', jsonb_build_object('kk', s.name_kk, 'ru', s.name_ru), 'post', m.post,
        'from', m.held_from, 'until', m.held_until, 'replaces', m.replaces_id,
        'onCommission', m.on_commission, 'isKnown', m.resident_id is not null)
        order by s.name_kk collate "kk-x-icu", m.full_name collate "kk-x-icu", m.id)
      from body_members m join territories s on s.kato = m.settlement_kato
      where m.body_id = b.id), '[]') as members
  from bodies b join territories t on t.kato = b.territory_kato`;
