import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentSessionPage, presentSessions } from './sessions.presenter.js';

const MOST = 100;

/** Sessions of maslikhats for everybody: agenda, materials, who was there, how each one voted. */
@PageController('sessions')
export class SessionPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
  ) {}

  @Show('', 'public')
  async list(@Query('place') place: unknown, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const territory = typeof place === 'string' && /^\d{9}$/.test(place) ? place : undefined;
    return page.shared(async () => {
      const rows = await this.sessions.list(territory, MOST);
      return page.render('sessions/sessions', presentSessions(rows, page.say));
    });
  }

  @Show(':id', 'public')
  async show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const [session, hall, materials, decisions] = await Promise.all([
        this.sessions.get(id),
        this.sessions.listHall(id),
        this.sessions.listMaterials(id),
        this.sessions.listDecisions({ session: id }),
      ]);
      const model = presentSessionPage({ session, hall, materials, decisions }, page.say);
      return page.render('sessions/session', model);
    });
  }
}
