import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A person in office, by full name: who holds an office is public. */
export interface OfficeHolderRow {
  readonly name: string;
  readonly role: string;
  readonly post: OfficialText;
}

/** Questions about who holds which office. */
@Injectable()
export class OfficeHolderReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those who hold a role today for a territory, or for the nearest unit above it that has any. */
  async listNearest(role: string, territory: string): Promise<OfficeHolderRow[]> {
    return this.dataSource.query(NEAREST, [role, territory]);
  }
}

const NEAREST = `
  with held as (
    select concat_ws(' ', p.family_name, p.given_name, p.patronymic) as name, h.role,
           jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru) as post, h.held_from,
           dense_rank() over (order by array_position(t.path, h.territory_kato) desc) as nearness
    from offices_held h join territories t on h.territory_kato = any(t.path)
         join public_names p on p.resident_id = h.resident_id
    where t.kato = $2 and h.role = $1
      and (clock_timestamp() at time zone 'Asia/Almaty')::date
          between h.held_from and coalesce(h.held_until, 'infinity'))
  select name, role, post from held where nearness = 1
  order by post ->> 'kk' desc, name collate "kk-x-icu"`;
