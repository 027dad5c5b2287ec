import { Body, Controller, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChangeReception } from '#features/registry/deputies/change-reception.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { EndMandate } from '#features/registry/deputies/end-mandate.js';
import { EnterMandate } from '#features/registry/deputies/enter-mandate.js';
import { OpenConvocation } from '#features/registry/deputies/open-convocation.js';
import { Access } from '#platform/http/access.js';
import { requiredVersion } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { type DeputyView, presentDeputy } from './deputy.presenter.js';
import { MandateEndDto } from './mandate-acts.dto.js';
import { NewConvocationDto, newConvocationOf } from './new-convocation.dto.js';
import { NewMandateDto, newMandateOf } from './new-mandate.dto.js';
import { ReceptionDto, receptionOf } from './reception.dto.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** The secretary keeps the register of the maslikhat. */
@ApiTags('deputies')
@Controller('api/v1')
export class DeputyRegisterController {
  constructor(
    private readonly deputies: DeputyReader,
    private readonly openConvocation: OpenConvocation,
    private readonly enterMandate: EnterMandate,
    private readonly endMandate: EndMandate,
    private readonly changeReception: ChangeReception,
  ) {}

  @Post('convocations')
  @Access(SECRETARIES)
  @ApiOperation({
    operationId: 'openConvocation',
    summary: 'Enter a convocation with its constituencies and commissions at once',
  })
  async open(
    @Body() body: NewConvocationDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    return { id: await this.openConvocation.run(signedInOf(request)!, newConvocationOf(body)) };
  }

  @Post('convocations/:id/mandates')
  @FreshProof()
  @Access(SECRETARIES)
  @ApiOperation({ operationId: 'enterMandate', summary: 'Enter who sits on a seat' })
  async enter(
    @Param('id', KnownId) id: string,
    @Body() body: NewMandateDto,
    @Req() request: FastifyRequest,
  ): Promise<DeputyView> {
    const deputy = await this.enterMandate.run(signedInOf(request)!, newMandateOf(id, body));
    return presentDeputy(await this.deputies.get(deputy));
  }

  @Post('deputies/:id/end')
  @FreshProof()
  @Access(SECRETARIES)
  @ApiOperation({ operationId: 'endMandate', summary: 'A mandate ends before the term does' })
  async end(
    @Param('id', KnownId) id: string,
    @Body() { until, ground, act }: MandateEndDto,
    @Req() request: FastifyRequest,
  ): Promise<DeputyView> {
    await this.endMandate.run(signedInOf(request)!, id, { until, ground, act });
    return presentDeputy(await this.deputies.get(id));
  }

  @Patch('deputies/:id')
  @Access({ roles: ['deputy', 'maslikhat-secretary'] })
  @ApiOperation({
    operationId: 'changeReception',
    summary: 'How residents reach a deputy: by the deputy or the secretary',
  })
  @ApiHeader({ name: 'If-Match', required: true })
  async change(
    @Param('id', KnownId) mandateId: string,
    @Body() body: ReceptionDto,
    @Req() request: FastifyRequest,
  ): Promise<DeputyView> {
    const version = requiredVersion(request);
    const change = { mandateId, version, ...receptionOf(body) };
    await this.changeReception.run(signedInOf(request)!, change);
    return presentDeputy(await this.deputies.get(mandateId));
  }
}
