import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CallHearing } from '#features/budget/hearings/call-hearing.js';
import { HearingReader } from '#features/budget/hearings/hearing.reader.js';
import { RecordHearing } from '#features/budget/hearings/record-hearing.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import {
  HearingDto,
  HearingProtocolDto,
  hearingOf,
  presentHearing,
  protocolOf,
} from './budget-hearings.dto.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** Public hearings of drafts in standing commissions. */
@ApiTags('budgets')
@Controller('api/v1/budgets/:id/hearings')
export class BudgetHearingsController {
  constructor(
    private readonly budgets: BudgetReader,
    private readonly hearings: HearingReader,
    private readonly callHearing: CallHearing,
    private readonly recordHearing: RecordHearing,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listBudgetHearings', summary: 'Hearings with their protocols' })
  async list(@Param('id', KnownId) id: string) {
    await this.budgets.getPath(id);
    return { items: (await this.hearings.listOf(id)).map(presentHearing), next: null };
  }

  @Post()
  @Access(SECRETARIES)
  @ApiOperation({ operationId: 'callBudgetHearing', summary: 'Announce a public hearing' })
  async call(
    @Param('id', KnownId) id: string,
    @Body() body: HearingDto,
    @Req() request: FastifyRequest,
  ) {
    const made = await this.callHearing.run(signedInOf(request)!, hearingOf(id, body));
    return presentHearing(await this.hearings.get(id, made));
  }

  @Post(':hearing/protocol')
  @Access(SECRETARIES)
  @ApiOperation({ operationId: 'recordBudgetHearing', summary: 'Enter the protocol of a hearing' })
  async record(
    @Param('id', KnownId) id: string,
    @Param('hearing', KnownId) hearing: string,
    @Body() body: HearingProtocolDto,
    @Req() request: FastifyRequest,
  ) {
    await this.recordHearing.run(signedInOf(request)!, protocolOf(id, hearing, body));
    return presentHearing(await this.hearings.get(id, hearing));
  }
}
