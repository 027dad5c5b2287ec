import { Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BallotDraftReader } from '#features/participation/ballots/ballot-draft.reader.js';
import { HandOverBallotDraft } from '#features/participation/ballots/hand-over-ballot-draft.js';
import { HANDOVER_MINUTES } from '#features/participation/ballots/handover-code.js';
import { TakeOverBallotDraft } from '#features/participation/ballots/take-over-ballot-draft.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { waysOfVote } from './ballot-ways.js';
import { draftKeyOf, grantDraftKey } from './draft-cookie.js';

/** Going on with a begun ballot on another device. */
@PageController('rounds')
export class VoteHandoverController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly drafts: BallotDraftReader,
    private readonly handOver: HandOverBallotDraft,
    private readonly takeOver: TakeOverBallotDraft,
  ) {}

  @Show(':id/vote/continue', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const { id: roundId } = await this.rounds.getPublic(id);
    return this.render(page, request, roundId);
  }

  @Take(':id/vote/continue', 'public')
  @Costs('handover-code')
  async continue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const { id: roundId } = await this.rounds.getPublic(id);
    const typed = formFieldsOf(request).text('code');
    return page.attempt(
      async () => {
        const setting = { roundId, secure: this.config.production };
        await this.takeOver.run(grantDraftKey(request, reply, setting), typed);
        return page.goTo(waysOfVote(roundId).choose);
      },
      (faults) => this.render(page, request, roundId, { faults, typed }),
      ['code'],
    );
  }

  @Take(':id/vote/continue/code', 'public')
  async giveCode(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const { id: roundId } = await this.rounds.getPublic(id);
    const key = draftKeyOf(request, roundId);
    if (!key || !(await this.drafts.find(key))) return page.goTo(waysOfVote(roundId).start);
    const { code, until } = await this.handOver.run(key);
    return this.render(page, request, roundId, { code, until: page.say.dateTime(until) });
  }

  private async render(
    page: Page,
    request: FastifyRequest,
    roundId: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const key = draftKeyOf(request, roundId);
    const draft = key && (await this.drafts.find(key));
    return page.render('vote/continue', {
      title: page.say.t('ballots.handover.title'),
      ways: waysOfVote(roundId),
      base: `${waysOfVote(roundId).start}/continue`,
      minutes: HANDOVER_MINUTES,
      hasDraft: Boolean(draft),
      ...more,
    });
  }
}
