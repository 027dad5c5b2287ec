import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DecideOnQuarantine } from '#features/participation/results/quarantine/decide-on-quarantine.js';
import { MoveToRelease } from '#features/participation/results/quarantine/move-to-release.js';
import { MoveToSetAside } from '#features/participation/results/quarantine/move-to-set-aside.js';
import { PreviewQuarantine } from '#features/participation/results/quarantine/preview-quarantine.js';
import type { QuarantinePreview } from '#features/participation/results/quarantine/quarantine-preview.js';
import { QuarantineReader } from '#features/participation/results/quarantine/quarantine.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import {
  batchOf,
  FindingDto,
  MotionDecisionDto,
  ReleaseMotionDto,
  SetAsideMotionDto,
} from './quarantine.dto.js';
import { presentQuarantines, type QuarantineView } from './quarantine.presenter.js';

interface QuarantineList {
  readonly items: QuarantineView[];
  readonly next: null;
}

/** Ballots behind a finding of the integrity report, set aside or brought back by two people. */
@ApiTags('results')
@Controller('api/v1/rounds/:id/quarantines')
export class QuarantinesController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly quarantines: QuarantineReader,
    private readonly previewing: PreviewQuarantine,
    private readonly settingAside: MoveToSetAside,
    private readonly releasing: MoveToRelease,
    private readonly deciding: DecideOnQuarantine,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listQuarantines',
    summary: 'Batches with every motion, its reason and decision',
  })
  async list(@Param('id') id: string): Promise<QuarantineList> {
    const round = await this.rounds.getPublic(id);
    return { items: presentQuarantines(await this.quarantines.list(round.id)), next: null };
  }

  @Get('preview')
  @Access({ roles: ['auditor'] })
  @ApiOperation({
    operationId: 'previewQuarantine',
    summary: 'What setting a batch aside would change; that it was looked at is public',
  })
  preview(
    @Param('id') id: string,
    @Query() finding: FindingDto,
    @Req() request: FastifyRequest,
  ): Promise<QuarantinePreview> {
    return this.previewing.run(signedInOf(request)!, id, batchOf(finding));
  }

  @Post()
  @Access({ roles: ['auditor'] })
  @ApiOperation({ operationId: 'moveToSetAside', summary: 'Move that a batch is set aside' })
  async setAside(
    @Param('id') id: string,
    @Body() { reason, ...finding }: SetAsideMotionDto,
    @Req() request: FastifyRequest,
  ): Promise<QuarantineList> {
    await this.settingAside.run(signedInOf(request)!, id, { ...batchOf(finding), reason });
    return this.list(id);
  }

  @Post(':quarantine/release')
  @Access({ roles: ['auditor'] })
  @ApiOperation({ operationId: 'moveToRelease', summary: 'Move that a batch counts again' })
  async release(
    @Param() { id, quarantine }: { id: string; quarantine: string },
    @Body() { reason }: ReleaseMotionDto,
    @Req() request: FastifyRequest,
  ): Promise<QuarantineList> {
    await this.releasing.run(signedInOf(request)!, id, { quarantine, reason });
    return this.list(id);
  }

  @Post('motions/:motion/decision')
  @FreshProof()
  @HttpCode(200)
  @Access({ roles: ['officer', 'auditor'] })
  @ApiOperation({
    operationId: 'decideOnQuarantine',
    summary: 'Confirm or refuse a motion as another person; a confirmation counts anew',
  })
  async decide(
    @Param() { id, motion }: { id: string; motion: string },
    @Body() { confirmed, text }: MotionDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<QuarantineList> {
    await this.deciding.run(signedInOf(request)!, id, { motion, confirmed, text });
    return this.list(id);
  }
}
