import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EndSession } from '#features/budget/sessions/end-session.js';
import { PauseSession } from '#features/budget/sessions/pause-session.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { SetSessionBroadcast } from '#features/budget/sessions/set-session-broadcast.js';
import { KnownId } from '#platform/http/known-id.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { addressOr } from '../assembly-desk/typed-fields.js';
import { assertOwnSession, SECRETARIES } from './desk-access.js';
import { presentSessionDesk } from './session.presenter.js';

/** One session on the secretary's desk, from its notice to its closing. */
@PageController('session-desk/sessions/:id')
export class SessionOnDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
    private readonly endSession: EndSession,
    private readonly pauseSession: PauseSession,
    private readonly setBroadcast: SetSessionBroadcast,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('closure', SECRETARIES)
  close(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person) => this.endSession.run(person, id, 'close'));
  }

  @Take('cancellation', SECRETARIES)
  cancel(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person) => this.endSession.run(person, id, 'cancel'));
  }

  @Take('break', SECRETARIES)
  pause(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person) => this.pauseSession.run(person, id, 'pause'));
  }

  @Take('resumption', SECRETARIES)
  resume(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person) => this.pauseSession.run(person, id, 'resume'));
  }

  @Take('broadcast', SECRETARIES)
  broadcast(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person, fields) =>
      this.setBroadcast.run(person, id, addressOr(fields, 'broadcastUrl')),
    );
  }

  private async act(
    request: FastifyRequest,
    id: string,
    run: (person: SignedIn, fields: FormFields) => Promise<void>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await run(page.person!, fields);
        return page.goTo(`/session-desk/sessions/${id}`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['broadcastUrl'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const session = await this.sessions.get(id);
    assertOwnSession(page.person!, session);
    const [hall, materials, decisions] = await Promise.all([
      this.sessions.listHall(id),
      this.sessions.listMaterials(id),
      this.sessions.listDecisions({ session: id }),
    ]);
    const onDesk = { session, hall, materials, decisions, today: page.frame.today };
    return page.render('session-desk/session', presentSessionDesk(onDesk, sent, page.say));
  }
}
