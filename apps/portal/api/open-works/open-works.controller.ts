import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportedWorksReader } from '#features/budget/works/exported-works.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Access } from '#platform/http/access.js';
import { Costs } from '#platform/limits/costs.js';
import { PageQueryDto } from '../page-query.dto.js';
import { presentOpenPackage } from './open-package.js';
import type { Publication } from './open-works-maker.js';

/** Works in the Open Contracting for Infrastructure Data Standard. */
@ApiTags('works')
@Controller('api/v1')
export class OpenWorksController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly exported: ExportedWorksReader,
    private readonly proposals: ProposalReader,
    private readonly territories: TerritoryReader,
  ) {}

  @Get('projects/:id/oc4ids')
  @Access('public')
  @Costs('export')
  @ApiOperation({ operationId: 'exportProjectWorks', summary: 'A winner as an OC4IDS 0.9 package' })
  async ofProject(@Param('id') id: string, @Req() request: FastifyRequest) {
    const project = await this.proposals.getFor(undefined, id);
    const rows = await this.exported.list({ project: project.id });
    return presentOpenPackage(rows, request.url, this.publicationAt(request));
  }

  @Get('territories/:kato/oc4ids')
  @Access('public')
  @Costs('export')
  @ApiOperation({
    operationId: 'exportTerritoryWorks',
    summary: 'Winners of a unit and below as an OC4IDS 0.9 package; the next part in Link',
  })
  async ofTerritory(
    @Param('kato') kato: string,
    @Query() { limit, after }: PageQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const territory = (await this.territories.get(kato)).kato;
    const rows = await this.exported.list({ territory, after, limit: limit + 1 });
    const last = rows.at(limit - 1)?.works.number;
    if (rows.length > limit && last !== undefined)
      void reply.header('link', nextLink(request.url, last));
    return presentOpenPackage(rows.slice(0, limit), request.url, this.publicationAt(request));
  }

  private publicationAt(request: FastifyRequest): Publication {
    return {
      origin: this.config.publicOrigin ?? `http://${request.host}`,
      prefix: this.config.openDataPrefix,
      licence: this.config.openDataLicence,
    };
  }
}

/** The package itself has no place for the next part (RFC 8288 has). */
function nextLink(address: string, after: string): string {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  query.set('after', after);
  return `<${path}?${query}>; rel="next"`;
}
