import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CloseMeeting } from '#features/assemblies/meetings/close-meeting.js';
import { NameOfficers } from '#features/assemblies/meetings/name-officers.js';
import { OpenMeeting } from '#features/assemblies/meetings/open-meeting.js';
import { RecordNoQuorum } from '#features/assemblies/meetings/record-no-quorum.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { instantOf } from './assembly-fields.js';
import { ClosingDto, OfficersDto, OpeningDto, openingOf } from './meeting-acts.dto.js';
import { presentQuorum } from './meeting.presenter.js';

const SECRETARY = { roles: ['secretary'] };

/** The course of a meeting: opened, closed, or recorded as without a quorum. */
@ApiTags('assemblies')
@Controller('api/v1/meetings/:id')
export class MeetingCourseController {
  constructor(
    private readonly openMeeting: OpenMeeting,
    private readonly recordNoQuorum: RecordNoQuorum,
    private readonly nameOfficers: NameOfficers,
    private readonly closeMeeting: CloseMeeting,
  ) {}

  @Post('opening')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'openMeeting', summary: 'Open a meeting that has its quorum' })
  async open(
    @Param('id', KnownId) id: string,
    @Body() body: OpeningDto,
    @Req() request: FastifyRequest,
  ) {
    const quorum = await this.openMeeting.run(signedInOf(request)!, id, openingOf(body));
    return { quorum: presentQuorum(quorum) };
  }

  @Post('no-quorum')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'recordNoQuorum', summary: 'Too few came: recorded as such' })
  async noQuorum(
    @Param('id', KnownId) id: string,
    @Body() body: OpeningDto,
    @Req() request: FastifyRequest,
  ) {
    const quorum = await this.recordNoQuorum.run(signedInOf(request)!, id, openingOf(body));
    return { quorum: presentQuorum(quorum) };
  }

  @Put('officers')
  @HttpCode(204)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'nameOfficers', summary: 'Who leads and who writes' })
  async officers(
    @Param('id', KnownId) id: string,
    @Body() { chair, secretary }: OfficersDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const officers = { chairId: chair ?? null, secretaryId: secretary ?? null };
    await this.nameOfficers.run(signedInOf(request)!, id, officers);
  }

  @Post('closing')
  @HttpCode(204)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'closeMeeting', summary: 'The meeting is over' })
  async close(
    @Param('id', KnownId) id: string,
    @Body() { closedAt }: ClosingDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.closeMeeting.run(signedInOf(request)!, id, instantOf(closedAt));
  }
}
