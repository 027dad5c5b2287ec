import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { REVIEWERS } from '#features/participation/expert-review/review.policy.js';
import {
  QUEUES,
  ReviewInboxReader,
  type Queue,
} from '#features/participation/expert-review/review-inbox.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentInbox } from './inbox.presenter.js';

const AT_ONCE = 50;

/** A01: what waits for the review, the most urgent first. */
@PageController('review')
export class InboxController {
  constructor(
    private readonly pages: Pages,
    private readonly inbox: ReviewInboxReader,
  ) {}

  @Show('', { roles: REVIEWERS })
  async show(
    @Req() request: FastifyRequest,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const choice = choiceIn(query);
    const asked = {
      territories: territoriesOf(person),
      touchedBy: choice.mine ? person.personId : null,
    };
    const [found, counts] = await Promise.all([
      this.inbox.list({
        ...asked,
        state: choice.state,
        limit: AT_ONCE + 1,
        offset: (choice.page - 1) * AT_ONCE,
      }),
      this.inbox.count(asked),
    ]);
    const rows = found.slice(0, AT_ONCE);
    const content = { rows, hasMore: found.length > AT_ONCE, counts, today: page.frame.today };
    return page.render('review/inbox', presentInbox(choice, content, page.say));
  }
}

/** Territories for which the person holds an office of the review. */
export function territoriesOf(person: SignedIn): string[] {
  return person.roles
    .filter(({ role }) => REVIEWERS.includes(role))
    .map(({ territory }) => territory);
}

function choiceIn(query: Readonly<Record<string, unknown>>) {
  const state = QUEUES.find((queue) => queue === query['state']) ?? null;
  const page = typeof query['page'] === 'string' ? Number.parseInt(query['page'], 10) : 1;
  return {
    state: state satisfies Queue | null,
    mine: query['mine'] === '1',
    page: page >= 1 && page <= 1_000 ? page : 1,
  };
}
