import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { Access } from '#platform/http/access.js';
import { presentTerritory, type TerritoryView } from './territory.presenter.js';

/** Territorial units by KATO. */
@ApiTags('territories')
@Controller('api/v1/territories')
export class TerritoriesController {
  constructor(private readonly territories: TerritoryReader) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'listTerritories',
    summary: 'Units right below one, or the topmost',
  })
  @ApiQuery({ name: 'parent', required: false })
  async list(@Query('parent') parent?: string): Promise<{ items: TerritoryView[]; next: null }> {
    const rows = await this.territories.listBelow(parent === undefined ? null : String(parent));
    return { items: rows.map(presentTerritory), next: null };
  }

  @Get(':kato')
  @Access('public')
  @ApiOperation({ operationId: 'findTerritory', summary: 'One unit' })
  async find(@Param('kato') kato: string): Promise<TerritoryView> {
    return presentTerritory(await this.territories.get(kato));
  }
}
