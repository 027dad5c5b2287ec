import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingForCouncil } from '#features/participation/results/result.policy.js';
import { LotteryReader } from '#features/participation/results/lottery/lottery.reader.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type CountSetting, presentCountPage } from './count-page.presenter.js';

/** An act that a form asks for. */
export interface CountForm {
  readonly roundId: string;
  readonly fields: readonly string[];
  readonly act: (person: SignedIn, fields: FormFields) => Promise<void>;
}

/** The page of the count, before and after an act. */
@Injectable()
export class CountPage {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly lotteries: LotteryReader,
  ) {}

  async show(request: FastifyRequest, roundId: string): Promise<string> {
    const page = this.pages.open(request);
    return this.render(page, roundId);
  }

  /** Does the act and leads back to the page, or shows the page again with every fault. */
  async take(request: FastifyRequest, { roundId, fields, act }: CountForm): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const typed = formFieldsOf(request);
    return page.attempt(
      async () => {
        await act(page.person!, typed);
        return page.goTo(`/rounds/${roundId}/count`);
      },
      (faults) => this.render(page, roundId, { fields: typed, faults }),
      fields,
    );
  }

  private async render(
    page: Page,
    roundId: string,
    refused?: CountSetting['refused'],
  ): Promise<string> {
    const round = await this.rounds.getPublic(roundId);
    const { role } = actingForCouncil(page.person!, round.territoryPath);
    const result = round.closedAt ? await this.results.find(roundId) : null;
    const hasLottery = (await this.lotteries.find(roundId)) !== null;
    const told = { round, result, hasLottery, isOfficer: role === 'officer' };
    const setting = { ...told, ...(refused && { refused }) };
    return page.render('results/count', presentCountPage(page.say, setting));
  }
}
