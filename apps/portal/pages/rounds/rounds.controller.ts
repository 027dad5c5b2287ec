import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { RoundExtensionReader } from '#features/participation/rounds/round-extension.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { OfficeHolderReader } from '#features/registry/officers/office-holder.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentRoundLine } from './round-line.presenter.js';
import { presentRound, type RoundRead } from './round.presenter.js';

const ON_A_PAGE = 30;

/** Rounds for everybody. */
@PageController('rounds')
export class RoundPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly extensions: RoundExtensionReader,
    private readonly holders: OfficeHolderReader,
    private readonly territories: TerritoryReader,
    private readonly lotteries: LotteryReader,
  ) {}

  @Show('', 'public')
  async list(@Req() request: FastifyRequest, @Query('after') after?: string): Promise<string> {
    const page = this.pages.open(request);
    const from = typeof after === 'string' && isUuid(after) ? { after } : {};
    const rows = await this.rounds.list({ ...from, limit: ON_A_PAGE + 1 });
    const shown = rows.slice(0, ON_A_PAGE);
    return page.render('rounds/rounds', {
      title: page.say.t('rounds.all'),
      rounds: shown.map((round) => presentRoundLine(round, page.say)),
      older: rows.length > ON_A_PAGE ? `/rounds?after=${shown.at(-1)!.id}` : undefined,
    });
  }

  @Show(':id', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const read = await page.common(`round page ${id}`, () => this.read(id));
      return page.render('rounds/round', presentRound(read, page.say));
    });
  }

  private async read(id: string): Promise<RoundRead> {
    const round = await this.rounds.getPublic(id);
    const [extensions, council, office, lottery] = await Promise.all([
      this.extensions.listConfirmed(round.id),
      this.holders.listNearest('expert', round.territory),
      this.territories.findOffice(round.territory),
      this.lotteries.find(round.id),
    ]);
    return { round, extensions, council, office, lottery };
  }
}
