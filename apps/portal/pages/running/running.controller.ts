import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { StageKeeper } from '#platform/load/stage-keeper.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentRunning } from './running.presenter.js';

/** What works at this moment and what is left out while many people are here. */
@PageController('status')
export class RunningPageController {
  constructor(
    private readonly pages: Pages,
    private readonly keeper: StageKeeper,
  ) {}

  @Show('', 'public')
  show(@Req() request: FastifyRequest): string {
    const page = this.pages.open(request);
    const { stage, isSet } = this.keeper;
    return page.render('running/running', presentRunning({ stage, isSet }, page.say));
  }
}
