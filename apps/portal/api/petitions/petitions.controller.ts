import { Body, Controller, Get, Header, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DraftPetition } from '#features/petitions/petitions/draft-petition.js';
import { EditPetition } from '#features/petitions/petitions/edit-petition.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf, requiredVersion } from '#platform/http/entity-tag.js';
import { KnownId } from '#platform/http/known-id.js';
import { FromReplica } from '#platform/http/public-reading.interceptor.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { csvTable } from '../csv-table.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { NewPetitionDto, PetitionChangeDto, petitionFieldsOf } from './petition-fields.dto.js';
import {
  type ListedPetitionView,
  type PetitionView,
  presentListedPetition,
} from './petition.presenter.js';
import { PetitionsQueryDto, petitionsQuestionOf } from './petitions-query.dto.js';
import { PLACE_COLUMNS, placeRows } from './place-csv.js';
import { ShownPetition } from './shown-petition.js';

/** Petitions: deputies’ collections of signatures, and followed ones of the state portal. */
@ApiTags('petitions')
@Controller('api/v1/petitions')
export class PetitionsController {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly shown: ShownPetition,
    private readonly draftPetition: DraftPetition,
    private readonly editPetition: EditPetition,
  ) {}

  @Post()
  @Costs('petition')
  @Access({ roles: ['deputy'] })
  @ApiOperation({ operationId: 'draftPetition', summary: 'Begin a collection: a draft' })
  async draft(
    @Body() body: NewPetitionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PetitionView> {
    const fields = { ...petitionFieldsOf(body), addressee: body.addressee };
    const id = await this.draftPetition.run(signedInOf(request)!, fields);
    return this.show(id, request, reply);
  }

  @Get()
  @FromReplica()
  @Costs('search', 'q')
  @Access('public')
  @ApiOperation({ operationId: 'listPetitions', summary: 'Published petitions, refused ones too' })
  async list(@Query() query: PetitionsQueryDto): Promise<PageOf<ListedPetitionView>> {
    const rows = await this.petitions.list(petitionsQuestionOf(query));
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentListedPetition });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findPetition', summary: 'A petition by id or number' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PetitionView> {
    return this.show(id, request, reply);
  }

  @Get(':id/places.csv')
  @Costs('export')
  @Access('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="petition-places.csv"')
  @ApiOperation({ operationId: 'tabulatePetitionPlaces', summary: 'Signatures by place, CSV' })
  async table(@Param('id') id: string): Promise<string> {
    const { byTerritory } = await this.shown.get(undefined, id);
    return csvTable(placeRows(byTerritory), { columns: PLACE_COLUMNS, kind: 'plain' });
  }

  @Patch(':id')
  @Access({ roles: ['deputy'] })
  @ApiOperation({ operationId: 'editPetition', summary: 'Write on in one’s own draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  async edit(
    @Param('id', KnownId) id: string,
    @Body() body: PetitionChangeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PetitionView> {
    const edit = { id, fields: petitionFieldsOf(body), version: requiredVersion(request) };
    await this.editPetition.run(signedInOf(request)!, edit);
    return this.show(id, request, reply);
  }

  private async show(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PetitionView> {
    const view = await this.shown.get(signedInOf(request), id);
    void reply.header('etag', entityTagOf(view.version));
    return view;
  }
}
