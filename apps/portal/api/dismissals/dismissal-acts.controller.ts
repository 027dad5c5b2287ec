import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CheckSheets } from '#features/budget/dismissals/check-sheets.js';
import { DecideOnDismissal } from '#features/budget/dismissals/decide-on-dismissal.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { HandInSheets } from '#features/budget/dismissals/hand-in-sheets.js';
import { LetDismissalLapse } from '#features/budget/dismissals/let-dismissal-lapse.js';
import { StartDismissal } from '#features/budget/dismissals/start-dismissal.js';
import { VoteOnDismissal } from '#features/budget/dismissals/vote-on-dismissal.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { namedVotesOf } from '../maslikhat-sessions/named-votes.dto.js';
import {
  askedOf,
  DismissalLapseDto,
  DismissalVoteDto,
  NO_TEXT,
  SheetsCheckDto,
  SignedByDeputiesDto,
  SuperiorDecisionDto,
} from './dismissal.dto.js';
import { type DismissalView, presentDismissal } from './dismissal.presenter.js';

const SECRETARY = { roles: ['maslikhat-secretary'] };

/** Steps of a dismissal, each recorded by whose turn it is. */
@ApiTags('dismissals')
@Controller('api/v1/dismissals/:id')
export class DismissalActsController {
  constructor(
    private readonly dismissals: DismissalReader,
    private readonly startDismissal: StartDismissal,
    private readonly handInSheets: HandInSheets,
    private readonly checkSheets: CheckSheets,
    private readonly letDismissalLapse: LetDismissalLapse,
    private readonly voteOnDismissal: VoteOnDismissal,
    private readonly decideOnDismissal: DecideOnDismissal,
  ) {}

  @Post('start')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'startDismissal', summary: 'A fifth of the deputies take it up' })
  async start(
    @Param('id', KnownId) id: string,
    @Body() body: SignedByDeputiesDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    await this.startDismissal.run(askedOf(signedInOf(request)!, id, body), body.deputies);
    return this.show(id);
  }

  @Post('sheets')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'handInDismissalSheets', summary: 'Signature sheets are handed in' })
  async sheets(
    @Param('id', KnownId) id: string,
    @Body() body: SignedByDeputiesDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    await this.handInSheets.run(askedOf(signedInOf(request)!, id, body), body.deputies);
    return this.show(id);
  }

  @Post('check')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'confirmDismissalSheets', summary: 'The sheets are enough' })
  async check(
    @Param('id', KnownId) id: string,
    @Body() body: SheetsCheckDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    const checked = { valid: body.deputies, protocol: body.protocol ?? NO_TEXT };
    await this.checkSheets.run(askedOf(signedInOf(request)!, id, body), checked);
    return this.show(id);
  }

  @Post('lapse')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'letDismissalLapse', summary: 'It has come to nothing' })
  async lapse(
    @Param('id', KnownId) id: string,
    @Body() body: DismissalLapseDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    const lapsed = { valid: body.deputies ?? [], reasons: body.reasons };
    await this.letDismissalLapse.run(askedOf(signedInOf(request)!, id, body), lapsed);
    return this.show(id);
  }

  @Post('vote')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'voteOnDismissal', summary: 'The session votes by name' })
  async vote(
    @Param('id', KnownId) id: string,
    @Body() { session, number, text, votes, enclosures }: DismissalVoteDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    const voted = { sessionId: session, number, text, votes: namedVotesOf(votes) };
    const asked = askedOf(signedInOf(request)!, id, enclosures ? { enclosures } : {});
    await this.voteOnDismissal.run(asked, voted);
    return this.show(id);
  }

  @Post('superior-decision')
  @HttpCode(200)
  @Access({ roles: ['akim'] })
  @ApiOperation({ operationId: 'decideOnDismissal', summary: 'The superior akim’s decision' })
  async decide(
    @Param('id', KnownId) id: string,
    @Body() body: SuperiorDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<DismissalView> {
    const { act, number, reasons = NO_TEXT } = body;
    const asked = askedOf(signedInOf(request)!, id, body);
    await this.decideOnDismissal.run(asked, { act, number, reasons });
    return this.show(id);
  }

  private async show(id: string): Promise<DismissalView> {
    return presentDismissal(await this.dismissals.get(id));
  }
}
