import { Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BallotDraftReader } from '#features/participation/ballots/ballot-draft.reader.js';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { StartBallotDraft } from '#features/participation/ballots/start-ballot-draft.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { registeredDistrict } from './ballot-layout.js';
import { waysOfVote } from './ballot-ways.js';
import { hasDistricts } from './districts.js';
import { draftKeyOf, grantDraftKey } from './draft-cookie.js';
import { presentStart } from './start.presenter.js';
import { VoteGate } from './vote-gate.js';

/** The first step: what this is about, and an empty ballot to begin with. */
@PageController('rounds')
export class VoteStartController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly drafts: BallotDraftReader,
    private readonly ballots: BallotReader,
    private readonly territories: TerritoryReader,
    private readonly startDraft: StartBallotDraft,
    private readonly gate: VoteGate,
  ) {}

  @Show(':id/vote', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      if (page.person) await this.gate.assertMayVote(round, page.person.personId);
      const key = draftKeyOf(request, round.id);
      const draft = key && (await this.drafts.find(key));
      const own = page.person && (await this.ballots.findOwn(round.id, page.person.personId));
      const office = await this.territories.findOffice(round.territory);
      const matter = { round, draft, own: own ?? null, office };
      return page.render('vote/start', presentStart(matter, page.say));
    });
  }

  @Take(':id/vote/start', 'public')
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return this.gate.orRefusal(page, round, async () => {
      this.gate.assertOpen(round);
      const setting = { roundId: round.id, secure: this.config.production };
      const district = registeredDistrict(round, page.person);
      await this.startDraft.run(grantDraftKey(request, reply, setting), district);
      const ways = waysOfVote(round.id);
      return page.goTo(hasDistricts(round) && !district ? ways.district : ways.choose);
    });
  }
}
