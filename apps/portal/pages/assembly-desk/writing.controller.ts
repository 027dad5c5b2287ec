import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { AnswerItemQuestion } from '#features/assemblies/meetings/answer-item-question.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { WordingReader } from '#features/assemblies/wordings/wording.reader.js';
import { LinkedObjectReader } from '#features/assemblies/writings/linked-object.reader.js';
import { WriteItems } from '#features/assemblies/writings/write-items.js';
import { WritingReader } from '#features/assemblies/writings/writing.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { Views } from '#platform/views/views.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { assertOwnMeeting, SECRETARIES } from './desk-access.js';
import { answersOf, sentWritings } from './sent-writings.js';
import { formWritings, settlementIn } from './writing-form.js';
import { textsIn } from './typed-fields.js';
import { presentWritingTable } from './writing.presenter.js';

/** S06: the writing table, with a script that works without the network and without any script. */
@PageController('assembly-desk/meetings/:id')
export class WritingPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly views: Views,
    private readonly meetings: MeetingReader,
    private readonly writings: WritingReader,
    private readonly objects: LinkedObjectReader,
    private readonly wordings: WordingReader,
    private readonly writeItems: WriteItems,
    private readonly answerItemQuestion: AnswerItemQuestion,
  ) {}

  @Show('writing', SECRETARIES)
  async show(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Query('named') named?: string,
  ): Promise<string> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, id);
    return this.render(page, meeting, Number.parseInt(String(named), 10) || null);
  }

  /** What the script of the table sends, as soon as the network lets it. */
  @Take('writings', SECRETARIES)
  async write(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<object> {
    const page = this.pages.open(request);
    const { heldOn } = await this.own(page, id);
    const writings = sentWritings(request.body, heldOn);
    const results = await this.writeItems.run(page.person!, id, writings);
    return { answers: answersOf(results, page.say) };
  }

  /** One item sent as a form: what was changed in it, or which of two texts stands. */
  @Take('items/:number', SECRETARIES)
  async writeItem(
    @Param('id', KnownId) id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, id);
    const written = await this.writings.listOf(id);
    const item = written.find((each) => String(each.number) === number);
    const fields = formFieldsOf(request);
    const form = { fields, item, heldOn: meeting.heldOn, writtenAt: new Date() };
    const writings = fields.has('settles') ? settlementIn(form) : formWritings(form);
    const results = await this.writeItems.run(page.person!, id, writings);
    const refused = results.filter(({ faults }) => faults.length > 0);
    if (refused.length === 0)
      return page.goTo(`/assembly-desk/meetings/${id}/writing#item-${number}`);
    const [trouble] = answersOf(refused, page.say);
    return { html: await this.render(page, meeting, null, trouble?.words), status: 422 };
  }

  /** The answer to a resident's question, which goes into the minutes. */
  @Take('questions/:question', SECRETARIES)
  async answerQuestion(
    @Param('id', KnownId) meetingId: string,
    @Param('question', KnownId) questionId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, meetingId);
    const answer = textsIn(formFieldsOf(request), 'answer');
    return page.attempt(
      async () => {
        await this.answerItemQuestion.run(page.person!, { meetingId, questionId }, answer);
        return page.goTo(`/assembly-desk/meetings/${meetingId}/writing`);
      },
      ({ summary }) => this.render(page, meeting, null, summary[0]?.text),
    );
  }

  private async own(page: Page, id: string): Promise<MeetingRow> {
    const meeting = await this.meetings.get(id);
    assertOwnMeeting(page.person!, meeting);
    return meeting;
  }

  private async render(
    page: Page,
    meeting: MeetingRow,
    named: number | null,
    trouble?: string,
  ): Promise<string> {
    const [{ people }, written, lines, wordings] = await Promise.all([
      this.meetings.findHall(meeting.id),
      this.writings.listOf(meeting.id),
      this.objects.listBudgetLines(meeting.territory),
      this.wordings.listOf(meeting.territory),
    ]);
    const say = {
      page: page.say,
      kk: this.views.wording('kk'),
      ru: this.views.wording('ru'),
    };
    const writer = page.person!.personId;
    const found = { meeting, people, written, lines, wordings };
    const table = { ...found, named, writer, now: new Date(), newId: () => v7() };
    const model = presentWritingTable(table, say);
    const faults = trouble ? { summary: [{ text: trouble }] } : undefined;
    return page.render('assembly-desk/writing', { ...model, faults });
  }
}
