import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { Access } from '#platform/http/access.js';
import { presentTrail } from './trail.presenter.js';

/** From the first draft to the warranty. */
@ApiTags('trail')
@Controller('api/v1/projects/:id/trail')
export class TrailController {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly trails: TrailReader,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'followTrail',
    summary:
      'Every step of a project with its day, who did it and by when; missing ones as missing',
  })
  async follow(@Param('id') id: string) {
    const project = await this.proposals.getFor(undefined, id);
    return presentTrail(project, await this.trails.get(project.id));
  }
}
