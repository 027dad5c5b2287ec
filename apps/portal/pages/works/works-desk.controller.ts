import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentWorksDesk } from './works-desk.presenter.js';

const BUILDERS = ['officer', 'akim'];
const MOST_SHOWN = 200;

/** What the akimat builds; with the post it passes to whoever holds it next. */
@PageController('works-desk')
export class WorksDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly works: WorksReader,
  ) {}

  @Show('', { roles: BUILDERS })
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const held = page.person!.roles.filter(({ role }) => BUILDERS.includes(role));
    const units = held.map(({ territory }) => territory);
    const rows = await this.works.listOfUnits(units, MOST_SHOWN);
    return page.render('works/works-desk', presentWorksDesk(rows, page.say));
  }
}
