import { Body, Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PutBody } from '#features/assemblies/bodies/put-body.js';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { BODY_KINDS, type BodyKind, hasSeats } from '#rules/assemblies/body-kind.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, versionIn } from '#platform/http/entity-tag.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { BodyDto, bodyFieldsOf } from './body.dto.js';
import { presentBody, presentKinds, presentSize } from './body.presenter.js';

/** Bodies of residents: the assembly with its members, and what else there may be. */
@ApiTags('assemblies')
@Controller('api/v1/territories/:kato')
export class BodiesController {
  constructor(
    private readonly putBodyOf: PutBody,
    private readonly bodies: BodyReader,
    private readonly territories: TerritoryReader,
    private readonly overrides: LocalOverrideReader,
    private readonly clock: DatabaseClock,
  ) {}

  @Put('assembly')
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'putAssembly', summary: 'Enter the assembly in its term, whole' })
  @ApiHeader({ name: 'If-Match', required: false })
  async put(
    @Param('kato') territory: string,
    @Body() body: BodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = { territory, kind: 'assembly', version: versionIn(request) } as const;
    await this.putBodyOf.run(signedInOf(request)!, bodyFieldsOf(body, place));
    return this.show(territory, body.from, reply);
  }

  @Put('bodies/:kind')
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'putBody', summary: 'Enter a council in its term, whole' })
  @ApiHeader({ name: 'If-Match', required: false })
  async putBody(
    @Param('kato') territory: string,
    @Param('kind') named: string,
    @Body() body: BodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = { territory, kind: kindNamed(named), version: versionIn(request) };
    await this.putBodyOf.run(signedInOf(request)!, bodyFieldsOf(body, place));
    const entered = await this.bodies.getOn(territory, place.kind, body.from);
    void reply.header('etag', entityTagOf(entered.version));
    return presentBody(entered);
  }

  @Get('assembly')
  @Access('public')
  @ApiOperation({ operationId: 'findAssembly', summary: 'The assembly of today with its members' })
  async find(@Param('kato') territory: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { today } = await this.clock.now();
    return this.show(territory, today, reply);
  }

  @Get('bodies')
  @Access('public')
  @ApiOperation({
    operationId: 'listBodies',
    summary: 'Bodies of a unit in all their terms, and the kinds that the law knows',
  })
  async list(@Param('kato') territory: string) {
    const { level } = await this.territories.get(territory);
    const { today } = await this.clock.now();
    const rows = await this.bodies.listIn(territory);
    return { items: rows.map(presentBody), kinds: presentKinds(level, today), next: null };
  }

  private async show(territory: string, on: string, reply: FastifyReply) {
    const unit = await this.territories.get(territory);
    const body = await this.bodies.getOn(territory, 'assembly', on);
    const size = presentSize(unit, body.from, await this.overrides.listFor(territory));
    void reply.header('etag', entityTagOf(body.version));
    return { ...presentBody(body), size };
  }
}

/** A kind of body that has seats; whether the law knows it on that day is for the rules to say. */
function kindNamed(text: string): BodyKind {
  const kind = BODY_KINDS.filter(hasSeats).find((each) => each === text);
  if (!kind) throw new DomainError('not-found', 'body.not_found', { kind: text });
  return kind;
}
