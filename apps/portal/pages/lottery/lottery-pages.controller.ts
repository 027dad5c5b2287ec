import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConfirmDraw } from '#features/participation/results/lottery/confirm-draw.js';
import { EnterDraw } from '#features/participation/results/lottery/enter-draw.js';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { PromiseLottery } from '#features/participation/results/lottery/promise-lottery.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { protocolIn } from '../results/council-form.js';
import { presentLotteryPage, type LotteryPage } from './lottery-page.presenter.js';

const OFFICER = { roles: ['officer'] };

/** The lottery of a round for everybody, with its acts for officers. */
@PageController('rounds/:id/lottery')
export class LotteryPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly lotteries: LotteryReader,
    private readonly promiseLottery: PromiseLottery,
    private readonly enterDraw: EnterDraw,
    private readonly confirmDraw: ConfirmDraw,
  ) {}

  @Show('', 'public')
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id);
  }

  @Take('promise', OFFICER)
  async promise(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.promiseLottery.run(page.person!, id, protocolIn(fields).text),
    );
  }

  @Take('draws', OFFICER)
  async enter(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, async (page, fields) => {
      const told = { value: fields.text('value'), source: fields.text('source') };
      await this.enterDraw.run(page.person!, id, { ...protocolIn(fields), ...told });
    });
  }

  @Take('draws/:draw', OFFICER)
  async confirm(
    @Param('id') id: string,
    @Param('draw') draw: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.act(request, id, (page) => this.confirmDraw.run(page.person!, id, draw));
  }

  private async act(
    request: FastifyRequest,
    id: string,
    act: (page: Page, fields: FormFields) => Promise<void>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await act(page, fields);
        return page.goTo(`/rounds/${id}/lottery`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['value', 'source', 'protocolNumber', 'text'],
    );
  }

  private async render(page: Page, id: string, refused?: LotteryPage['refused']): Promise<string> {
    const round = await this.rounds.getPublic(id);
    const lottery = await this.lotteries.find(id);
    const result = round.closedAt ? await this.results.find(id) : null;
    const isTied = result?.count.pots.some(({ tie }) => tie !== null) ?? false;
    const { person } = page;
    const told: LotteryPage = { round, lottery, isTied, person, ...(refused && { refused }) };
    return page.render('lottery/lottery', presentLotteryPage(page.say, told));
  }
}
