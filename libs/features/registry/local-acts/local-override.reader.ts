import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { readOverrideValue } from './override-value.js';

export interface LocalOverrideRow extends LocalOverride {
  readonly id: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
}

type StoredOverride = Omit<LocalOverrideRow, 'value'> & { readonly value: unknown };

const SELECT = `
  select o.id, o.territory_kato as territory, o.key, o.value, o.act,
         o.in_force_from::text as "from", o.in_force_until::text as "until",
         jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName"
  from local_overrides o join territories t on t.kato = o.territory_kato`;

/** Questions about values set by local acts. */
@Injectable()
export class LocalOverrideReader {
  constructor(private readonly dataSource: DataSource) {}

  /** For a territory and the units above it, the nearest and the latest first. */
  async listFor(territory: string): Promise<LocalOverrideRow[]> {
    return this.select(
      `where o.territory_kato = any(select unnest(path) from territories where kato = $1)
       order by cardinality(t.path) desc, o.in_force_from desc, o.id desc`,
      [territory],
    );
  }

  /** Every one in force on a day. */
  async listOn(day: string): Promise<LocalOverrideRow[]> {
    return this.select(
      `where $1::date between o.in_force_from and coalesce(o.in_force_until, 'infinity')
       order by o.key, t.name_kk collate "kk-x-icu", o.in_force_from desc, o.id`,
      [day],
    );
  }

  /** A value that the rulebook no longer understands is left out rather than guessed. */
  private async select(condition: string, parameters: unknown[]): Promise<LocalOverrideRow[]> {
    const rows: StoredOverride[] = await this.dataSource.query(
      `${SELECT} ${condition}`,
      parameters,
    );
    return rows.flatMap((row) => {
      const value = readOverrideValue(row.key as LegalKey, row.value);
      return value === null ? [] : [{ ...row, value }];
    });
  }
}
