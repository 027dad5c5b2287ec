import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { VoterRecord } from '#rules/participation/voter-eligibility.js';

/** A resident as the roll knows the person, for telling early what the casting will decide. */
export interface VoterOnRollRow {
  readonly record: VoterRecord;
  /** Where the person is registered. */
  readonly place: OfficialText;
}

/** A round in which a resident has voted: the fact, never the choice. */
export interface VotedRoundRow {
  readonly roundId: string;
  readonly castAt: Date;
}

interface StoredVoter {
  readonly bornOn: CivilDate;
  readonly territoryPath: string[];
  readonly registeredFrom: CivilDate;
  readonly place: OfficialText;
}

/** Questions about residents as voters. */
@Injectable()
export class VoterReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(residentId: string): Promise<VoterOnRollRow | null> {
    const rows: StoredVoter[] = await this.dataSource.query(VOTER, [residentId]);
    if (!rows[0]) return null;
    const { bornOn, territoryPath, registeredFrom, place } = rows[0];
    const registration = { territoryPath, from: registeredFrom, until: null };
    return { record: { bornOn, registration }, place };
  }

  async listVotedRounds(residentId: string): Promise<VotedRoundRow[]> {
    return this.dataSource.query(
      `select round_id as "roundId", cast_at as "castAt" from ballots
       where resident_id = $1 and round_id in (select id from rounds) order by cast_at desc`,
      [residentId],
    );
  }
}

const VOTER = `
  select p.born_on::text as "bornOn", t.path as "territoryPath",
         p.registered_from::text as "registeredFrom",
         jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as place
  from residents p join territories t on t.kato = p.territory_kato
  where p.id = $1`;
