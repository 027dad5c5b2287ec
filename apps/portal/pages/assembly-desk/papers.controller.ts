import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddAgendaPaper } from '#features/assemblies/meetings/add-agenda-paper.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { atFile, chosenFile } from './chosen-file.js';
import { assertOwnMeeting, SECRETARIES } from './desk-access.js';
import { presentPapers } from './papers.presenter.js';
import { addressOr, textsIn } from './typed-fields.js';

/** What members are to read before the meeting: files and links beside the agenda. */
@PageController('assembly-desk/meetings/:id/papers')
export class AgendaPapersController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly addPaper: AddAgendaPaper,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @TakeWithFile('', SECRETARIES)
  async take(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const item = Number.parseInt(fields.text('item'), 10) || 0;
        const said = { title: textsIn(fields, 'title'), link: addressOr(fields, 'link') };
        const paper = { meetingId: id, item, ...said, upload: chosenFile(request) };
        await this.addPaper.run(page.person!, paper).catch(atFile);
        return page.goTo(`/assembly-desk/meetings/${id}/papers`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['item', 'title', 'file', 'link'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const meeting = await this.meetings.get(id);
    assertOwnMeeting(page.person!, meeting);
    return page.render('assembly-desk/papers', presentPapers(meeting, sent, page.say));
  }
}
