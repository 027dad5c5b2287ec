import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RegisterOpeningKey } from '#features/proof/openings/register-opening-key.js';
import { SealedOpeningReader } from '#features/proof/openings/sealed-opening.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentOpeningKeys } from './opening-keys.presenter.js';

/** Who can open the ballots of a secret round, and how an auditor does it. */
@PageController('rounds/:id/opening-keys')
export class OpeningKeysPageController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly sealed: SealedOpeningReader,
    private readonly registering: RegisterOpeningKey,
  ) {}

  @Show('', 'public')
  show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('', { roles: ['auditor'] })
  @FreshProof()
  async register(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.registering.run(page.person!, id, fields.text('recipient'));
        return page.goTo(`/rounds/${id}/opening-keys`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['recipient'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const round = await this.rounds.getPublic(id);
    const keys = await this.sealed.listKeys(round.id);
    const sealed = await this.sealed.find(round.id);
    const told = { round, keys, sealed, person: page.person };
    return page.render('opening-keys/opening-keys', presentOpeningKeys(told, sent, page.say));
  }
}
