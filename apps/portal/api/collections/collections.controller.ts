import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BringToSession } from '#features/petitions/collections/bring-to-session.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { JoinAsCoDeputy } from '#features/petitions/collections/join-as-co-deputy.js';
import { PostNews } from '#features/petitions/collections/post-news.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { NewsDto, SessionRequestDto } from './collection.dto.js';
import {
  type CollectionView,
  presentCollection,
  presentSessionRequest,
} from './collection.presenter.js';

const DEPUTIES = { roles: ['deputy'] };

/** What deputies do around a collection of signatures. */
@ApiTags('petitions')
@Controller('api/v1')
export class CollectionsController {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly collections: CollectionReader,
    private readonly postNews: PostNews,
    private readonly joinAsCoDeputy: JoinAsCoDeputy,
    private readonly bringToSession: BringToSession,
  ) {}

  @Get('petitions/:id/collection')
  @Access('public')
  @ApiOperation({
    operationId: 'findCollection',
    summary: 'Co-deputies, news to signers, the way to the session or to an inquiry',
  })
  async find(@Param('id') id: string, @Req() request: FastifyRequest): Promise<CollectionView> {
    const petition = await this.petitions.getFor(signedInOf(request), id);
    return presentCollection(await this.collections.find(petition.id));
  }

  @Post('petitions/:id/news')
  @Access(DEPUTIES)
  @ApiOperation({ operationId: 'postNews', summary: 'The deputy tells those who have signed' })
  async news(
    @Param('id', KnownId) id: string,
    @Body() { title, body }: NewsDto,
    @Req() request: FastifyRequest,
  ): Promise<CollectionView> {
    await this.postNews.run(signedInOf(request)!, id, { title, body });
    return presentCollection(await this.collections.find(id));
  }

  @Post('petitions/:id/co-deputies')
  @Access(DEPUTIES)
  @ApiOperation({ operationId: 'joinAsCoDeputy', summary: 'Stand behind a colleague’s collection' })
  async join(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<CollectionView> {
    await this.joinAsCoDeputy.run(signedInOf(request)!, id);
    return presentCollection(await this.collections.find(id));
  }

  @Post('petitions/:id/session-request')
  @Access(DEPUTIES)
  @ApiOperation({
    operationId: 'bringToSession',
    summary: 'Bring a petition that reached its threshold to the maslikhat’s session',
  })
  async bring(
    @Param('id', KnownId) id: string,
    @Body() { proposal }: SessionRequestDto,
    @Req() request: FastifyRequest,
  ): Promise<CollectionView> {
    await this.bringToSession.run(signedInOf(request)!, id, proposal);
    return presentCollection(await this.collections.find(id));
  }

  @Get('maslikhats/:kato/session-requests')
  @Access('public')
  @ApiOperation({
    operationId: 'listSessionRequests',
    summary: 'Petitions brought to the sessions of a maslikhat',
  })
  async list(@Param('kato') kato: string) {
    const rows = await this.collections.listForSession(kato);
    return { items: rows.map(presentSessionRequest), next: null };
  }
}
