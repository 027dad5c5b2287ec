import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotePublication } from '#features/budget/sessions/note-publication.js';
import type { DecisionRow } from '#features/budget/sessions/session-row.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { addressOr } from '../assembly-desk/typed-fields.js';
import { decisionName } from '../budgets/decision.presenter.js';
import { dayField, dayIn } from '../deputy-register/day-in-form.js';
import { assertOwnDecision, SECRETARIES } from './desk-access.js';

/** Where and when the text of a decision came out. */
@PageController('session-desk/decisions/:id/publication')
export class PublicationOfDecisionController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
    private readonly notePublication: NotePublication,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('', SECRETARIES)
  async take(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.notePublication.run(page.person!, id, publicationIn(fields));
        return page.goTo(`/decisions/${id}`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['publishedOn', 'place', 'url'],
    );
  }

  private async getOwn({ person }: Page, id: string): Promise<DecisionRow> {
    const decision = await this.sessions.getDecision(id);
    assertOwnDecision(person!, await this.sessions.get(decision.sessionId));
    return decision;
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const decision = await this.getOwn(page, id);
    const legend = page.say.t('sessionDesk.publication.day');
    return page.render('session-desk/publication', {
      title: page.say.t('sessionDesk.publication.title'),
      caption: decisionName(decision, page.say),
      back: `/session-desk/sessions/${decision.sessionId}`,
      action: `/session-desk/decisions/${id}/publication`,
      faults: sent.faults,
      publishedOn: dayField('publishedOn', legend, sent, page.frame.today),
      place: sent.fields?.text('place') ?? '',
      url: sent.fields?.text('url') ?? '',
    });
  }
}

function publicationIn(fields: FormFields) {
  return {
    publishedOn: dayIn(fields, 'publishedOn'),
    url: addressOr(fields, 'url'),
    place: fields.text('place'),
  };
}
