import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import {
  IntegrityReportReader,
  type IntegrityReportRow,
} from '#features/proof/integrity/integrity-report.reader.js';
import { PressureReportReader } from '#features/proof/pressure-reports/pressure-report.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { OTHER_PLACES } from '#rules/integrity/published-figures.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentIntegrityPage } from './integrity-page.presenter.js';

/** Whether anything stood out in a voting. */
@PageController('rounds/:id/integrity')
export class IntegrityPageController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly reports: IntegrityReportReader,
    private readonly pressure: PressureReportReader,
    private readonly places: TerritoryReader,
  ) {}

  @Show('', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return page.shared(async () => {
      const report = await this.reports.find(round.id);
      const pressure = await this.pressure.countsOf(round.id);
      const named = report ? territoriesIn(report) : [];
      const parts = { round, report, pressure, places: await this.places.getMany(named) };
      return page.render('integrity/integrity', presentIntegrityPage(parts, page.say));
    });
  }
}

/** The places that a report names; merged ones have no code. */
function territoriesIn({ figures, findings }: IntegrityReportRow): string[] {
  const named = [
    ...figures.places.map((place) => place.territory),
    ...findings
      .filter(({ signal }) => signal === 'ballots-above-adults')
      .map(({ where }) => where!),
  ];
  return [...new Set(named)].filter((code) => code !== OTHER_PLACES);
}
