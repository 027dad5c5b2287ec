import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlaceFigures, RoundFigures, YearFigures } from '#rules/integrity/integrity-report.js';
import { NIGHT_HOURS } from '#rules/integrity/integrity-thresholds.js';
import { ZONE } from '#platform/clock/clock.js';

interface Times {
  readonly ballots: number;
  readonly nightBallots: number;
  readonly minutes: readonly number[];
}

/** Counts a closed voting: nothing of it leaves this process but through the report. */
@Injectable()
export class RoundFiguresReader {
  constructor(private readonly dataSource: DataSource) {}

  async of(roundId: string): Promise<RoundFigures> {
    const [times]: Times[] = await this.dataSource.query(TIMES, [roundId, ZONE, NIGHT_HOURS]);
    const places: PlaceFigures[] = await this.dataSource.query(PLACES, [roundId]);
    const years: YearFigures[] = await this.dataSource.query(YEARS, [roundId]);
    return { ...times!, places, years };
  }

  /** Rounds that are closed and have no report yet. */
  async listClosedWithoutReport(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`
      select r.id from rounds r
      where r.closed_at is not null
        and not exists (select from integrity_reports i where i.round_id = r.id)
      order by r.closed_at limit 20`);
    return rows.map(({ id }) => id);
  }
}

const TIMES = `
  with minutes as (
    select date_trunc('minute', cast_at) as minute, count(*)::integer as ballots
    from ballots where round_id = $1 group by 1
  )
  select coalesce(sum(ballots), 0)::integer as ballots,
         coalesce(sum(ballots) filter (
           where extract(hour from minute at time zone $2) = any($3::int[])), 0)::integer as "nightBallots",
         coalesce(json_agg(ballots), '[]') as minutes
  from minutes`;

/** Who may vote in a round, as far as the roll knows them. */
const VOTERS = `
  round as (
    select territory_kato, minimum_age, (voting_from at time zone 'Asia/Almaty')::date as day
    from rounds where id = $1
  ), adults as (
    select p.territory_kato, p.born_on from residents p
    join territories t on t.kato = p.territory_kato
    join round r on r.territory_kato = any(t.path)
    where p.born_on + make_interval(years => r.minimum_age) <= r.day
  )`;

// The census bounds the roll from above: a roll that was padded must not hide what is too many.
const PLACES = `
  with ${VOTERS}, cast_there as (
    select territory_kato, count(*)::integer as ballots
    from ballots where round_id = $1 group by 1
  )
  select c.territory_kato as territory, c.ballots,
         least((select count(*) from adults a where a.territory_kato = c.territory_kato),
               t.population)::integer as adults
  from cast_there c join territories t on t.kato = c.territory_kato
  order by 1`;

const YEARS = `
  with ${VOTERS}, on_roll as (
    select extract(year from born_on)::integer as born_in, count(*)::integer as adults
    from adults group by 1
  ), cast_by as (
    select extract(year from p.born_on)::integer as born_in, count(*)::integer as ballots
    from ballots b join residents p on p.id = b.resident_id where b.round_id = $1 group by 1
  )
  select born_in as "bornIn", coalesce(ballots, 0) as ballots, coalesce(adults, 0) as adults
  from on_roll full join cast_by using (born_in) order by 1`;
