import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SessionMatterReader } from '#features/budget/sessions/session-matter.reader.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { maslikhatsOf, SECRETARIES } from './desk-access.js';
import { presentDesk } from './desk.presenter.js';

const MOST = 50;

/** The desk of the maslikhat's secretary: sessions, and what waits for the next one. */
@PageController('session-desk')
export class SessionDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
    private readonly matters: SessionMatterReader,
    private readonly collections: CollectionReader,
  ) {}

  @Show('', SECRETARIES)
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const own = maslikhatsOf(page.person!);
    const desks = await Promise.all(own.map((maslikhat) => this.deskOf(maslikhat)));
    return page.render('session-desk/desk', presentDesk(desks.flat(), page.say));
  }

  private async deskOf(maslikhat: string) {
    const [sessions, budgets, petitions, placed] = await Promise.all([
      this.sessions.list(maslikhat, MOST),
      this.matters.listBudgets(maslikhat),
      this.collections.listForSession(maslikhat),
      this.matters.listPlacedPetitions(maslikhat),
    ]);
    return { sessions, budgets, petitions, placed };
  }
}
