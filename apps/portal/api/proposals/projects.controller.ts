import { randomInt } from 'node:crypto';
import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  ProjectReader,
  type ProjectsQuestion,
} from '#features/participation/proposals/project.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { FromReplica } from '#platform/http/public-reading.interceptor.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { csvTable } from '../csv-table.js';
import { tiynOf } from '../money.js';
import { PROJECT_COLUMNS, projectCsvRow } from './project-csv.js';
import { presentPlaces, presentProject, presentVersion } from './project.presenter.js';
import { ProjectsQueryDto } from './projects-query.dto.js';
import { presentProposal, type ProposalView } from './proposal.presenter.js';

const SEEDS = 10_000;

/** Projects: what can be voted on. */
@ApiTags('projects')
@Controller('api/v1')
export class ProjectsController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly projects: ProjectReader,
    private readonly proposals: ProposalReader,
  ) {}

  @Get('rounds/:id/projects')
  @FromReplica()
  @Costs('search', 'q')
  @Access('public')
  @ApiOperation({ operationId: 'listProjects', summary: 'What can be voted on in a round' })
  async list(@Param('id') round: string, @Query() query: ProjectsQueryDto) {
    const { id } = await this.rounds.getPublic(round);
    const question = questionOf(query);
    const rows = await this.projects.list(id, question);
    const from = rows.findIndex((row) => row.id === query.after) + 1;
    const part = rows.slice(from, from + query.limit);
    const next = from + query.limit < rows.length ? part.at(-1)!.id : null;
    const { sequence: order, seed } = question;
    return { items: part.map(presentProject), next, total: rows.length, order, seed };
  }

  @Get('rounds/:id/projects.geojson')
  @FromReplica()
  @Access('public')
  @Header('content-type', 'application/geo+json; charset=utf-8')
  @ApiOperation({ operationId: 'listProjectPlaces', summary: 'Places of the projects, GeoJSON' })
  async places(@Param('id') round: string, @Query() query: ProjectsQueryDto) {
    const { id } = await this.rounds.getPublic(round);
    return presentPlaces(await this.projects.list(id, questionOf(query)));
  }

  @Get('rounds/:id/projects.csv')
  @FromReplica()
  @Costs('export')
  @Access('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="projects.csv"')
  @ApiOperation({ operationId: 'tabulateProjects', summary: 'The projects as a CSV table' })
  async table(@Param('id') round: string, @Query() query: ProjectsQueryDto): Promise<string> {
    const { id } = await this.rounds.getPublic(round);
    const rows = await this.projects.list(id, questionOf(query));
    const shape = { columns: PROJECT_COLUMNS, kind: query.kind };
    return csvTable(rows.map(projectCsvRow), shape);
  }

  @Get('projects/:id')
  @Access('public')
  @ApiOperation({
    operationId: 'findProject',
    summary: 'A submitted proposal by id or number; withdrawn and refused ones stay readable',
  })
  async find(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ProposalView> {
    return presentProposal(await this.proposals.getFor(signedInOf(request), id), undefined);
  }

  @Get('projects/:id/versions')
  @Access('public')
  @ApiOperation({ operationId: 'listProjectVersions', summary: 'Every submitted text' })
  async versions(@Param('id') id: string, @Req() request: FastifyRequest) {
    const proposal = await this.proposals.getFor(signedInOf(request), id);
    const rows = await this.proposals.listVersions(proposal.id);
    return { items: rows.map(presentVersion), next: null };
  }
}

function questionOf(query: ProjectsQueryDto): ProjectsQuestion {
  const { order, seed = randomInt(SEEDS), category, territory, maxCost, q } = query;
  const maxCostTiyn = maxCost === undefined ? undefined : tiynOf(maxCost);
  return { sequence: order, seed, category, territory, maxCostTiyn, q };
}
