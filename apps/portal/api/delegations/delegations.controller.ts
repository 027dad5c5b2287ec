import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DelegateDuties } from '#features/registry/delegations/delegate-duties.js';
import type { DelegationRow } from '#features/registry/delegations/delegation-row.js';
import { DelegationReader } from '#features/registry/delegations/delegation.reader.js';
import { EndDelegation } from '#features/registry/delegations/end-delegation.js';
import { DELEGABLE_ROLES } from '#rules/obligations/obligation-owner.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { ObligationFiguresQueryDto } from '../obligations/obligations-query.dto.js';
import { DelegationDto } from './delegation.dto.js';

const HOLDERS = { roles: [...DELEGABLE_ROLES] };

/** Who stands in for whom; holders hand their own posts over for an absence. */
@ApiTags('delegations')
@Controller('api/v1/delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationReader,
    private readonly delegateDuties: DelegateDuties,
    private readonly endDelegation: EndDelegation,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listDelegations', summary: 'Posts in other hands today' })
  async list(@Query() { territory }: ObligationFiguresQueryDto) {
    const rows = await this.delegations.listRunning(territory);
    return { items: rows.map(present), next: null };
  }

  @Post()
  @FreshProof()
  @Access(HOLDERS)
  @ApiOperation({ operationId: 'delegateDuties', summary: 'Hand one’s own post to an official' })
  async delegate(@Body() body: DelegationDto, @Req() request: FastifyRequest) {
    return { id: await this.delegateDuties.run(signedInOf(request)!, body) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access(HOLDERS)
  @ApiOperation({ operationId: 'endDelegation', summary: 'The holder is back' })
  async end(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.endDelegation.run(signedInOf(request)!, id);
  }
}

/** Names of those in office are public; ids of persons are not. */
function present({ fromPerson: _person, territory, territoryName, ...row }: DelegationRow) {
  return { ...row, territory: { kato: territory, name: territoryName } };
}
