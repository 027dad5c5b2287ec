import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { SessionMatterReader } from '#features/budget/sessions/session-matter.reader.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { Views } from '#platform/views/views.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { budgetTitle, isOnlyAddingRows, planIn } from './convene-form.js';
import { presentConvene } from './convene.presenter.js';
import { maslikhatsOf, SECRETARIES } from './desk-access.js';

/** A session is convened with its agenda; short notice comes back with the earliest lawful day. */
@PageController('session-desk/convene')
export class ConveneSessionController {
  constructor(
    private readonly pages: Pages,
    private readonly views: Views,
    private readonly matters: SessionMatterReader,
    private readonly maslikhats: MaslikhatReader,
    private readonly conveneSession: ConveneSession,
  ) {}

  @Show('', SECRETARIES)
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), {});
  }

  @Take('', SECRETARIES)
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    if (isOnlyAddingRows(fields)) return this.render(page, { fields });
    return page.attempt(
      async () => {
        const id = await this.convene(page, fields);
        return page.goTo(`/session-desk/sessions/${id}`);
      },
      (faults) => this.render(page, { fields, faults }),
      FIELDS,
    );
  }

  private async convene(page: Page, fields: FormFields): Promise<string> {
    const titleOf = budgetTitle({ kk: this.views.wording('kk'), ru: this.views.wording('ru') });
    const budgets = await this.matters.listBudgets(fields.text('maslikhat'));
    return this.conveneSession.run(page.person!, planIn(fields, { budgets, titleOf }));
  }

  private async render(page: Page, sent: SentForm): Promise<string> {
    const own = await Promise.all(
      maslikhatsOf(page.person!).map((territory) => this.maslikhats.find(territory)),
    );
    const maslikhats = own.filter((maslikhat) => maslikhat !== null);
    const budgets = await Promise.all(
      maslikhats.map(({ territory }) => this.matters.listBudgets(territory)),
    );
    const choices = { maslikhats, budgets: budgets.flat(), today: page.frame.today };
    return page.render('session-desk/convene', presentConvene(choices, sent, page.say));
  }
}

const FIELDS = [
  'maslikhat',
  'number',
  'kind',
  'session',
  'notice',
  'materials',
  'place',
  'agenda',
  'request',
  'broadcastUrl',
];
