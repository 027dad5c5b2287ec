import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentRulebook } from './rulebook.presenter.js';

/** Every legal value with its source, for everybody. */
@PageController('rules')
export class RulebookPageController {
  constructor(
    private readonly pages: Pages,
    private readonly clock: DatabaseClock,
    private readonly localActs: LocalOverrideReader,
  ) {}

  @Show('', 'public')
  async show(@Req() request: FastifyRequest, @Query('on') asked?: string): Promise<string> {
    const page = this.pages.open(request);
    const isDay = typeof asked === 'string' && isCivilDate(asked);
    const on = isDay ? asked : (await this.clock.now()).today;
    const overrides = await this.localActs.listOn(on);
    return page.render('rulebook/rulebook', presentRulebook(on, overrides, page.say));
  }
}
