import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ConfirmExtension } from '#features/participation/rounds/confirm-extension.js';
import { ProposeExtension } from '#features/participation/rounds/propose-extension.js';
import { RoundExtensionReader } from '#features/participation/rounds/round-extension.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { ExtensionDto } from './extension.dto.js';
import { type ExtensionView, presentExtension } from './extension.presenter.js';
import { presentRound, type RoundView } from './round.presenter.js';

/** A longer voting: proposed by one officer, confirmed by another. */
@ApiTags('rounds')
@Controller('api/v1')
export class ExtensionsController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly extensions: RoundExtensionReader,
    private readonly proposeExtension: ProposeExtension,
    private readonly confirmExtension: ConfirmExtension,
  ) {}

  @Get('rounds/:id/extensions')
  @Access('public')
  @ApiOperation({ operationId: 'listExtensions', summary: 'Extensions of the voting in force' })
  async list(@Param('id') id: string): Promise<{ items: ExtensionView[]; next: null }> {
    const round = await this.rounds.getPublic(id);
    const rows = await this.extensions.listConfirmed(round.id);
    return { items: rows.map(presentExtension), next: null };
  }

  @Post('rounds/:id/extensions')
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'proposeExtension', summary: 'Propose that the voting run longer' })
  async propose(
    @Param('id') id: string,
    @Body() body: ExtensionDto,
    @Req() request: FastifyRequest,
  ): Promise<ExtensionView> {
    const extension = await this.proposeExtension.run(signedInOf(request)!, id, body);
    return presentExtension((await this.extensions.find(extension))!);
  }

  @Post('extensions/:id/confirmation')
  @HttpCode(200)
  @Access({ roles: ['officer'] })
  @ApiOperation({
    operationId: 'confirmExtension',
    summary: 'Confirm an extension proposed by another officer',
  })
  async confirm(@Param('id') id: string, @Req() request: FastifyRequest): Promise<RoundView> {
    const round = await this.confirmExtension.run(signedInOf(request)!, id);
    return presentRound(await this.rounds.getPublic(round));
  }
}
