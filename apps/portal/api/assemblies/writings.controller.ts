import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { RecordItemDecision } from '#features/assemblies/writings/record-item-decision.js';
import { WriteItems } from '#features/assemblies/writings/write-items.js';
import { WritingReader } from '#features/assemblies/writings/writing.reader.js';
import { actingAs } from '#features/registry/officers/actor.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { agendaLinkOf } from './agenda.dto.js';
import { DecisionDto, votesOf } from './decision.dto.js';
import { presentWriting } from './writing.presenter.js';
import { writingFieldsOf, WritingsDto } from './writing.dto.js';

const SECRETARY = { roles: ['secretary'] };

/** The writing table of a meeting. */
@ApiTags('assemblies')
@Controller('api/v1/meetings/:id')
export class WritingsController {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly writings: WritingReader,
    private readonly recordDecision: RecordItemDecision,
    private readonly writeItems: WriteItems,
    private readonly clock: DatabaseClock,
  ) {}

  @Put('items/:number/decision')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'recordDecision', summary: 'Record an item: all of it or nothing' })
  @ApiHeader({ name: 'If-Match', required: false })
  async record(
    @Param('id', KnownId) meetingId: string,
    @Param('number', ParseIntPipe) item: number,
    @Body() { votes, links, ...said }: DecisionDto,
    @Req() request: FastifyRequest,
  ) {
    const { at } = await this.clock.now();
    await this.recordDecision.run(signedInOf(request)!, {
      ...said,
      meetingId,
      item,
      votes: votes && votesOf(votes, at),
      links: links?.map(agendaLinkOf),
      version: versionIn(request),
    });
    const written = await this.writings.listOf(meetingId);
    return presentWriting(written.find(({ number }) => number === item)!);
  }

  @Get('items')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'listWritings', summary: 'What is written so far, item by item' })
  async list(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    const { territoryPath } = await this.meetings.get(id);
    actingAs(signedInOf(request)!, SECRETARY.roles, territoryPath);
    const items = await this.writings.listOf(id);
    return { items: items.map(presentWriting), next: null };
  }

  @Post('writings')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({
    operationId: 'writeItems',
    summary: 'Writings one by one, at once or after an outage: applied, kept beside, or refused',
  })
  async write(
    @Param('id', KnownId) id: string,
    @Body() body: WritingsDto,
    @Req() request: FastifyRequest,
  ) {
    const fields = body.writings.map(writingFieldsOf);
    return { results: await this.writeItems.run(signedInOf(request)!, id, fields) };
  }
}
