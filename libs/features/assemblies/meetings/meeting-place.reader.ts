import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';

/** Where a meeting is to be, as the rules ask about it. */
export interface MeetingPlace {
  readonly territory: string;
  readonly path: readonly string[];
  readonly level: TerritoryLevel;
  readonly overrides: readonly LocalOverride[];
  /** The body in the term of that day; null where none was entered. */
  readonly bodyId: string | null;
  /** Members of the community on the roll that day. */
  readonly onRoll: number;
}

/** What stands at a place on a day: the unit, local acts, the body. */
@Injectable()
export class MeetingPlaceReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly territories: TerritoryReader,
    private readonly overrides: LocalOverrideReader,
  ) {}

  /** @throws DomainError not-found `territory.not_found` */
  async get(territory: string, kind: BodyKind, on: CivilDate): Promise<MeetingPlace> {
    const { path, level } = await this.territories.get(territory);
    const overrides = await this.overrides.listFor(territory);
    const bodies: { id: string }[] = await this.dataSource.query(
      `select id from bodies
       where territory_kato = $1 and kind = $2 and $3::date between begins_on and ends_on`,
      [territory, kind, on],
    );
    const bodyId = bodies[0]?.id ?? null;
    const onRoll = await this.countOnRoll(territory, on, overrides);
    return { territory, path, level: level as TerritoryLevel, overrides, bodyId, onRoll };
  }

  private async countOnRoll(
    territory: string,
    on: CivilDate,
    overrides: readonly LocalOverride[],
  ): Promise<number> {
    const { value: age } = valueForTerritoryOn('community.member-age', on, overrides);
    const [row] = (await this.dataSource.query(
      `select count(*)::int as members from residents r join territories t on t.kato = r.territory_kato
       where $1 = any(t.path) and r.registered_from <= $2::date
         and r.born_on <= $2::date - make_interval(years => $3)`,
      [territory, on, age],
    )) as [{ members: number }];
    return row.members;
  }
}
