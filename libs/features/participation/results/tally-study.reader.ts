import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TallyStudy } from './tally-study.js';

/** Questions about what was found out after a count. */
@Injectable()
export class TallyStudyReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What is known so far. */
  async get(tallyId: string): Promise<TallyStudy> {
    const rows: { study: Partial<TallyStudy> | null }[] = await this.dataSource.query(
      `select jsonb_object_agg(part, findings) as study from tally_studies where tally_id = $1`,
      [tallyId],
    );
    return { ...NOTHING_YET, ...rows[0]?.study };
  }

  /** Rounds whose standing count is without ties and not studied to its end, the oldest first. */
  async listToStudy(): Promise<string[]> {
    const rows: { round: string }[] = await this.dataSource.query(TO_STUDY);
    return rows.map(({ round }) => round);
  }
}

const NOTHING_YET: TallyStudy = { measures: null, purses: null, counterpart: null, lacks: null };

const TO_STUDY = `
  select round_id as round from (
    select distinct on (round_id) id, round_id, computed_at, outcome
    from tallies order by round_id, computed_at desc, id desc) t
  where not exists (select from tally_studies s where s.tally_id = t.id and s.part = 'lacks')
    and not jsonb_path_exists(t.outcome, '$.pots[*].tie ? (@ != null)')
  order by computed_at`;
