import { Controller, Get, HttpException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { LoadStage } from '#platform/load/load-stage.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';
import { Access } from '#platform/http/access.js';
import { schemaMisfit } from '#platform/persistence/schema/schema-state.js';

/** Probes for whoever runs the portal. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keeper: StageKeeper,
  ) {}

  @Get('healthz')
  @Access('public')
  live(): { state: 'live' } {
    return { state: 'live' };
  }

  @Get('readyz')
  @Access('public')
  async ready(): Promise<{ state: 'ready'; stage: LoadStage }> {
    if ((await schemaMisfit(this.dataSource)) !== null)
      throw new HttpException({ code: 'platform.not_migrated' }, 503);
    return { state: 'ready', stage: this.keeper.stage };
  }
}
