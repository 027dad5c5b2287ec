import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddErratum } from '#features/assemblies/minutes/add-erratum.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { ErratumDto } from './minutes.dto.js';
import type { MinutesView } from './minutes.presenter.js';
import { ShownMinutes } from './shown-minutes.js';

const SECRETARY = { roles: ['secretary'] };

/** Signed minutes are sent, published, and corrected only beside their text. */
@ApiTags('assemblies')
@Controller('api/v1/minutes/:id')
export class MinutesDispatchController {
  constructor(
    private readonly shown: ShownMinutes,
    private readonly sendMinutes: SendMinutes,
    private readonly publishMinutes: PublishMinutes,
    private readonly addErratum: AddErratum,
  ) {}

  @Post('dispatch')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'sendMinutes', summary: 'Hand them to the akim' })
  async send(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.sendMinutes.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }

  @Post('publication')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'publishMinutes', summary: 'Open to everybody' })
  async publish(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.publishMinutes.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }

  @Post('errata')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'addErratum', summary: 'A numbered correction beside the text' })
  async correct(
    @Param('id', KnownId) id: string,
    @Body() { item, was, becomes, reason }: ErratumDto,
    @Req() request: FastifyRequest,
  ): Promise<{ number: number }> {
    const erratum = { item: item ?? null, was, becomes, reason };
    return { number: await this.addErratum.run(signedInOf(request)!, id, erratum) };
  }
}
