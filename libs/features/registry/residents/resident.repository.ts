import type { CivilDate } from '#rules/kernel/civil-date.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

export interface NewResident {
  readonly id: string;
  readonly pseudonym: Buffer;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly bornOn: CivilDate;
  readonly territoryKato: string;
  readonly registeredFrom: CivilDate;
}

export interface NewRoleHolding {
  readonly id: string;
  readonly residentId: string;
  readonly role: string;
  readonly territoryKato: string;
  readonly postKk: string;
  readonly postRu: string;
  readonly heldFrom: CivilDate;
  readonly heldUntil: CivilDate | null;
}

/** The roll of residents and the roles they hold. */
export class ResidentRepository extends TransactionalRepository {
  /** Adds those whose pseudonym is new; returns the ids of all, in the given order. */
  async addAll(residents: readonly NewResident[]): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `with input as (
         select * from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::date[])
           with ordinality as i(id, pseudonym, family_name, given_name, patronymic, born_on, kato, registered_from, place)
       ), added as (
         insert into residents (id, pseudonym, family_name, given_name, patronymic, born_on, territory_kato, registered_from)
         select id, pseudonym, family_name, given_name, patronymic, born_on, kato, registered_from from input
         on conflict on constraint uq_residents_pseudonym do nothing
         returning id, pseudonym
       )
       select coalesce(a.id, r.id) as id from input i
       left join added a on a.pseudonym = i.pseudonym
       left join residents r on r.pseudonym = i.pseudonym
       order by i.place`,
      columnsOf(residents),
    );
    return rows.map((row) => row.id);
  }

  async addRole(holding: NewRoleHolding): Promise<void> {
    await this.manager.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from, held_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint uq_role_holdings_once do nothing`,
      [
        holding.id,
        holding.residentId,
        holding.role,
        holding.territoryKato,
        holding.postKk,
        holding.postRu,
        holding.heldFrom,
        holding.heldUntil,
      ],
    );
  }
}

function columnsOf(residents: readonly NewResident[]): unknown[][] {
  return [
    residents.map((r) => r.id),
    residents.map((r) => r.pseudonym),
    residents.map((r) => r.familyName),
    residents.map((r) => r.givenName),
    residents.map((r) => r.patronymic),
    residents.map((r) => r.bornOn),
    residents.map((r) => r.territoryKato),
    residents.map((r) => r.registeredFrom),
  ];
}
