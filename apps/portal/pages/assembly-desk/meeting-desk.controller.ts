import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AnnounceMeeting } from '#features/assemblies/meetings/announce-meeting.js';
import { CancelMeeting } from '#features/assemblies/meetings/cancel-meeting.js';
import type { MeetingOpening } from '#features/assemblies/meetings/meeting-opening.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { OpenMeeting } from '#features/assemblies/meetings/open-meeting.js';
import { RecordNoQuorum } from '#features/assemblies/meetings/record-no-quorum.js';
import { SetBroadcast } from '#features/assemblies/meetings/set-broadcast.js';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { addressOr, textsIn } from './typed-fields.js';
import { assertOwnMeeting, SECRETARIES } from './desk-access.js';
import { presentMeetingDesk } from './meeting-desk.presenter.js';
import { noticeIn } from './notice-form.js';

/** One meeting on the secretary's desk, from its plan to its minutes. */
@PageController('assembly-desk/meetings/:id')
export class MeetingDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly announceMeeting: AnnounceMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly openMeeting: OpenMeeting,
    private readonly recordNoQuorum: RecordNoQuorum,
    private readonly setBroadcast: SetBroadcast,
    private readonly beginMinutes: BeginMinutes,
  ) {}

  @Show('', SECRETARIES)
  async show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    return this.render(page, await this.own(page, id), {});
  }

  @Take('announcement', SECRETARIES)
  announce(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.announceMeeting.run(page.person!, id, noticeIn(fields)),
    );
  }

  @Take('cancellation', SECRETARIES)
  cancel(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.cancelMeeting.run(page.person!, id, textsIn(fields, 'reasons')),
    );
  }

  @Take('broadcast', SECRETARIES)
  broadcast(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.setBroadcast.run(page.person!, id, {
        broadcastUrl: addressOr(fields, 'broadcastUrl'),
        recordingUrl: addressOr(fields, 'recordingUrl'),
      }),
    );
  }

  @Take('opening', SECRETARIES)
  open(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) => {
      const opening = openingIn(fields);
      return fields.text('act') === 'no-quorum'
        ? this.recordNoQuorum.run(page.person!, id, opening)
        : this.openMeeting.run(page.person!, id, opening);
    });
  }

  @Take('minutes', SECRETARIES)
  async minutes(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, id);
    return page.attempt(
      async () => {
        const minutesId = await this.beginMinutes.run(page.person!, id);
        return page.goTo(`/assembly-desk/minutes/${minutesId}`);
      },
      (faults) => this.render(page, meeting, { faults }),
    );
  }

  private async act(
    request: FastifyRequest,
    id: string,
    run: (page: Page, fields: FormFields) => Promise<unknown>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await run(page, fields);
        return page.goTo(`/assembly-desk/meetings/${id}`);
      },
      (faults) => this.render(page, meeting, { fields, faults }),
      ['channels', 'notice', 'chair', 'secretary', 'reasons', 'meetingOn'],
    );
  }

  private async own(page: Page, id: string): Promise<MeetingRow> {
    const meeting = await this.meetings.get(id);
    assertOwnMeeting(page.person!, meeting);
    return meeting;
  }

  private async render(page: Page, meeting: MeetingRow, sent: SentForm): Promise<string> {
    const { people } = await this.meetings.findHall(meeting.id);
    const { today } = page.frame;
    const model = presentMeetingDesk({ meeting, people, today, sent }, page.say);
    return page.render('assembly-desk/meeting', model);
  }
}

function openingIn(fields: FormFields): MeetingOpening {
  return {
    chairId: fields.text('chair') || null,
    secretaryId: fields.text('secretary') || null,
    openedAt: new Date(),
  };
}
