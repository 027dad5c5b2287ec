import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BallotReader } from '#features/participation/ballots/ballot.reader.js';
import { ProjectReader } from '#features/participation/proposals/project.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { sessionTokenOf } from '#platform/identity/session-token.js';
import { Sessions } from '#platform/identity/sessions.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { MyMatters } from './my-matters.js';
import { presentMine } from './my.presenter.js';
import { presentOwnLook } from './own-ballot.presenter.js';

/** A person's own page: what waits, where one has voted, where one is signed in. */
@PageController('my')
export class MyPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly matters: MyMatters,
    private readonly rounds: RoundReader,
    private readonly ballots: BallotReader,
    private readonly projects: ProjectReader,
    private readonly sessions: Sessions,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const token = sessionTokenOf(request) ?? '';
    const [matter, otherSessions] = await Promise.all([
      this.matters.of(person),
      this.sessions.countOthers(person.personId, token),
    ]);
    return page.render('my/my', presentMine({ ...matter, otherSessions }, page.say));
  }

  @Show('ballots/:round', 'signed-in')
  async showBallot(
    @Req() request: FastifyRequest,
    @Param('round') roundId: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(roundId);
    const own = await this.ballots.findOwn(round.id, page.person!.personId);
    if (!own) return page.goTo('/my');
    const projects = await this.projects.list(round.id, { sequence: 'number', seed: 0 });
    return page.render('my/own-ballot', presentOwnLook({ round, own, projects }, page.say));
  }
}
