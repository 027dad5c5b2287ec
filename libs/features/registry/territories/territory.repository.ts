import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { foldText } from '#rules/kernel/fold-text.js';
import type { OfficeRow, TerritoryRow } from './territory.reader.js';

/** Writes territorial units; an existing code is brought up to date. */
export class TerritoryRepository extends TransactionalRepository {
  async put(unit: TerritoryRow): Promise<void> {
    await this.manager.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, name_en, population,
         population_on, population_source, is_centre, search_text, valid_from, valid_until, succeeded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (kato) do update set parent_kato = excluded.parent_kato, path = excluded.path,
         level = excluded.level, name_kk = excluded.name_kk, name_ru = excluded.name_ru,
         name_en = excluded.name_en, population = excluded.population,
         population_on = excluded.population_on, population_source = excluded.population_source,
         is_centre = excluded.is_centre, search_text = excluded.search_text,
         valid_from = excluded.valid_from, valid_until = excluded.valid_until,
         succeeded_by = excluded.succeeded_by`,
      columnsOf(unit),
    );
  }

  async putOffice(kato: string, office: OfficeRow): Promise<void> {
    await this.manager.query(
      `insert into territory_offices (territory_kato, office_kk, office_ru, address_kk, address_ru,
         phone, email, hours) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (territory_kato) do update set office_kk = excluded.office_kk,
         office_ru = excluded.office_ru, address_kk = excluded.address_kk,
         address_ru = excluded.address_ru, phone = excluded.phone, email = excluded.email,
         hours = excluded.hours`,
      [
        kato,
        office.office.kk,
        office.office.ru,
        office.address.kk,
        office.address.ru,
        office.phone,
        office.email,
        office.hours,
      ],
    );
  }
}

function columnsOf(unit: TerritoryRow): unknown[] {
  return [
    unit.kato,
    unit.parentKato,
    unit.path,
    unit.level,
    unit.nameKk,
    unit.nameRu,
    unit.nameEn,
    unit.population,
    unit.populationOn,
    unit.populationSource,
    unit.isCentre,
    searchTextOf(unit),
    unit.validFrom,
    unit.validUntil,
    unit.succeededBy,
  ];
}

/** Every name in the form in which names are looked for. */
function searchTextOf({ kato, nameKk, nameRu, nameEn }: TerritoryRow): string {
  return [...new Set([nameKk, nameRu, nameEn ?? ''].map(foldText)), kato].join(' ').trim();
}
