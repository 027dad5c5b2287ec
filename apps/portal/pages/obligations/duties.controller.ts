import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ObligationReader } from '#features/budget/obligations/obligation.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentDuties } from './obligations.presenter.js';

const OWNERS = {
  roles: ['officer', 'expert', 'akim', 'secretary', 'maslikhat-secretary', 'deputy'],
};
const MOST_SHOWN = 200;

/** What waits for the holder of a post: with the post it passes to whoever holds it next. */
@PageController('duties')
export class DutiesController {
  constructor(
    private readonly pages: Pages,
    private readonly obligations: ObligationReader,
  ) {}

  @Show('', OWNERS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.obligations.listWaitingFor(page.person!.roles, MOST_SHOWN);
    const title = page.say.t('obligations.inbox');
    const table = rows.length > 0 ? presentDuties(rows, title, page.say) : undefined;
    return page.render('obligations/duties', { title, table });
  }
}
