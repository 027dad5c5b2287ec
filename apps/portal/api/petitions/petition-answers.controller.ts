import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnnounceDiscussion } from '#features/petitions/answers/announce-discussion.js';
import { AnswerPetition } from '#features/petitions/answers/answer-petition.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { answerFieldsOf, DiscussionDto, PetitionAnswerDto } from './petition-answer.dto.js';
import type { PetitionView } from './petition.presenter.js';
import { ShownPetition } from './shown-petition.js';

const ADDRESSEES = ['officer', 'akim', 'maslikhat-secretary'];

/** What the addressee of a petition does and decides. */
@ApiTags('petitions')
@Controller('api/v1/petitions/:id')
export class PetitionAnswersController {
  constructor(
    private readonly shown: ShownPetition,
    private readonly announceDiscussion: AnnounceDiscussion,
    private readonly answerPetition: AnswerPetition,
  ) {}

  @Post('discussion')
  @Access({ roles: ADDRESSEES })
  @ApiOperation({ operationId: 'announceDiscussion', summary: 'Invite to a public discussion' })
  async announce(
    @Param('id', KnownId) id: string,
    @Body() { heldOn, place, draft }: DiscussionDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.announceDiscussion.run(signedInOf(request)!, id, { heldOn, place, draft });
    return this.shown.get(signedInOf(request), id);
  }

  @Post('answer')
  @Access({ roles: ADDRESSEES })
  @ApiOperation({ operationId: 'answerPetition', summary: 'The addressee’s head decides' })
  async answer(
    @Param('id', KnownId) id: string,
    @Body() body: PetitionAnswerDto,
    @Req() request: FastifyRequest,
  ): Promise<PetitionView> {
    await this.answerPetition.run(signedInOf(request)!, id, answerFieldsOf(body));
    return this.shown.get(signedInOf(request), id);
  }
}
