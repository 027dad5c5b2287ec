import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { presentOwnBallot, type OwnBallotView } from './ballot.presenter.js';
import { roundIdOf } from './round-id.js';

/** Looking at one's own ballot; casting is in cast-ballot.route.ts. */
@ApiTags('ballots')
@Controller('api/v1/rounds/:round/ballot')
export class BallotsController {
  constructor(private readonly ballots: BallotReader) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ operationId: 'findMyBallot', summary: 'Whether one has voted, and the receipt' })
  async find(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
  ): Promise<OwnBallotView> {
    const person = signedInOf(request)!;
    return presentOwnBallot(await this.ballots.findOwn(roundIdOf(round), person.personId));
  }
}
