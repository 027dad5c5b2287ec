import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LineTrailReader } from '#features/budget/trail/line-trail.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentLineTrailPage } from './line-trail.presenter.js';

/** One line of a budget, from the wish behind it to what was built. */
@PageController('budgets/:id/lines/:number/trail')
export class LineTrailPageController {
  constructor(
    private readonly pages: Pages,
    private readonly trails: LineTrailReader,
  ) {}

  @Show('', 'public')
  async show(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const trail = await this.trails.get(id, Number(number));
      return page.render('trail/line-trail', presentLineTrailPage(trail, page.say));
    });
  }
}
