import { Body, Controller, Get, HttpException, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { Access } from '#platform/http/access.js';
import { digestOfToken, tokenInCookies } from '#platform/identity/session-token.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { presentOwnBallot, presentReceipt, type ReceiptView } from './ballot.presenter.js';
import { CastBallotDto, readVotes } from './cast-ballot.dto.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEY = /^[\x21-\x7e]{1,128}$/;

/** One's own ballot in a round. */
@ApiTags('ballots')
@Controller('api/v1/rounds/:round/ballot')
export class BallotsController {
  constructor(
    private readonly castBallot: CastBallot,
    private readonly ballots: BallotReader,
  ) {}

  @Put()
  @Access({ byStatement: 'resident' })
  @ApiOperation({ operationId: 'castBallot', summary: 'Cast or replace one’s own ballot' })
  @ApiBody({ type: CastBallotDto })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async cast(
    @Param('round') roundId: string,
    @Body() body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ receipt: ReceiptView }> {
    const act = {
      tokenDigest: tokenDigestOf(request),
      roundId: roundIdOf(roundId),
      votes: readVotes(body),
      idempotencyKey: keyOf(request),
    };
    const cast = await this.castBallot.run(act);
    void reply.status(cast.first ? 201 : 200);
    return presentReceipt(cast.receipt);
  }

  @Get()
  @Access('signed-in')
  @ApiOperation({ operationId: 'findMyBallot', summary: 'Whether one has voted, and the receipt' })
  async find(@Param('round') roundId: string, @Req() request: FastifyRequest) {
    const person = signedInOf(request)!;
    return presentOwnBallot(await this.ballots.findOwn(roundIdOf(roundId), person.personId));
  }
}

function tokenDigestOf(request: FastifyRequest): string {
  const token = tokenInCookies(request.headers.cookie);
  if (!token) throw new DomainError('unauthenticated', 'identity.not_signed_in');
  return digestOfToken(token).toString('hex');
}

/** An id that cannot be one is a round that is not there. */
function roundIdOf(text: string): string {
  if (!UUID.test(text)) throw new DomainError('not-found', 'round.not_found');
  return text.toLowerCase();
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new HttpException({ code: 'idempotency.bad_key' }, 400);
}
