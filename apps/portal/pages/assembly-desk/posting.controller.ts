import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { ProveNotice } from '#features/assemblies/meetings/prove-notice.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { atFile, chosenFile } from './chosen-file.js';
import { assertOwnMeeting, SECRETARIES } from './desk-access.js';
import { presentPosting } from './posting.presenter.js';
import { addressOr } from './typed-fields.js';

/** That the notice hung or was sent: photos, scans and links, never changed afterwards. */
@PageController('assembly-desk/meetings/:id/posting')
export class NoticePostingController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly proveNotice: ProveNotice,
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
        const said = { channel: fields.text('channel'), postedOn: dayIn(fields, 'postedOn') };
        const shown = { link: addressOr(fields, 'link'), upload: chosenFile(request) };
        const proof = { meetingId: id, ...said, ...shown };
        await this.proveNotice.run(page.person!, proof).catch(atFile);
        return page.goTo(`/assembly-desk/meetings/${id}/posting`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['channel', 'postedOn', 'file', 'link'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const meeting = await this.meetings.get(id);
    assertOwnMeeting(page.person!, meeting);
    return page.render('assembly-desk/posting', presentPosting(meeting, sent, page.say));
  }
}
