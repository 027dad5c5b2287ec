import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { canBuild } from '#features/budget/works/works.policy.js';
import type { WorksRow } from '#features/budget/works/works-row.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentWorksPage, type WorksReading } from './works.presenter.js';

/** How the works of a winning project go, for everybody. */
@PageController('projects/:number/works')
export class WorksPageController {
  constructor(
    private readonly pages: Pages,
    private readonly proposals: ProposalReader,
    private readonly works: WorksReader,
  ) {}

  @Show('', 'public')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const project = await this.proposals.getFor(undefined, number);
      const works = await this.works.get(project.id);
      const reading = readingOf(page.person, works);
      return page.render('works/works', presentWorksPage({ project, works, reading }, page.say));
    });
  }
}

function readingOf(person: SignedIn | undefined, works: WorksRow): WorksReading {
  const home = person?.roles.find(({ role }) => role === 'resident');
  return {
    builds: canBuild(person, works),
    isAuthor: person?.personId === works.authorId,
    // The use case asks for the round's unit; a page shows the door to whoever lives anywhere near.
    livesHere: home?.territoryPath.some((unit) => works.territoryPath.includes(unit)) ?? false,
  };
}
