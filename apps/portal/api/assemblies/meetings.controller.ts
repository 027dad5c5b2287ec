import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnnounceMeeting } from '#features/assemblies/meetings/announce-meeting.js';
import { CancelMeeting } from '#features/assemblies/meetings/cancel-meeting.js';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import { ReplaceAgenda } from '#features/assemblies/meetings/replace-agenda.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { AgendaDto, agendaItemOf } from './agenda.dto.js';
import { ReasonsDto } from './meeting-acts.dto.js';
import { meetingFieldsOf, NewMeetingDto, NoticeDto, noticeFieldsOf } from './meeting.dto.js';
import {
  type ListedMeetingView,
  type MeetingView,
  presentListedMeeting,
} from './meeting.presenter.js';
import { MeetingsQueryDto, meetingsQuestionOf } from './meetings-query.dto.js';
import { ShownMeeting } from './shown-meeting.js';

const SECRETARY = { roles: ['secretary'] };

/** Meetings of assemblies and gatherings, from the plan to the notice. */
@ApiTags('assemblies')
@Controller('api/v1/meetings')
export class MeetingsController {
  constructor(
    private readonly shown: ShownMeeting,
    private readonly conveneMeeting: ConveneMeeting,
    private readonly announceMeeting: AnnounceMeeting,
    private readonly replaceAgenda: ReplaceAgenda,
    private readonly cancelMeeting: CancelMeeting,
  ) {}

  @Post()
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'conveneMeeting', summary: 'Plan a meeting, or convene it' })
  async convene(
    @Body() body: NewMeetingDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    const id = await this.conveneMeeting.run(signedInOf(request)!, meetingFieldsOf(body));
    return this.shown.get(id, { request, reply });
  }

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listMeetings', summary: 'Meetings, held and to be held' })
  async list(@Query() query: MeetingsQueryDto): Promise<PageOf<ListedMeetingView>> {
    const rows = await this.shown.meetings.list(meetingsQuestionOf(query));
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentListedMeeting });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findMeeting', summary: 'A meeting with its agenda and papers' })
  async find(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    return this.shown.get(id, { request, reply });
  }

  @Post(':id/notice')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({
    operationId: 'announceMeeting',
    summary: 'The notice of a planned meeting is out',
  })
  async announce(
    @Param('id', KnownId) id: string,
    @Body() body: NoticeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    await this.announceMeeting.run(signedInOf(request)!, id, noticeFieldsOf(body));
    return this.shown.get(id, { request, reply });
  }

  @Put(':id/agenda')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'replaceAgenda', summary: 'The agenda of a planned meeting, whole' })
  @ApiHeader({ name: 'If-Match', required: false })
  async writeAgenda(
    @Param('id', KnownId) meetingId: string,
    @Body() body: AgendaDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    const agenda = body.agenda.map(agendaItemOf);
    const change = { meetingId, agenda, version: versionIn(request) };
    await this.replaceAgenda.run(signedInOf(request)!, change);
    return this.shown.get(meetingId, { request, reply });
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'cancelMeeting', summary: 'Call a meeting off' })
  async cancel(
    @Param('id', KnownId) id: string,
    @Body() { reasons }: ReasonsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    await this.cancelMeeting.run(signedInOf(request)!, id, reasons);
    return this.shown.get(id, { request, reply });
  }
}
