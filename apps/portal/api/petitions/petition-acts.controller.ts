import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OpenPetition } from '#features/petitions/petitions/open-petition.js';
import { RefusePetition } from '#features/petitions/petitions/refuse-petition.js';
import { type SeenVersion, SubmitPetition } from '#features/petitions/petitions/submit-petition.js';
import { WithdrawPetition } from '#features/petitions/petitions/withdraw-petition.js';
import { Access } from '#platform/http/access.js';
import { versionIn } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { PetitionRefusalDto, PetitionWithdrawalDto } from './petition-acts.dto.js';
import type { PetitionView } from './petition.presenter.js';
import { ShownPetition } from './shown-petition.js';

/** Acts that lead a petition to its opening or refusal. */
@ApiTags('petitions')
@Controller('api/v1/petitions/:id')
export class PetitionActsController {
  constructor(
    private readonly shown: ShownPetition,
    private readonly submitPetition: SubmitPetition,
    private readonly openPetition: OpenPetition,
    private readonly refusePetition: RefusePetition,
    private readonly withdrawPetition: WithdrawPetition,
  ) {}

  @Post('submission')
  @Access({ roles: ['deputy'] })
  @ApiOperation({ operationId: 'submitPetition', summary: 'Submit to the compliance check' })
  @ApiHeader({ name: 'If-Match', required: false })
  async submit(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.submitPetition.run(signedInOf(request)!, seen(id, request));
    return this.shown.get(signedInOf(request), id);
  }

  @Post('opening')
  @Access({ roles: ['officer', 'maslikhat-secretary'] })
  @ApiOperation({ operationId: 'openPetition', summary: 'Found in order: people may sign' })
  @ApiHeader({ name: 'If-Match', required: false })
  async open(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.openPetition.run(signedInOf(request)!, seen(id, request));
    return this.shown.get(signedInOf(request), id);
  }

  @Post('refusal')
  @Access({ roles: ['officer', 'maslikhat-secretary'] })
  @ApiOperation({ operationId: 'refusePetition', summary: 'Refuse on a ground of the closed list' })
  @ApiHeader({ name: 'If-Match', required: false })
  async refuse(
    @Param('id', KnownId) id: string,
    @Body() { ground, subject, earlierPetition, reasons }: PetitionRefusalDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    const named = { subject: subject ?? null, earlierPetition: earlierPetition ?? null };
    const refusal = { ground, reasons, ...named };
    await this.refusePetition.run(signedInOf(request)!, seen(id, request), refusal);
    return this.shown.get(signedInOf(request), id);
  }

  @Post('withdrawal')
  @Access({ roles: ['deputy'] })
  @ApiOperation({ operationId: 'withdrawPetition', summary: 'Take back before the opening' })
  @ApiHeader({ name: 'If-Match', required: false })
  async withdraw(
    @Param('id', KnownId) id: string,
    @Body() { reason }: PetitionWithdrawalDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.withdrawPetition.run(signedInOf(request)!, seen(id, request), reason ?? '');
    return this.shown.get(signedInOf(request), id);
  }
}

function seen(id: string, request: FastifyRequest): SeenVersion {
  return { id, version: versionIn(request) };
}
