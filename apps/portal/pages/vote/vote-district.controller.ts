import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BallotDraftReader } from '#features/participation/ballots/ballot-draft.reader.js';
import { ChangeBallotDraft } from '#features/participation/ballots/change-ballot-draft.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { waysOfVote } from './ballot-ways.js';
import { DistrictPage } from './district-page.js';
import { draftKeyOf } from './draft-cookie.js';
import { VoteGate } from './vote-gate.js';

/** The second step, where the round has money of districts. */
@PageController('rounds')
export class VoteDistrictController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly drafts: BallotDraftReader,
    private readonly changeDraft: ChangeBallotDraft,
    private readonly districts: DistrictPage,
    private readonly gate: VoteGate,
  ) {}

  @Show(':id/vote/district', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      const ways = waysOfVote(round.id);
      const key = draftKeyOf(request, round.id);
      const draft = key && (await this.drafts.find(key));
      if (!draft) return page.goTo(ways.start);
      return this.districts.render(page, { round, ways, district: draft.district });
    });
  }

  @Take(':id/vote/district', 'public')
  async choose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    const district = formFieldsOf(request).text('district');
    const ways = waysOfVote(round.id);
    const key = draftKeyOf(request, round.id);
    if (!key || !(await this.drafts.find(key))) return page.goTo(ways.start);
    return page.attempt(
      async () => {
        await this.districts.assertChoosable(round, district);
        const keep = await this.districts.choicesOf(round, district);
        await this.changeDraft.run(key, (draft) => ({
          ...draft,
          district,
          choices: keep(draft.choices),
        }));
        return page.goTo(ways.choose);
      },
      (faults) => this.districts.render(page, { round, ways, district, faults }),
      ['district'],
    );
  }
}
