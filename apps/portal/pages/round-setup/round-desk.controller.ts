import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FreezeRound } from '#features/participation/rounds/freeze-round.js';
import { RoundExtensionReader } from '#features/participation/rounds/round-extension.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { copyForYear } from '#features/participation/rounds/round-terms-of.js';
import { actingOnRounds } from '#features/participation/rounds/round.policy.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound } from '#features/participation/rounds/set-up-round.js';
import { OfficeHolderReader } from '#features/registry/officers/office-holder.reader.js';
import type { FormFaults } from '#platform/views/form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentRoundDesk } from './round-desk.presenter.js';

const OFFICER = { roles: ['officer'] };

/** A round on its officer's desk: freeze, copy, extensions. */
@PageController('round-setup/:id')
export class RoundDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly extensions: RoundExtensionReader,
    private readonly holders: OfficeHolderReader,
    private readonly freezeRound: FreezeRound,
    private readonly setUpRound: SetUpRound,
  ) {}

  @Show('', OFFICER)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return this.showDesk(this.pages.open(request), id);
  }

  @Take('freeze', OFFICER)
  async freeze(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.attempt(
      async () => {
        await this.freezeRound.run(page.person!, id);
        return page.goTo(`/round-setup/${id}`);
      },
      (faults) => this.showDesk(page, id, faults),
    );
  }

  @Take('copies', OFFICER)
  async copy(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.attempt(
      async () => {
        const round = await this.roundOf(page, id);
        const copy = await this.setUpRound.run(page.person!, copyForYear(round, round.year + 1));
        return page.goTo(`/round-setup/${copy}`);
      },
      (faults) => this.showDesk(page, id, faults),
    );
  }

  private async showDesk(page: Page, id: string, faults?: FormFaults): Promise<string> {
    const round = await this.roundOf(page, id);
    const [pending, council] = await Promise.all([
      this.extensions.listPending(round.id),
      this.holders.listNearest('expert', round.territory),
    ]);
    const model = { round, pending, council: council.length, person: page.person! };
    return page.render('round-setup/desk', { ...presentRoundDesk(model, page.say), faults });
  }

  private async roundOf(page: Page, id: string): Promise<RoundRow> {
    const round = await this.rounds.getPublic(id);
    actingOnRounds(page.person!, round.territoryPath);
    return round;
  }
}
