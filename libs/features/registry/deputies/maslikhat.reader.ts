import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { DeputyLine, MaslikhatRow } from './deputy-row.js';
import { LINE, MASLIKHAT, TODAY } from './deputy.sql.js';

/** A maslikhat in a list, with how many of its seats are taken today. */
export interface MaslikhatLine {
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly number: string;
  readonly seats: number;
  readonly held: number;
}

/** A convocation that has not begun. */
export interface ComingConvocation {
  readonly number: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** Questions about maslikhats, whole. */
@Injectable()
export class MaslikhatReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every maslikhat whose term is running, those of larger units first. */
  async list(): Promise<MaslikhatLine[]> {
    return this.dataSource.query(LIST);
  }

  /** The maslikhat of a unit as it stands today; null where none was entered. */
  async find(territory: string): Promise<MaslikhatRow | null> {
    const rows: MaslikhatRow[] = await this.dataSource.query(
      `${MASLIKHAT} where v.territory_kato = $1 and ${TODAY} between v.begins_on and v.ends_on`,
      [territory],
    );
    const [row] = rows;
    return row ? { ...row, deputies: await this.listDeputies(row.convocationId) } : null;
  }

  /** @throws DomainError not-found `maslikhat.not_found` */
  async get(territory: string): Promise<MaslikhatRow> {
    const found = await this.find(territory);
    if (!found) throw new DomainError('not-found', 'maslikhat.not_found', { territory });
    return found;
  }

  /** Convocations of a unit that are entered and have not begun. */
  async listComing(territory: string): Promise<ComingConvocation[]> {
    return this.dataSource.query(
      `select v.number, v.begins_on::text as "from", v.ends_on::text as "until" from convocations v
       where v.territory_kato = $1 and v.begins_on > ${TODAY} order by v.begins_on`,
      [territory],
    );
  }

  private listDeputies(convocationId: string): Promise<DeputyLine[]> {
    return this.dataSource.query(
      `select ${LINE} from mandates m left join public_names p on p.resident_id = m.resident_id
       where m.convocation_id = $1 order by m.constituency_id, m.seat, m.held_from`,
      [convocationId],
    );
  }
}

const LIST = `
  select v.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName", v.number,
    (select sum(c.seats) from constituencies c where c.convocation_id = v.id)::int as seats,
    (select count(*) from mandates m where m.convocation_id = v.id
       and ${TODAY} between m.held_from and m.held_until)::int as held
  from convocations v join territories t on t.kato = v.territory_kato
  where ${TODAY} between v.begins_on and v.ends_on
  order by cardinality(t.path), t.name_kk collate "kk-x-icu", v.territory_kato`;
