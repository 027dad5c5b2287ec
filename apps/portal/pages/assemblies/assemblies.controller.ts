import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HeardReportReader } from '#features/assemblies/akim-answers/heard-report.reader.js';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { MonitoringReader } from '#features/assemblies/monitoring/monitoring.reader.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import {
  MeetingReader,
  type MeetingsQuestion,
} from '#features/assemblies/meetings/meeting.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { originOf } from '../_frame/page-origin.js';
import { type AssembliesQuery, queryText, readAssembliesQuery } from './assemblies-query.js';
import { presentAssemblies } from './assemblies.presenter.js';
import { presentBodies } from './bodies.presenter.js';
import { meetingsCalendar } from './meetings-calendar.js';

const PAST_SHOWN = 20;
const MOST_AHEAD = 50;
const MOST_OVERDUE = 50;
const IN_FEED = 200;

/** R30: the public calendar of meetings, late minutes, the bodies and their members. */
@PageController('assemblies')
export class AssemblyPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly bodies: BodyReader,
    private readonly reports: HeardReportReader,
    private readonly territories: TerritoryReader,
    private readonly monitoring: MonitoringReader,
    private readonly dismissals: DismissalReader,
  ) {}

  @Show('', 'public')
  async list(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = readAssembliesQuery(sent);
    const feed = `${originOf(request, page)}/${page.lang}/assemblies/calendar.ics${queryText(query)}`;
    return page.shared(async () => {
      const [next, past, overdue] = await Promise.all([
        this.meetings.list(comingOf(query, MOST_AHEAD)),
        this.meetings.list(pastOf(query)),
        this.meetings.listOverdue(query.territory ?? null, MOST_OVERDUE),
      ]);
      const { today } = page.frame;
      const listed = { query, next, past, pastLimit: PAST_SHOWN, overdue, today, feed };
      return page.render('assemblies/assemblies', presentAssemblies(listed, page.say));
    });
  }

  @Show('calendar.ics', 'public')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async calendar(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    const meetings = await this.meetings.list(feedOf(readAssembliesQuery(sent)));
    const name = page.say.t('assemblies.list.title');
    const origin = originOf(request, page);
    return meetingsCalendar({ name, meetings, origin, madeAt: new Date() }, page.say);
  }

  @Show(':kato', 'public')
  async body(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const place = await this.territories.get(kato);
      const { today } = page.frame;
      const [bodies, standing, monitored, dismissals] = await Promise.all([
        this.bodies.listIn(kato),
        this.reports.getOf(kato, today),
        this.monitoring.listIn(kato),
        this.dismissals.list(kato),
      ]);
      const shown = { place, bodies, standing, monitored, dismissals, today };
      return page.render('assemblies/bodies', presentBodies(shown, page.say));
    });
  }
}

function comingOf({ territory, kind }: AssembliesQuery, limit: number): MeetingsQuestion {
  return { states: ['convened', 'under-way'], territory, kind, sequence: 'next-first', limit };
}

function pastOf({ territory, kind, after }: AssembliesQuery): MeetingsQuestion {
  const states = ['held', 'without-quorum', 'cancelled'] as const;
  return { states, territory, kind, after, sequence: 'latest-first', limit: PAST_SHOWN };
}

function feedOf({ territory, kind }: AssembliesQuery): MeetingsQuestion {
  const states = ['convened', 'under-way', 'held', 'without-quorum', 'cancelled'] as const;
  return { states, territory, kind, sequence: 'latest-first', limit: IN_FEED };
}
