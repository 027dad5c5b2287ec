import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { RaiseDismissalAgain } from '#features/budget/dismissals/raise-dismissal-again.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { DismissalsQueryDto } from './dismissal.dto.js';
import {
  type DismissalView,
  presentDismissal,
  presentListedDismissal,
} from './dismissal.presenter.js';

/** Dismissals of akims: every step public, the missing and the late ones too. */
@ApiTags('dismissals')
@Controller('api/v1/dismissals')
export class DismissalsController {
  constructor(
    private readonly dismissals: DismissalReader,
    private readonly raiseAgain: RaiseDismissalAgain,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listDismissals', summary: 'Dismissals, the latest first' })
  async list(@Query() { territory }: DismissalsQueryDto) {
    const rows = await this.dismissals.list(territory);
    return { items: rows.map(presentListedDismissal), next: null };
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findDismissal', summary: 'A dismissal, act by act' })
  async find(@Param('id', KnownId) id: string): Promise<DismissalView> {
    return presentDismissal(await this.dismissals.get(id));
  }

  @Post(':id/repetition')
  @HttpCode(201)
  @Access({ roles: ['maslikhat-secretary'] })
  @ApiOperation({
    operationId: 'raiseDismissalAgain',
    summary: 'Raise it again, once the time after the superior akim’s refusal has passed',
  })
  async repeat(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    const raised = await this.raiseAgain.run(signedInOf(request)!, id);
    return presentDismissal(await this.dismissals.get(raised));
  }
}
