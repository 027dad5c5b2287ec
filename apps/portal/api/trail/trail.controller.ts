import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import { DiscrepancyReader } from '#features/budget/trail/discrepancy.reader.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { Access } from '#platform/http/access.js';
import { presentDiscrepancy } from './discrepancy.presenter.js';
import { presentTrail, type TrailView } from './trail.presenter.js';

class DiscrepanciesQueryDto {
  @ApiProperty({ required: false, description: 'Of this unit and every unit below it (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, enum: DISCREPANCY_KINDS })
  @IsOptional()
  @IsIn(DISCREPANCY_KINDS)
  kind?: DiscrepancyKind;
}

/** The way of the money, for everybody: trails, and what does not follow. */
@ApiTags('trail')
@Controller('api/v1')
export class TrailController {
  constructor(
    private readonly trails: TrailReader,
    private readonly discrepancies: DiscrepancyReader,
  ) {}

  @Get('projects/:id/trail')
  @Access('public')
  @ApiOperation({
    operationId: 'followProject',
    summary: 'Every step from proposal to warranty; a missing one is shown as missing',
  })
  async trail(@Param('id') id: string): Promise<TrailView> {
    return presentTrail(await this.trails.get(id));
  }

  @Get('discrepancies')
  @Access('public')
  @ApiOperation({
    operationId: 'listDiscrepancies',
    summary: 'What does not follow: winners without a line, money without a decision, late reports',
  })
  async list(@Query() query: DiscrepanciesQueryDto) {
    const rows = await this.discrepancies.list(query);
    return { items: rows.map(presentDiscrepancy), next: null };
  }
}
