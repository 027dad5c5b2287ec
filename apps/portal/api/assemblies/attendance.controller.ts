import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { NoteStay } from '#features/assemblies/meetings/note-stay.js';
import { SetAttendance } from '#features/assemblies/meetings/set-attendance.js';
import { actingAs } from '#features/registry/officers/actor.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { MeetingAttendanceDto, attendanceOf, StayDto, stayOf } from './attendance.dto.js';
import { presentHall, presentQuorum } from './meeting.presenter.js';

const SECRETARY = { roles: ['secretary'] };

/** Who is in the hall, and whether that makes a quorum. */
@ApiTags('assemblies')
@Controller('api/v1/meetings/:id')
export class AttendanceController {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly setAttendance: SetAttendance,
    private readonly noteStay: NoteStay,
  ) {}

  @Put('attendance')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'setAttendance', summary: 'The list of those present, whole' })
  @ApiHeader({ name: 'If-Match', required: false })
  async set(
    @Param('id', KnownId) id: string,
    @Body() body: MeetingAttendanceDto,
    @Req() request: FastifyRequest,
  ) {
    const fields = attendanceOf(body, versionIn(request));
    const quorum = await this.setAttendance.run(signedInOf(request)!, id, fields);
    return { quorum: presentQuorum(quorum) };
  }

  @Get('attendance')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'listAttendance', summary: 'Everybody with their times' })
  async list(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    const { territoryPath } = await this.meetings.get(id);
    actingAs(signedInOf(request)!, SECRETARY.roles, territoryPath);
    return presentHall(await this.meetings.findHall(id));
  }

  @Post('stays')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'noteStay', summary: 'One comes or goes; sent twice, noted once' })
  async note(
    @Param('id', KnownId) id: string,
    @Body() body: StayDto,
    @Req() request: FastifyRequest,
  ) {
    const quorum = await this.noteStay.run(signedInOf(request)!, id, stayOf(body));
    return { quorum: presentQuorum(quorum) };
  }
}
