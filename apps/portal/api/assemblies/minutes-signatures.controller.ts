import { Body, Controller, HttpCode, HttpException, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SignOnPaper } from '#features/assemblies/minutes/sign-on-paper.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { dayIn } from './meeting-papers.controller.js';
import { SignatureDto } from './minutes.dto.js';
import type { MinutesView } from './minutes.presenter.js';
import { formWithFile, SentFiles } from './sent-files.js';
import { ShownMinutes } from './shown-minutes.js';

/** The chair’s signature, then the secretary’s; the second one freezes the minutes. */
@ApiTags('assemblies')
@Controller('api/v1/minutes/:id')
export class MinutesSignaturesController {
  constructor(
    private readonly shown: ShownMinutes,
    private readonly signMinutes: SignMinutes,
    private readonly signOnPaper: SignOnPaper,
    private readonly files: SentFiles,
  ) {}

  @Post('signatures')
  @FreshProof()
  @Access('signed-in')
  @ApiOperation({ operationId: 'signMinutes', summary: 'Sign as chair or as secretary' })
  async sign(
    @Param('id', KnownId) minutesId: string,
    @Body() { capacity, digest }: SignatureDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    const signing = { minutesId, capacity: capacity ?? null, digest: digest ?? null };
    await this.signMinutes.run(signedInOf(request)!, signing);
    return this.shown.get(minutesId, { request, reply });
  }

  @Post('paper-signatures')
  @HttpCode(201)
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'signMinutesOnPaper', summary: 'A signature by hand, scanned' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formWithFile('capacity', 'signedOn') })
  async signPaper(
    @Param('id', KnownId) minutesId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.files.take(request, async ({ capacity = '', signedOn = '' }, upload) => {
      const day = dayIn(signedOn, 'signedOn');
      const signing = { minutesId, capacity: capacityIn(capacity), signedOn: day, upload };
      await this.signOnPaper.run(signedInOf(request)!, signing);
    });
    return this.shown.get(minutesId, { request, reply });
  }
}

function capacityIn(text: string): 'chair' | 'secretary' {
  if (text === 'chair' || text === 'secretary') return text;
  throw new HttpException({ code: 'http.400', fields: { capacity: ['form.choose_one'] } }, 400);
}
