import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DELEGABLE_ROLES } from '#rules/obligations/obligation-owner.js';
import type { DelegationRow, OwnPostRow, StandInRow } from './delegation-row.js';

/** Questions about who stands in for whom. */
@Injectable()
export class DelegationReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Posts that the person holds in person today and may hand to somebody for a time. */
  async listOwnPosts(personId: string): Promise<OwnPostRow[]> {
    return this.dataSource.query(OWN_POSTS, [personId, DELEGABLE_ROLES]);
  }

  /** People in office at the same unit, above it or below it. */
  async listStandIns(personId: string, territory: string): Promise<StandInRow[]> {
    return this.dataSource.query(STAND_INS, [personId, territory, DELEGABLE_ROLES]);
  }

  /** What the person gave or was given, running or to come. */
  async listOf(personId: string): Promise<DelegationRow[]> {
    return this.dataSource.query(
      `${DELEGATION} where (d.from_person = $1 or d.to_person = $1) and d.until_on >= ${TODAY}
         and ${NOT_ENDED} order by d.from_on, d.id`,
      [personId],
    );
  }

  /** What runs today, for everybody: who stands in for which post. */
  async listRunning(territory: string | undefined): Promise<DelegationRow[]> {
    return this.dataSource.query(
      `${DELEGATION} where ${TODAY} between d.from_on and d.until_on and ${NOT_ENDED}
         and ($1::text is null or $1 = any(t.path)) order by d.until_on, d.id`,
      [territory ?? null],
    );
  }
}

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

const NOT_ENDED = `not exists (select from delegation_ends e where e.delegation_id = d.id)`;

const name = (of: string) =>
  `concat_ws(' ', ${of}.family_name, ${of}.given_name, ${of}.patronymic)`;

const DELEGATION = `
  select d.id, d.role, d.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
    jsonb_build_object('kk', d.post_kk, 'ru', d.post_ru) as post, d.from_person as "fromPerson",
    ${name('f')} as "fromName", ${name('s')} as "toName", d.from_on::text as "from",
    d.until_on::text as until, d.act
  from delegations d join territories t on t.kato = d.territory_kato
    left join public_names f on f.resident_id = d.from_person
    left join public_names s on s.resident_id = d.to_person`;

const OWN_POSTS = `
  select h.id as "holdingId", h.role, h.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
    jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru) as post
  from role_holdings h join territories t on t.kato = h.territory_kato
  where h.resident_id = $1 and h.role = any($2)
    and ${TODAY} between h.held_from and coalesce(h.held_until, 'infinity')
  order by h.role, h.territory_kato`;

const STAND_INS = `
  select p.resident_id as id, ${name('p')} as name,
    jsonb_build_object('kk', min(h.post_kk), 'ru', min(h.post_ru)) as post
  from role_holdings h join public_names p on p.resident_id = h.resident_id
    join territories own on own.kato = $2 join territories t on t.kato = h.territory_kato
  where h.resident_id <> $1 and h.role = any($3)
    and (h.territory_kato = any(own.path) or own.kato = any(t.path))
    and ${TODAY} between h.held_from and coalesce(h.held_until, 'infinity')
  group by p.resident_id order by ${name('p')} collate "kk-x-icu", p.resident_id`;
