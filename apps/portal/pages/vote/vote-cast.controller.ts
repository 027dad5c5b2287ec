import { HttpException, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { votesOf } from '#features/participation/ballots/ballot-draft.js';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { DiscardBallotDraft } from '#features/participation/ballots/discard-ballot-draft.js';
import { RoundPaperReader } from '#features/participation/ballots/round-paper.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { isIdempotencyKey } from '#platform/http/idempotency-key.js';
import { digestOfToken, sessionTokenOf } from '#platform/identity/session-token.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { BallotsAtHand } from './ballot-at-hand.js';
import { waysOfVote } from './ballot-ways.js';
import { faultsOf } from './check.presenter.js';
import { readChoices } from './choices-text.js';
import { presentConfirm } from './confirm.presenter.js';
import { draftKeyOf } from './draft-cookie.js';
import { presentIdentify } from './identify.presenter.js';
import { hasOwnPage } from './refusal.presenter.js';
import { VoteGate } from './vote-gate.js';

/** The last steps: who one is, one last look, and the ballot is cast. */
@PageController('rounds')
export class VoteCastController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly papers: RoundPaperReader,
    private readonly ballots: BallotReader,
    private readonly atHand: BallotsAtHand,
    private readonly castBallot: CastBallot,
    private readonly discardDraft: DiscardBallotDraft,
    private readonly gate: VoteGate,
  ) {}

  @Show(':id/vote/identify', 'public')
  async identify(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    if (page.person) return page.goTo(`${waysOfVote(round.id).start}/confirm`);
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      return page.render('vote/identify', presentIdentify(round, page.say));
    });
  }

  @Show(':id/vote/confirm', 'public')
  async confirm(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    if (!page.person) return page.goTo(waysOfVote(round.id).next);
    const { personId } = page.person;
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      await this.gate.assertMayVote(round, personId);
      return this.showConfirm(request, page, round);
    });
  }

  @Take(':id/vote/confirm', 'signed-in')
  @Costs('ballot')
  async cast(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return this.gate.orRefusal(page, round, async () => {
      try {
        await this.castBallot.run(await this.actOf(request, round));
      } catch (error) {
        if (isMendedOnBallot(error)) return page.goTo(waysOfVote(round.id).check);
        throw error;
      }
      const key = draftKeyOf(request, round.id);
      if (key) await this.discardDraft.run(key);
      return page.goTo(`${waysOfVote(round.id).start}/done`);
    });
  }

  private async showConfirm(request: FastifyRequest, page: Page, round: RoundRow) {
    const own = await this.ballots.findOwn(round.id, signedInOf(request)!.personId);
    if (own && !round.replacingAllowed)
      throw new DomainError('conflict', 'ballot.already_cast', { at: own.castAt });
    const found = await this.atHand.find(request, page, round);
    if (!found) return page.goTo(waysOfVote(round.id).start);
    if (faultsOf(found.hand).length > 0) return page.goTo(found.hand.ways.check);
    return page.render('vote/confirm', presentConfirm(found.hand, own, page));
  }

  /** What was shown is what is cast: the choices come with the form, not from the draft. */
  private async actOf(request: FastifyRequest, round: RoundRow) {
    const fields = formFieldsOf(request);
    const { paper } = await this.papers.get(round.id);
    const choices = readChoices(fields.text('choices'), paper);
    // Not the form's usual field of this kind: the casting keeps its keys itself, with the ballot.
    const key = fields.text('castKey');
    const token = sessionTokenOf(request);
    if (!choices || !token || !isIdempotencyKey(key))
      throw new HttpException({ code: 'http.400' }, 400);
    return {
      tokenDigest: digestOfToken(token).toString('hex'),
      roundId: round.id,
      votes: votesOf(choices, paper.rule),
      idempotencyKey: key,
    };
  }
}

/** Faults of the choices are said on the page where they can be changed. */
function isMendedOnBallot(error: unknown): boolean {
  if (!(error instanceof DomainError) || hasOwnPage(error.code)) return false;
  return error.code.startsWith('ballot.');
}
