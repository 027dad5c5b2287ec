import { Body, Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { RegisterOpeningKey } from '#features/proof/openings/register-opening-key.js';
import {
  type OpeningKeyRow,
  SealedOpeningReader,
} from '#features/proof/openings/sealed-opening.reader.js';
import { TakeSealedOpenings } from '#features/proof/openings/take-sealed-openings.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { presentInstant } from '../instant.js';

const LONGEST_KEY = 2_500;

class OpeningKeyDto {
  @ApiProperty({ description: 'Public key of age: age1…' })
  @IsString()
  @MaxLength(LONGEST_KEY)
  recipient!: string;
}

/** Ballots of a secret round, sealed for the auditors who registered a key before it. */
@ApiTags('ledger')
@Controller('api/v1/rounds/:id')
export class OpeningKeysController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly sealed: SealedOpeningReader,
    private readonly registering: RegisterOpeningKey,
    private readonly taking: TakeSealedOpenings,
  ) {}

  @Get('opening-keys')
  @Access('public')
  @ApiOperation({ operationId: 'listOpeningKeys', summary: 'Whose keys can open the ballots' })
  async list(@Param('id') id: string) {
    const round = await this.rounds.getPublic(id);
    const sealed = await this.sealed.find(round.id);
    const keys = await this.sealed.listKeys(round.id);
    return {
      items: keys.map(presentKey),
      next: null,
      sealed: sealed && { ...sealed, sealedAt: presentInstant(sealed.sealedAt) },
    };
  }

  @Post('opening-keys')
  @FreshProof()
  @Access({ roles: ['auditor'] })
  @ApiOperation({
    operationId: 'registerOpeningKey',
    summary: 'Register a key before the voting opens',
  })
  async register(
    @Param('id') id: string,
    @Body() { recipient }: OpeningKeyDto,
    @Req() request: FastifyRequest,
  ) {
    await this.registering.run(signedInOf(request)!, id, recipient);
    return this.list(id);
  }

  @Get('openings.age')
  @Access({ roles: ['auditor'] })
  @ApiProduces('application/octet-stream')
  @ApiOperation({ operationId: 'takeSealedOpenings', summary: 'The sealed ballots, format of age' })
  async take(@Param('id') id: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    const bytes = await this.taking.run(signedInOf(request)!, id);
    const disposition = `attachment; filename="openings-${id}.age"`;
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition });
  }
}

function presentKey({ recipient, registeredAt }: OpeningKeyRow) {
  return { recipient, registeredAt: presentInstant(registeredAt) };
}
