import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CouncilReader } from '#features/participation/expert-review/council.reader.js';
import { assertReviewsIn } from '#features/participation/expert-review/review.policy.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { territoriesOf } from '../review/inbox.controller.js';
import { presentAgenda, presentRounds } from './agenda.presenter.js';
import { presentProtocol } from './protocol.presenter.js';

const REVIEWERS = { roles: ['officer', 'expert'] };
const MOST_ROUNDS = 20;

/** A05: what the Expert Council has before it, and its protocols. */
@PageController('council')
export class CouncilController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly council: CouncilReader,
  ) {}

  @Show('', REVIEWERS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rounds = await this.rounds.listTouching(territoriesOf(page.person!), MOST_ROUNDS);
    return page.render('council/rounds', presentRounds(rounds, page.say));
  }

  @Show(':round', REVIEWERS)
  async agenda(
    @Req() request: FastifyRequest,
    @Param('round') id: string,
    @Query('protocol') protocol?: unknown,
  ): Promise<string> {
    const page = this.pages.open(request);
    const round = await this.getOwn(page, id);
    const [agenda, members, protocols] = await Promise.all([
      this.council.listAgenda(round.id),
      this.council.listMembers(round.territoryPath, round.today),
      this.council.listProtocols(round.id),
    ]);
    const content = { round, agenda, members, protocols, protocol: textOf(protocol) };
    return page.render('council/agenda', presentAgenda(content, page.say));
  }

  @Show(':round/protocol', REVIEWERS)
  async protocol(
    @Req() request: FastifyRequest,
    @Param('round') id: string,
    @Query('number') number?: unknown,
  ): Promise<string> {
    const page = this.pages.open(request);
    const round = await this.getOwn(page, id);
    const protocolNumber = textOf(number);
    const rows = await this.council.listDecisions(round.id, protocolNumber);
    return page.render(
      'council/protocol',
      presentProtocol({ round, protocolNumber, rows }, page.say),
    );
  }

  /** The Council of a unit with a pot of its own sits on the round of the unit above. */
  private async getOwn({ person }: Page, id: string): Promise<RoundRow> {
    const round = await this.rounds.getPublic(id);
    assertReviewsIn(person!, [...round.territoryPath, ...round.pots.map((pot) => pot.territory)]);
    return round;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 60) : '';
}
