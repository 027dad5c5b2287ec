import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { changeChoices, type BallotDraft } from '#features/participation/ballots/ballot-draft.js';
import { RoundPaperReader } from '#features/participation/ballots/round-paper.reader.js';
import { newSeed } from '#features/participation/ballots/start-ballot-draft.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { BallotLayout, type BallotInHand } from './ballot-layout.js';
import { waysOfDemo, waysOfVote } from './ballot-ways.js';
import { presentCheck } from './check.presenter.js';
import { changeIn } from './choice-form.js';
import { presentChoose } from './choose.presenter.js';
import { readDemoDraft, writeDemoDraft } from './demo-draft.js';
import { DistrictPage } from './district-page.js';
import { hasDistricts } from './districts.js';
import { afterChange } from './vote-choose.controller.js';

/** The same screens for practice; the ballot travels in the address, and nothing is stored. */
@PageController('rounds')
export class DemoController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly papers: RoundPaperReader,
    private readonly layout: BallotLayout,
    private readonly districts: DistrictPage,
  ) {}

  @Show(':id/demo', 'public')
  async start(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const hand = await this.handOf(await this.rounds.getPublic(id), '');
    const next = hasDistricts(hand.round) ? hand.ways.district : hand.ways.choose;
    return page.render('vote/demo', {
      title: page.say.t('ballots.demo.title'),
      round: page.say.official(hand.round.title).text,
      ways: hand.ways,
      next: hand.named.size > 0 ? next : undefined,
    });
  }

  @Show(':id/demo/district', 'public')
  async showDistrict(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('draft') text?: string,
  ): Promise<PageAnswer> {
    const { round, ways, draft } = await this.handOf(await this.rounds.getPublic(id), text);
    const page = this.pages.open(request);
    return this.districts.render(page, { round, ways, district: draft.district });
  }

  @Take(':id/demo/district', 'public')
  async chooseDistrict(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const hand = await this.handOf(await this.rounds.getPublic(id), fields.text('draft'));
    const { round, ways, draft } = hand;
    const district = fields.text('district');
    return page.attempt(
      async () => {
        await this.districts.assertChoosable(round, district);
        const keep = await this.districts.choicesOf(round, district);
        const moved = { ...draft, district, choices: keep(draft.choices) };
        return page.goTo(waysWith(moved, hand).choose);
      },
      (faults) => this.districts.render(page, { round, ways, district, faults }),
      ['district'],
    );
  }

  @Show(':id/demo/choose', 'public')
  async showChoose(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('draft') text?: string,
  ): Promise<PageAnswer> {
    const hand = await this.handOf(await this.rounds.getPublic(id), text);
    const page = this.pages.open(request);
    return page.render('vote/choose', presentChoose(hand, page.say));
  }

  @Take(':id/demo/choose', 'public')
  async choose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const hand = await this.handOf(await this.rounds.getPublic(id), fields.text('draft'));
    return page.attempt(
      async () => {
        const change = changeIn(fields, hand.paper.rule);
        const choices = changeChoices(hand.draft.choices, change);
        const ways = waysWith({ ...hand.draft, choices }, hand);
        return page.goTo(afterChange({ ...hand, ways }, change.project, fields.text('from')));
      },
      (faults) => page.render('vote/choose', { ...presentChoose(hand, page.say), faults }),
    );
  }

  @Take(':id/demo/order', 'public')
  async shuffle(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const text = formFieldsOf(request).text('draft');
    const hand = await this.handOf(await this.rounds.getPublic(id), text);
    const shuffled = { ...hand.draft, seed: newSeed() };
    return this.pages.open(request).goTo(waysWith(shuffled, hand).choose);
  }

  @Show(':id/demo/check', 'public')
  async showCheck(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('draft') text?: string,
  ): Promise<PageAnswer> {
    const hand = await this.handOf(await this.rounds.getPublic(id), text);
    const page = this.pages.open(request);
    return page.render('vote/check', presentCheck(hand, page.say));
  }

  @Show(':id/demo/done', 'public')
  async done(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return page.render('vote/demo-done', {
      title: page.say.t('ballots.demo.doneTitle'),
      ways: waysOfDemo(round.id, ''),
      vote: round.phase === 'voting' ? waysOfVote(round.id).start : undefined,
    });
  }

  private async handOf(round: RoundRow, text: unknown): Promise<BallotInHand> {
    const { paper } = await this.papers.get(round.id);
    const draft = readDemoDraft(typeof text === 'string' ? text : '', paper);
    const ways = waysOfDemo(round.id, writeDemoDraft(draft, paper));
    return this.layout.lay({ round, draft, ways });
  }
}

function waysWith(draft: BallotDraft, { round, paper }: BallotInHand) {
  return waysOfDemo(round.id, writeDemoDraft(draft, paper));
}
