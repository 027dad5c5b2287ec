import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DismissalGround, dismissalGroundOf } from '#rules/assemblies/dismissal-ground.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** A yearly report to the population, as a gathering or an assembly heard it. */
export interface HeardReportRow {
  readonly minutesId: string;
  readonly minutesNumber: string;
  readonly item: number;
  readonly kind: 'akim' | 'maslikhat';
  readonly heldOn: CivilDate;
  readonly approved: boolean;
  readonly reportUrl: string | null;
}

/** What the reports of an akim have come to. */
export interface ReportStanding {
  readonly reports: readonly HeardReportRow[];
  /** Two in a row that were not approved, or the assembly's initiative, are a ground. */
  readonly ground: DismissalGround;
}

/** Questions about reports that were heard. */
@Injectable()
export class HeardReportReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Reports heard in a unit, the latest first, and what they lead to on a day. */
  async getOf(territory: string, on: CivilDate): Promise<ReportStanding> {
    const reports: HeardReportRow[] = await this.dataSource.query(
      `select h.minutes_id as "minutesId", p.number as "minutesNumber", h.item, h.kind,
         h.heard_on::text as "heldOn", h.approved, h.report_url as "reportUrl"
       from heard_reports h join minutes p on p.id = h.minutes_id
       where h.territory_kato = $1 order by h.heard_on desc, h.minutes_id, h.item`,
      [territory],
    );
    const heard = reports
      .filter(({ kind }) => kind === 'akim')
      .map(({ heldOn, approved }) => ({ heardOn: heldOn, approved }));
    const needed = valueOn('akim-dismissal.refused-reports', on);
    const initiativeOn = await this.findInitiative(territory);
    return { reports, ground: dismissalGroundOf({ reports: heard, initiativeOn }, needed) };
  }

  /** Day on which the assembly took the initiative to dismiss its akim; null without one. */
  private async findInitiative(territory: string): Promise<CivilDate | null> {
    const rows: { on: CivilDate }[] = await this.dataSource.query(
      `select raised_on::text as "on" from dismissals
       where territory_kato = $1 and state = 'raised' and ground = 'assembly-initiative'
       order by raised_on desc limit 1`,
      [territory],
    );
    return rows[0]?.on ?? null;
  }
}
