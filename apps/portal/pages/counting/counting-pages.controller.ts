import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { counterpartOf } from '#features/participation/results/counterpart.js';
import { TrialDesk } from '#features/participation/results/trial-desk.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Costs } from '#platform/limits/costs.js';
import { ResultAnswers } from '../../api/results/result-answers.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentComparePage } from './compare-page.presenter.js';
import { presentStepsPage } from './steps-page.presenter.js';
import { trialFormIn, trialRuleOf } from './trial-form.js';
import { presentTrialPage } from './trial-page.presenter.js';

type Asked = Readonly<Record<string, unknown>>;

/** How a count went, what another rule would have given, and trials: once the voting has ended. */
@PageController('rounds/:id/results')
export class CountingPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly answers: ResultAnswers,
    private readonly trials: TrialDesk,
  ) {}

  @Show('steps', 'public')
  async steps(
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const pot = typeof query['pot'] === 'string' ? query['pot'] : undefined;
    const question = { pot, page: pageNumberOf(query['page']) };
    return page.shared(async () => {
      const parts = await this.answers.partsOf(id);
      return page.render('counting/steps', presentStepsPage(page.say, parts, question));
    });
  }

  @Show('compare', 'public')
  @Costs('statistics')
  async compare(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const parts = await this.answers.partsOf(id);
      return page.render('counting/compare', presentComparePage(page.say, parts));
    });
  }

  @Show('trial', 'public')
  @Costs('statistics')
  async trial(
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const parts = await this.answers.partsOf(id);
    const { round, result } = parts;
    const form = trialFormIn(query, counterpartOf(result.count));
    const render = (more: Pick<Parameters<typeof presentTrialPage>[1], 'trial' | 'faults'>) =>
      page.render('counting/trial', presentTrialPage(page.say, { parts, form, ...more }));
    if (!form.isAsked) return render({ trial: null });
    return page.attempt(
      async () => {
        const wish = trialRuleOf(form, result.count);
        if (!wish) throw new DomainError('rule-violated', 'result.trial_minimum_invalid', MINIMUM);
        return render({ trial: await this.trials.run(round, result, wish) });
      },
      (faults) => render({ trial: null, faults }),
      ['minimum'],
    );
  }
}

const MINIMUM = { faults: [{ code: 'result.trial_minimum_invalid', field: 'minimum' }] };

function pageNumberOf(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
