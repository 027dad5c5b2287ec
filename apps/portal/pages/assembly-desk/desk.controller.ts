import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ListedMeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { SECRETARIES, unitsOf } from './desk-access.js';
import { presentDuties } from './desk.presenter.js';

const MOST = 50;
const PREPARED = ['planned', 'convened', 'under-way'] as const;
const OVER = ['held', 'without-quorum'] as const;

/** S01: what waits for the secretary, the late first. */
@PageController('assembly-desk')
export class AssemblyDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly meetings: MeetingReader,
    private readonly territories: TerritoryReader,
  ) {}

  @Show('', SECRETARIES)
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const units = unitsOf(page.person!).map(({ territory }) => territory);
    const [ahead, over] = await Promise.all([
      this.listIn(units, PREPARED, 'next-first'),
      this.listIn(units, OVER, 'latest-first'),
    ]);
    const places = await this.territories.getMany(units);
    const model = presentDuties({ ahead, over, places, today: page.frame.today }, page.say);
    return page.render('assembly-desk/desk', model);
  }

  private async listIn(
    units: readonly string[],
    states: readonly ListedMeetingRow['state'][],
    sequence: 'next-first' | 'latest-first',
  ): Promise<readonly ListedMeetingRow[]> {
    const lists = await Promise.all(
      units.map((territory) => this.meetings.list({ states, territory, sequence, limit: MOST })),
    );
    return lists.flat();
  }
}
