import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { reportPeriodsOf } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { QuarterlyReportRow, ReportedRoundRow } from './quarterly-report-row.js';

interface StoredRound extends Omit<ReportedRoundRow, 'quarters'> {
  readonly startedOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly reports: readonly QuarterlyReportRow[];
}

/** Questions about the quarterly reports on a round's works. */
@Injectable()
export class QuarterlyReportReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Every quarter that the akimat owes a report on, the newest first.
   *
   * @throws DomainError not-found `round.not_found`
   */
  async get(roundId: string): Promise<ReportedRoundRow> {
    const known = isUuid(roundId) ? roundId : null;
    const [row]: StoredRound[] = await this.dataSource.query(REPORTED, [known]);
    if (!row) throw new DomainError('not-found', 'round.not_found');
    const { startedOn, endedOn, reports, ...round } = row;
    const periods = startedOn === null ? [] : reportPeriodsOf(startedOn, endedOn, round.today);
    const quarters = periods.map((period) => ({
      ...period,
      report: reports.find(({ from }) => from === period.from) ?? null,
    }));
    return { ...round, quarters: quarters.toReversed() };
  }
}

const day = (instant: string) => `(${instant} at time zone 'Asia/Almaty')::date`;

const REPORTED = `
  select r.id, jsonb_strip_nulls(jsonb_build_object('kk', r.title_kk, 'ru', r.title_ru, 'en', r.title_en)) as title,
    r.territory_kato as territory, t.path as "territoryPath",
    ${day('clock_timestamp()')}::text as today, ${day('s.started_at')}::text as "startedOn",
    case when s.is_over then greatest(${day('s.started_at')}, s.ended_on)::text end as "endedOn",
    coalesce((select jsonb_agg(jsonb_build_object('from', q.quarter_from, 'until', q.quarter_until,
        'dueOn', q.due_on, 'publishedOn', q.published_on, 'figures', q.figures,
        'text', jsonb_build_object('kk', q.text_kk, 'ru', q.text_ru),
        'post', jsonb_build_object('kk', q.post_kk, 'ru', q.post_ru)))
      from quarterly_reports q where q.round_id = r.id), '[]') as reports
  from rounds r join territories t on t.kato = r.territory_kato
    cross join lateral (
      select case when count(*) > 0 then r.published_at end as started_at,
        bool_and(coalesce(w.state, 'planned') in ('accepted', 'cancelled')) as is_over,
        greatest(max(a.accepted_on), (select ${day('max(d.at)')} from works_decisions d
          join proposals c on c.id = d.project_id where c.round_id = r.id and d.act = 'cancel')) as ended_on
      from proposals p left join works w on w.project_id = p.id
        left join works_acceptances a on a.project_id = p.id
      where p.round_id = r.id and p.state = 'winner') s
  where r.id = $1`;
