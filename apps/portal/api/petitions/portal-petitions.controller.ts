import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FollowPetition } from '#features/petitions/petitions/follow-petition.js';
import { NotePortalCount } from '#features/petitions/petitions/note-portal-count.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { PortalCountDto } from './petition-acts.dto.js';
import { petitionFieldsOf, PortalPetitionDto } from './petition-fields.dto.js';
import type { PetitionView } from './petition.presenter.js';
import { ShownPetition } from './shown-petition.js';

/** Statutory petitions that run on the state portal and are followed here. */
@ApiTags('petitions')
@Controller('api/v1')
export class PortalPetitionsController {
  constructor(
    private readonly shown: ShownPetition,
    private readonly followPetition: FollowPetition,
    private readonly notePortalCount: NotePortalCount,
  ) {}

  @Post('portal-petitions')
  @Access({ roles: ['officer', 'maslikhat-secretary'] })
  @ApiOperation({ operationId: 'followPetition', summary: 'Follow a petition of the state portal' })
  async follow(
    @Body() body: PortalPetitionDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    const { addressee, portalUrl, openedOn } = body;
    const followed = { addressee, texts: petitionFieldsOf(body), portalUrl, openedOn };
    const id = await this.followPetition.run(signedInOf(request)!, followed);
    return this.shown.get(signedInOf(request), id);
  }

  @Post('petitions/:id/portal-counts')
  @Access({ roles: ['officer', 'maslikhat-secretary'] })
  @ApiOperation({ operationId: 'notePortalCount', summary: 'Note what the state portal shows' })
  async note(
    @Param('id', KnownId) id: string,
    @Body() { signatures, seenOn }: PortalCountDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.notePortalCount.run(signedInOf(request)!, { id, signatures, seenOn });
    return this.shown.get(signedInOf(request), id);
  }
}
