import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KnownId } from '#platform/http/known-id.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { sessionTokenOf } from '#platform/identity/session-token.js';
import { Sessions } from '#platform/identity/sessions.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentMySessions } from './my-sessions.presenter.js';

/** Where a person is signed in, and signing out there. */
@PageController('my/sessions')
export class MySessionsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const { personId } = page.person!;
    const own = await this.sessions.listOwn(personId, sessionTokenOf(request) ?? '');
    return page.render('my/sessions', presentMySessions(own, page.say));
  }

  @Take('others', 'signed-in')
  async endOthers(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.sessions.revokeOthers(page.person!.personId, sessionTokenOf(request) ?? '');
    return page.goTo('/my/sessions');
  }

  @Take(':id/end', 'signed-in')
  async end(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const ended = await this.sessions.revokeOwn(page.person!.personId, id);
    if (!ended) throw new DomainError('not-found', 'identity.session_not_found');
    return page.goTo('/my/sessions');
  }
}
