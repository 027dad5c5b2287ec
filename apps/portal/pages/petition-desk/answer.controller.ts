import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AnnounceDiscussion } from '#features/petitions/answers/announce-discussion.js';
import { actingAsAddressee, actingAsPreparer } from '#features/petitions/answers/answer.policy.js';
import { AnswerPetition } from '#features/petitions/answers/answer-petition.js';
import { type AnswerCaseRow, AnswerReader } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import {
  ANSWER_FIELDS,
  answerIn,
  discussionIn,
  presentAnswerForm,
  presentDiscussionForm,
} from './answer-form.js';

const ANSWERERS = { roles: ['akim', 'officer', 'maslikhat-secretary'] };

interface AnsweredPage {
  readonly page: Page;
  readonly petition: PetitionRow;
  readonly about: AnswerCaseRow;
}

/** A12: the addressee discusses its draft in public and answers; its head signs. */
@PageController('petition-desk/:id')
export class PetitionAnswerPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly answers: AnswerReader,
    private readonly answerPetition: AnswerPetition,
    private readonly announceDiscussion: AnnounceDiscussion,
    private readonly enclosing: EnclosingForms,
  ) {}

  @Show('answer', ANSWERERS)
  async showAnswer(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const opened = await this.open(request, id);
    const { page, petition, about } = opened;
    actingAsAddressee(page.person!, petition);
    if (about.answer) return page.goTo(`/petitions/${petition.number}/answer`);
    return renderAnswer(opened, {});
  }

  @TakeWithFile('answer', ANSWERERS)
  async answer(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const opened = await this.open(request, id);
    const { page, petition } = opened;
    actingAsAddressee(page.person!, petition);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return renderAnswer(opened, { fields, files });
        await this.answerPetition.run(page.person!, petition.id, answerIn(fields, files.ids));
        return page.goTo(`/petition-desk/${petition.id}`);
      },
      (faults) => renderAnswer(opened, { fields, faults, files }),
      ANSWER_FIELDS,
    );
  }

  @Show('discussion', ANSWERERS)
  async showDiscussion(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const opened = await this.open(request, id);
    const { page, petition, about } = opened;
    actingAsPreparer(page.person!, petition);
    if (about.discussion) return page.goTo(`/petitions/${petition.number}/answer`);
    return renderDiscussion(opened, {});
  }

  @Take('discussion', ANSWERERS)
  async discuss(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const opened = await this.open(request, id);
    const { page, petition } = opened;
    actingAsPreparer(page.person!, petition);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.announceDiscussion.run(page.person!, petition.id, discussionIn(fields));
        return page.goTo(`/petition-desk/${petition.id}`);
      },
      (faults) => renderDiscussion(opened, { fields, faults }),
      ['heldOn', 'place', 'draft'],
    );
  }

  private async open(request: FastifyRequest, id: string): Promise<AnsweredPage> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    return { page, petition, about: await this.answers.find(petition.id) };
  }
}

function renderAnswer({ page, petition, about }: AnsweredPage, sent: SentWithFiles): string {
  const model = presentAnswerForm({ petition, about }, sent, page.say);
  return page.render('petition-desk/answer', model);
}

function renderDiscussion({ page, petition }: AnsweredPage, sent: SentForm): string {
  const model = presentDiscussionForm(petition, sent, page.say);
  return page.render('petition-desk/discussion', model);
}
