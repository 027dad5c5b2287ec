import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { foldText } from '#rules/kernel/fold-text.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { BudgetPlace } from '#rules/participation/national-scope.js';

export interface TerritoryRow {
  readonly kato: string;
  readonly parentKato: string | null;
  /** KATO codes from the top down to this territory, itself last. */
  readonly path: readonly string[];
  readonly level: string;
  readonly nameKk: string;
  readonly nameRu: string;
  readonly nameEn: string | null;
  readonly population: number | null;
  readonly populationOn: CivilDate | null;
  readonly populationSource: string | null;
  /** The centre of the unit right above it: of an oblast, of a district. */
  readonly isCentre: boolean;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
  readonly succeededBy: string | null;
}

/** Where people of a place may come, call and write. */
export interface OfficeRow {
  readonly office: OfficialText;
  readonly address: OfficialText;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
}

const COLUMNS = `kato, parent_kato as "parentKato", path, level, name_kk as "nameKk",
  name_ru as "nameRu", name_en as "nameEn", population, population_on::text as "populationOn",
  population_source as "populationSource", is_centre as "isCentre", valid_from::text as "validFrom",
  valid_until::text as "validUntil", succeeded_by as "succeededBy"`;

/** A district of a city counts as the oblast's centre when its city is. */
const BUDGET_PLACE = `
  select t.level, p.level as "parentLevel", t.population,
         exists (select from territories c where c.parent_kato = t.kato
                 and c.level = 'city-district' and c.valid_until is null) as "hasCityDistricts",
         coalesce(case t.level when 'oblast-city' then t.is_centre
                               when 'city-district' then p.level = 'oblast-city' and p.is_centre
                  end, false) as "isOblastCentre",
         t.level = 'district-city' and t.is_centre as "isDistrictCentre"
  from territories t left join territories p on p.kato = t.parent_kato
  where t.kato = $1`;

/** Questions about territorial units. */
@Injectable()
export class TerritoryReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(kato: string): Promise<TerritoryRow | null> {
    const rows: TerritoryRow[] = await this.dataSource.query(
      `select ${COLUMNS} from territories where kato = $1`,
      [kato],
    );
    return rows[0] ?? null;
  }

  async get(kato: string): Promise<TerritoryRow> {
    const found = await this.find(kato);
    if (!found) throw new DomainError('not-found', 'territory.not_found', { kato });
    return found;
  }

  async getMany(katos: readonly string[]): Promise<TerritoryRow[]> {
    return this.dataSource.query(`select ${COLUMNS} from territories where kato = any($1)`, [
      katos,
    ]);
  }

  /**
   * What the law on the participation budget asks about a place.
   *
   * @throws DomainError not-found `territory.not_found`
   */
  async getBudgetPlace(kato: string): Promise<BudgetPlace> {
    const rows: BudgetPlace[] = await this.dataSource.query(BUDGET_PLACE, [kato]);
    if (!rows[0]) throw new DomainError('not-found', 'territory.not_found', { kato });
    return rows[0];
  }

  /** Units right below one, or the topmost ones, in Kazakh order. */
  async listBelow(parentKato: string | null): Promise<TerritoryRow[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from territories
       where parent_kato is not distinct from $1 and valid_until is null
       order by name_kk collate "kk-x-icu", kato`,
      [parentKato],
    );
  }

  /** Units above one, the topmost first, itself last. */
  async listPath(kato: string): Promise<TerritoryRow[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from territories
       where kato = any(select unnest(path) from territories where kato = $1)
       order by cardinality(path)`,
      [kato],
    );
  }

  /** Units whose name is written nearly so, in any of the alphabets; also those that are no more. */
  async search(text: string, limit: number): Promise<TerritoryRow[]> {
    const sought = foldText(text);
    if (sought === '') return [];
    return this.dataSource.query(
      `select ${COLUMNS} from territories
       where search_text like '%' || $1 || '%' or word_similarity($1, search_text) > 0.45
       order by search_text like '%' || $1 || '%' desc, word_similarity($1, search_text) desc,
                cardinality(path), name_kk collate "kk-x-icu", kato
       limit $2`,
      [sought, limit],
    );
  }

  async findOffice(kato: string): Promise<OfficeRow | null> {
    const rows: OfficeRow[] = await this.dataSource.query(
      `select jsonb_build_object('kk', office_kk, 'ru', office_ru) as office,
              jsonb_build_object('kk', address_kk, 'ru', address_ru) as address, phone, email, hours
       from territory_offices o join territories t on o.territory_kato = any(t.path)
       where t.kato = $1 order by array_position(t.path, o.territory_kato) desc limit 1`,
      [kato],
    );
    return rows[0] ?? null;
  }

  /** The whole tree, parents before children. */
  async listAll(): Promise<TerritoryRow[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from territories where valid_until is null
       order by cardinality(path), name_kk collate "kk-x-icu", kato`,
    );
  }
}
