import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether it is time to put acts into the log. */
export interface LedgerTurn {
  readonly minuteOver: boolean;
  /** A phase of a round or the window of a petition began or ended since the last time. */
  readonly phaseChanged: boolean;
}

/** A batch gathers the acts of a minute, so that nobody is told apart in it. */
const BATCH_SECONDS = 60;

@Injectable()
export class LedgerTurnReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(): Promise<LedgerTurn> {
    const rows: LedgerTurn[] = await this.dataSource.query(TURN, [BATCH_SECONDS]);
    return rows[0] ?? { minuteOver: true, phaseChanged: true };
  }
}

const TURN = `
  with turn as (
    select coalesce(sequenced_at, '-infinity') as last, clock_timestamp() as now from ledger_horizon
  )
  select last + make_interval(secs => $1) <= now as "minuteOver",
    exists (select from rounds r, unnest(array[r.intake_from, r.intake_until, r.voting_from,
              r.voting_until, r.closed_at, r.published_at]) as changed(at)
            where changed.at > last and changed.at <= now)
    or exists (select from petitions p where p.closes_at > last and p.closes_at <= now)
      as "phaseChanged"
  from turn`;
