import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7, validate as isUuid } from 'uuid';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { NoteStay, type StayFields } from '#features/assemblies/meetings/note-stay.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentAttendance } from './attendance.presenter.js';
import { assertOwnMeeting, SECRETARIES } from './desk-access.js';
import { momentOn } from './meeting-clock.js';

/** S05: who came and who left, with the quorum counted at once. */
@PageController('assembly-desk/meetings/:id/attendance')
export class AttendancePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly bodies: BodyReader,
    private readonly overrides: LocalOverrideReader,
    private readonly noteStay: NoteStay,
  ) {}

  @Show('', SECRETARIES)
  async show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    return this.render(page, await this.own(page, id), {});
  }

  @Take('', SECRETARIES)
  async note(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const meeting = await this.own(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.noteStay.run(page.person!, id, stayIn(fields, meeting));
        return page.goTo(`/assembly-desk/meetings/${id}/attendance`);
      },
      (faults) => this.render(page, meeting, { fields, faults }),
      ['name', 'at'],
    );
  }

  private async own(page: Page, id: string): Promise<MeetingRow> {
    const meeting = await this.meetings.get(id);
    assertOwnMeeting(page.person!, meeting);
    return meeting;
  }

  private async render(page: Page, meeting: MeetingRow, sent: SentForm): Promise<string> {
    const [hall, body, overrides] = await Promise.all([
      this.meetings.findHall(meeting.id),
      meeting.bodyId ? this.bodies.find(meeting.bodyId) : null,
      this.overrides.listFor(meeting.territory),
    ]);
    const model = { meeting, hall, body, overrides, now: new Date(), sent };
    return page.render('assembly-desk/attendance', presentAttendance(model, page.say));
  }
}

function stayIn(fields: FormFields, { heldOn }: MeetingRow): StayFields {
  const id = fields.text('person');
  const op = fields.text('op');
  return {
    // Without a number of its own what is sent twice counts twice.
    op: isUuid(op) ? op : v7(),
    move: fields.text('move') === 'left' ? 'left' : 'arrived',
    id: id || null,
    name: fields.text('name') || null,
    residence: fields.text('residence') || null,
    isGuest: fields.text('guest') === 'yes',
    at: momentOn(heldOn, fields.text('at')) ?? new Date(),
  };
}
