import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AskItemQuestion } from '#features/assemblies/meetings/ask-item-question.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { KnownId } from '#platform/http/known-id.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName } from './meeting-line.presenter.js';

const LANGUAGES = ['kk', 'ru'] as const;

interface Asked {
  readonly id: string;
  readonly number: string;
}

/** A resident asks about an agenda item before the meeting; the answer goes into the minutes. */
@PageController('meetings/:id/items/:number/question')
export class ItemQuestionController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly askItemQuestion: AskItemQuestion,
  ) {}

  @Show('', 'signed-in')
  show(
    @Param('id', KnownId) id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.render(this.pages.open(request), { id, number }, {});
  }

  @Take('', 'signed-in')
  @Costs('words')
  async ask(
    @Param('id', KnownId) id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const language = fields.text('language') === 'ru' ? 'ru' : 'kk';
    const question = { meetingId: id, item: Number.parseInt(number, 10), language } as const;
    return page.attempt(
      async () => {
        await this.askItemQuestion.run(page.person!, { ...question, text: fields.text('text') });
        return page.goTo(`/meetings/${id}#item-${question.item}`);
      },
      (faults) => this.render(page, { id, number }, { fields, faults }),
      ['text'],
    );
  }

  private async render(page: Page, { id, number }: Asked, { fields, faults }: SentForm) {
    const meeting = await this.meetings.get(id);
    const item = meeting.agenda.find((each) => String(each.number) === number);
    if (!item || meeting.state === 'planned')
      throw new DomainError('not-found', 'agenda.item_not_found');
    const { say } = page;
    return page.render('assemblies/question', {
      title: say.t('assemblies.ask.title'),
      caption: `${meetingName(meeting, say)}. ${say.official(item.title).text}`,
      back: `/meetings/${id}`,
      action: `/meetings/${id}/items/${item.number}/question`,
      faults,
      text: fields?.text('text') ?? '',
      language: fields?.text('language') || (page.lang === 'ru' ? 'ru' : 'kk'),
      languages: LANGUAGES.map((value) => ({
        value,
        text: say.t(`assemblyDesk.languages.${value}`),
      })),
    });
  }
}
