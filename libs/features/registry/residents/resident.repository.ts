import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { WrappedKey } from '#platform/identity/personal-keys.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { FullNameRow } from './full-name-row.js';

export interface NewResident {
  readonly id: string;
  readonly pseudonym: Buffer;
  /** As exact as the age check needs it. */
  readonly bornOn: CivilDate;
  readonly territoryKato: string;
  readonly registeredFrom: CivilDate;
  readonly key: WrappedKey;
  readonly sealedName: Buffer;
  readonly sealedBirth: Buffer;
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
         select * from unnest($1::uuid[], $2::bytea[], $3::date[], $4::text[], $5::date[], $6::bytea[],
                              $7::bytea[], $8::uuid[], $9::bytea[], $10::text[])
           with ordinality as i(id, pseudonym, born_on, kato, registered_from, name, birth,
                                key_id, wrapped, wrapped_by, place)
       ), added as (
         insert into residents (id, pseudonym, born_on, territory_kato, registered_from, sealed_name, sealed_birth)
         select id, pseudonym, born_on, kato, registered_from, name, birth from input
         on conflict on constraint uq_residents_pseudonym do nothing
         returning id, pseudonym
       ), keyed as (
         insert into person_keys (id, resident_id, wrapped, wrapped_by)
         select i.key_id, a.id, i.wrapped, i.wrapped_by from input i join added a on a.id = i.id
       )
       select coalesce(a.id, r.id) as id from input i
       left join added a on a.pseudonym = i.pseudonym
       left join residents r on r.pseudonym = i.pseudonym
       order by i.place`,
      columnsOf(residents),
    );
    return rows.map((row) => row.id);
  }

  /** Whoever holds an office is named in public, from then on and after it. */
  async addRole(holding: NewRoleHolding, name: FullNameRow): Promise<void> {
    await this.publishName(holding.residentId, name);
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

  async publishName(residentId: string, name: FullNameRow): Promise<void> {
    await this.manager.query(
      `insert into public_names (resident_id, family_name, given_name, patronymic)
       values ($1, $2, $3, $4) on conflict (resident_id) do update
       set family_name = excluded.family_name, given_name = excluded.given_name,
           patronymic = excluded.patronymic`,
      [residentId, name.familyName, name.givenName, name.patronymic],
    );
  }
}

function columnsOf(residents: readonly NewResident[]): unknown[][] {
  return [
    residents.map((r) => r.id),
    residents.map((r) => r.pseudonym),
    residents.map((r) => r.bornOn),
    residents.map((r) => r.territoryKato),
    residents.map((r) => r.registeredFrom),
    residents.map((r) => r.sealedName),
    residents.map((r) => r.sealedBirth),
    residents.map((r) => r.key.id),
    residents.map((r) => r.key.wrapped),
    residents.map((r) => r.key.wrappedBy),
  ];
}
