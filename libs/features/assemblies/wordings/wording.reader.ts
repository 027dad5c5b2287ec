import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeptWordingRow, UnitWordings } from './wording-row.js';

/** Questions about wordings that units keep. */
@Injectable()
export class WordingReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Wordings in use, the oldest first. */
  async listOf(territory: string): Promise<UnitWordings> {
    const kept: KeptWordingRow[] = await this.dataSource.query(
      `select id, kind, question, version, jsonb_build_object('kk', text_kk, 'ru', text_ru) as text
       from kept_wordings where territory_kato = $1 and retired_at is null and code is null
       order by at, id`,
      [territory],
    );
    const away: { code: string }[] = await this.dataSource.query(
      `select code from kept_wordings
       where territory_kato = $1 and code is not null and retired_at is not null`,
      [territory],
    );
    return { kept, putAway: away.map(({ code }) => code) };
  }
}
