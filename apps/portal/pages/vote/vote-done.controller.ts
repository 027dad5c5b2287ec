import { Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentDone } from '../receipt/done.presenter.js';
import { votingDatesAsCalendar } from '../receipt/voting-dates.js';
import { waysOfVote } from './ballot-ways.js';

/** The receipt of one's own ballot, and the dates that follow. */
@PageController('rounds')
export class VoteDoneController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly ballots: BallotReader,
  ) {}

  @Show(':id/vote/done', 'signed-in')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    const own = await this.ballots.findOwn(round.id, signedInOf(request)!.personId);
    if (!own) return page.goTo(waysOfVote(round.id).start);
    return page.render('receipt/done', presentDone(round, own, page.say));
  }

  @Show(':id/vote/dates.ics', 'public')
  async dates(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="qatysu.ics"');
    return votingDatesAsCalendar(round, page.say);
  }
}
