import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DraftProposal } from '#features/participation/proposals/draft-proposal.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { residencePathOf } from '#features/participation/proposals/proposal.policy.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentStart } from './start.presenter.js';

const MOST_ROUNDS = 50;

/** Where a resident begins a proposal. */
@PageController()
export class ProposePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly proposals: ProposalReader,
    private readonly draftProposal: DraftProposal,
  ) {}

  @Show('propose', 'public')
  async start(@Req() request: FastifyRequest, @Query('round') round?: string): Promise<string> {
    return this.showStart(this.pages.open(request), String(round ?? ''));
  }

  @Take('propose', { roles: ['resident'] })
  @Costs('proposal')
  async begin(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = formFieldsOf(request).text('round');
    return page.attempt(
      async () => {
        const fields = { language: page.lang };
        return page.goTo(`/propose/${await this.draftProposal.run(page.person!, round, fields)}`);
      },
      (faults) => this.showStart(page, round, faults),
    );
  }

  private async showStart(page: Page, round: string, faults?: FormFaults): Promise<string> {
    const rounds = await this.roundsFor(page);
    const own = page.person ? await this.proposals.listOwn(page.person.personId) : [];
    const model = presentStart(
      { rounds, round, own, signedIn: page.person !== undefined },
      page.say,
    );
    return page.render('propose/start', { ...model, faults });
  }

  /** Those of the person's own place first come to mind; without a person, all. */
  private async roundsFor(page: Page): Promise<RoundRow[]> {
    const path = page.person ? residencePathOf(page.person) : [];
    if (path.length === 0) return this.rounds.list({ limit: MOST_ROUNDS });
    return this.rounds.listTouching(path, MOST_ROUNDS);
  }
}
