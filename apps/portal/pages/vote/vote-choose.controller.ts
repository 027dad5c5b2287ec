import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { changeChoices } from '#features/participation/ballots/ballot-draft.js';
import { ChangeBallotDraft } from '#features/participation/ballots/change-ballot-draft.js';
import { newSeed } from '#features/participation/ballots/start-ballot-draft.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type BallotAtHand, BallotsAtHand } from './ballot-at-hand.js';
import type { BallotInHand } from './ballot-layout.js';
import { waysOfVote } from './ballot-ways.js';
import { presentCheck } from './check.presenter.js';
import { changeIn } from './choice-form.js';
import { presentChoose } from './choose.presenter.js';
import { hasDistricts } from './districts.js';
import { VoteGate } from './vote-gate.js';

/** Choosing projects and checking the ballot; nobody has to say who they are. */
@PageController('rounds')
export class VoteChooseController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly ballots: BallotsAtHand,
    private readonly changeDraft: ChangeBallotDraft,
    private readonly gate: VoteGate,
  ) {}

  @Show(':id/vote/choose', 'public')
  showChoose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.withBallot(request, id, async (page, { hand }) =>
      page.render('vote/choose', presentChoose(hand, page.say)),
    );
  }

  @Show(':id/vote/check', 'public')
  showCheck(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.withBallot(request, id, async (page, { hand }) =>
      page.render('vote/check', presentCheck(hand, page.say)),
    );
  }

  @Take(':id/vote/choose', 'public')
  choose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const fields = formFieldsOf(request);
    return this.withBallot(request, id, (page, ballot) =>
      page.attempt(
        () => this.change(page, ballot, fields),
        (faults) => page.render('vote/choose', { ...presentChoose(ballot.hand, page.say), faults }),
      ),
    );
  }

  @Take(':id/vote/order', 'public')
  shuffle(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const seed = newSeed();
    return this.withBallot(request, id, async (page, { key, hand }) => {
      await this.changeDraft.run(key, (draft) => ({ ...draft, seed }));
      return page.goTo(hand.ways.choose);
    });
  }

  private async change(page: Page, { key, hand }: BallotAtHand, fields: FormFields) {
    const change = changeIn(fields, hand.paper.rule);
    await this.changeDraft.run(key, (draft) => ({
      ...draft,
      choices: changeChoices(draft.choices, change),
    }));
    return page.goTo(afterChange(hand, change.project, fields.text('from')));
  }

  private async withBallot(
    request: FastifyRequest,
    id: string,
    act: (page: Page, ballot: BallotAtHand) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      const ways = waysOfVote(round.id);
      const ballot = await this.ballots.find(request, page, round);
      if (!ballot) return page.goTo(ways.start);
      const isHomeless = hasDistricts(round) && ballot.hand.draft.district === null;
      return isHomeless ? page.goTo(ways.district) : act(page, ballot);
    });
  }
}

/** Back to the card that was pressed, or to the page where the button stood. */
export function afterChange({ ways, paper }: BallotInHand, project: string, from: string): string {
  if (from === 'check') return ways.check;
  const number = paper.projects.get(project)?.number;
  return number === undefined ? ways.choose : `${ways.choose}#card-${number}`;
}
