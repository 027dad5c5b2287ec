import { Body, Controller, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeRound } from '#features/participation/rounds/change-round.js';
import { FreezeRound } from '#features/participation/rounds/freeze-round.js';
import { copyForYear } from '#features/participation/rounds/round-terms-of.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound } from '#features/participation/rounds/set-up-round.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, requiredVersion } from '#platform/http/entity-tag.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { RoundChangeDto } from './round-change.dto.js';
import { RoundCopyDto } from './round-copy.dto.js';
import { roundChangeOf } from './round-terms.js';
import { presentRound, type RoundView } from './round.presenter.js';

/** What officers do with a round before its voting opens. */
@ApiTags('rounds')
@Controller('api/v1/rounds/:id')
export class RoundActsController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly changeRound: ChangeRound,
    private readonly freezeRound: FreezeRound,
    private readonly setUpRound: SetUpRound,
  ) {}

  @Patch()
  @ApiHeader({ name: 'If-Match', required: true })
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'changeRound', summary: 'Change a round before its voting opens' })
  async change(
    @Param('id') id: string,
    @Body() body: RoundChangeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoundView> {
    const version = requiredVersion(request);
    await this.changeRound.run(signedInOf(request)!, { id, version }, roundChangeOf(body));
    const round = await this.rounds.getPublic(id);
    void reply.header('etag', entityTagOf(round.version));
    return presentRound(round);
  }

  @Post('freeze')
  @HttpCode(200)
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'freezeRound', summary: 'Freeze the terms of a round' })
  async freeze(@Param('id') id: string, @Req() request: FastifyRequest): Promise<RoundView> {
    await this.freezeRound.run(signedInOf(request)!, id);
    return presentRound(await this.rounds.getPublic(id));
  }

  @Post('copies')
  @Access({ roles: ['officer'] })
  @ApiOperation({ operationId: 'copyRound', summary: 'Set up the same round for another year' })
  async copy(
    @Param('id') id: string,
    @Body() body: RoundCopyDto,
    @Req() request: FastifyRequest,
  ): Promise<RoundView> {
    const terms = copyForYear(await this.rounds.getPublic(id), body.year);
    const copy = await this.setUpRound.run(signedInOf(request)!, terms);
    return presentRound(await this.rounds.getPublic(copy));
  }
}
