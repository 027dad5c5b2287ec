import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ReviewInboxReader } from '#features/participation/expert-review/review-inbox.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { territoriesOf } from '../review/inbox.controller.js';
import { presentAppeals } from './appeals.presenter.js';

const AT_ONCE = 200;

/** A06: authors' remarks that wait for another officer, the most urgent first. */
@PageController('appeals')
export class AppealsQueueController {
  constructor(
    private readonly pages: Pages,
    private readonly inbox: ReviewInboxReader,
  ) {}

  @Show('', { roles: ['officer', 'expert'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const rows = await this.inbox.list({
      territories: territoriesOf(person),
      state: 'appealed',
      touchedBy: null,
      limit: AT_ONCE,
      offset: 0,
    });
    const content = { rows, personId: person.personId, today: page.frame.today };
    return page.render('appeals/queue', presentAppeals(content, page.say));
  }
}
