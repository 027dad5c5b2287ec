import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentAttendance } from './attendance.presenter.js';
import { assertOwnSession, SECRETARIES } from './desk-access.js';

/** Who is in the hall, with the quorum counted at once. */
@PageController('session-desk/sessions/:id/attendance')
export class SessionAttendanceController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
    private readonly noteAttendance: NoteAttendance,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('', SECRETARIES)
  async take(
    @Param('id', KnownId) sessionId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const hall = await this.sessions.listHall(sessionId);
        const ids = hall.map(({ id }) => id).filter((id) => fields.has(`present-${id}`));
        const chair = fields.text('chair') || null;
        await this.noteAttendance.run(page.person!, { sessionId, present: ids, chair });
        return page.goTo(`/session-desk/sessions/${sessionId}/attendance`);
      },
      (faults) => this.render(page, sessionId, { fields, faults }),
      ['chair', 'present'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const session = await this.sessions.get(id);
    assertOwnSession(page.person!, session);
    const hall = await this.sessions.listHall(id);
    const model = presentAttendance({ session, hall }, sent, page.say);
    return page.render('session-desk/attendance', model);
  }
}
