import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A petition's request to be put on an agenda, and what became of it. */
export interface AgendaRequestRow {
  readonly id: string;
  readonly territory: string;
  readonly territoryPath: readonly string[];
  readonly petition: { readonly id: string; readonly number: string; readonly title: OfficialText };
  readonly reasons: OfficialText;
  readonly askedAt: Date;
  /** Meeting and number of the item that takes it up. */
  readonly takenUp: { readonly meetingId: string; readonly item: number } | null;
  readonly refusedFor: OfficialText | null;
}

/** Questions about petitions that ask to be put on an agenda. */
@Injectable()
export class AgendaRequestReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `agenda.request_not_found` */
  async get(id: string): Promise<AgendaRequestRow> {
    const rows: AgendaRequestRow[] = await this.dataSource.query(`${SELECT} where r.id = $1`, [id]);
    if (!rows[0]) throw new DomainError('not-found', 'agenda.request_not_found');
    return rows[0];
  }

  /** Those of a unit, waiting ones first. */
  async listOf(territory: string): Promise<AgendaRequestRow[]> {
    return this.dataSource.query(
      `${SELECT} where r.territory_kato = $1
       order by r.item_id is not null or r.refused_kk is not null, r.asked_at, r.id`,
      [territory],
    );
  }
}

const SELECT = `
  select r.id, r.territory_kato as territory, t.path as "territoryPath",
    jsonb_build_object('id', p.id, 'number', p.number,
      'title', jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru)) as petition,
    jsonb_build_object('kk', r.reasons_kk, 'ru', r.reasons_ru) as reasons, r.asked_at as "askedAt",
    case when i.id is not null
      then jsonb_build_object('meetingId', i.meeting_id, 'item', i.number) end as "takenUp",
    case when r.refused_kk is not null
      then jsonb_build_object('kk', r.refused_kk, 'ru', r.refused_ru) end as "refusedFor"
  from agenda_requests r join territories t on t.kato = r.territory_kato
       join petitions p on p.id = r.petition_id left join agenda_items i on i.id = r.item_id`;
