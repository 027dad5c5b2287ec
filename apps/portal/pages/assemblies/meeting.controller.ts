import { Header, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { KnownId } from '#platform/http/known-id.js';
import { paperPdf } from '#platform/paper/paper-pdf.js';
import { Costs } from '#platform/limits/costs.js';
import { noticePaper } from '../../papers/notice-paper.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { originOf } from '../_frame/page-origin.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { meetingName } from './meeting-line.presenter.js';
import { presentMeeting } from './meeting.presenter.js';
import { meetingsCalendar } from './meetings-calendar.js';

/** R31: one meeting, for everybody from its notice on. */
@PageController('meetings/:id')
export class MeetingPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
  ) {}

  @Show('', 'public')
  async show(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const meeting = await this.getPublic(id);
      const model = presentMeeting({ meeting, today: page.frame.today }, page.say);
      return page.render('assemblies/meeting', model);
    });
  }

  @Show('calendar.ics', 'public')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    const meeting = await this.getPublic(id);
    const name = meetingName(meeting, page.say);
    const origin = originOf(request, page);
    const calendar = { name, meetings: [meeting], origin, madeAt: new Date() };
    return meetingsCalendar(calendar, page.say);
  }

  @Show('notice.pdf', 'public')
  @Costs('export')
  @Header('content-type', 'application/pdf')
  async notice(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<Buffer> {
    const page = this.pages.open(request);
    const meeting = await this.getPublic(id);
    const address = `${originOf(request, page)}/${page.lang}/meetings/${id}`;
    return paperPdf(noticePaper(meeting, address, page.say));
  }

  /** What is only planned is not there yet. */
  private async getPublic(id: string): Promise<MeetingRow> {
    const meeting = await this.meetings.get(id);
    if (meeting.state === 'planned') throw new DomainError('not-found', 'meeting.not_found');
    return meeting;
  }
}
