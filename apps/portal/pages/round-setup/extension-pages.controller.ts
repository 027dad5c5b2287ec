import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConfirmExtension } from '#features/participation/rounds/confirm-extension.js';
import { ProposeExtension } from '#features/participation/rounds/propose-extension.js';
import { actingOnRounds } from '#features/participation/rounds/round.policy.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFaults } from '#platform/views/form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { lastDayOf } from '../rounds/round-clock.js';
import { dayIn, typedDay, typedDayOf } from './round-form.js';

const OFFICER = { roles: ['officer'] };

/** A longer voting: one officer proposes, another confirms. */
@PageController('round-setup/:id/extensions')
export class ExtensionPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly proposeExtension: ProposeExtension,
    private readonly confirmExtension: ConfirmExtension,
  ) {}

  @Show('new', OFFICER)
  async begin(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const round = await this.rounds.getPublic(id);
    const day = typedDay(lastDayOf(round.calendar.votingUntil));
    return this.showForm(this.pages.open(request), id, { day, reasonKk: '', reasonRu: '' });
  }

  @Take('', OFFICER)
  async propose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.proposeExtension.run(page.person!, id, wantedIn(fields));
        return page.goTo(`/round-setup/${id}`);
      },
      (faults) =>
        this.showForm(page, id, {
          day: typedDayOf(fields, 'votingUntil'),
          reasonKk: fields.text('reasonKk'),
          reasonRu: fields.text('reasonRu'),
          faults,
        }),
      ['votingUntil', 'reason'],
    );
  }

  @Take(':extension/confirmation', OFFICER)
  async confirm(
    @Req() request: FastifyRequest,
    @Param('extension') extension: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.goTo(`/round-setup/${await this.confirmExtension.run(page.person!, extension)}`);
  }

  private async showForm(page: Page, id: string, model: ExtensionForm): Promise<string> {
    const round = await this.rounds.getPublic(id);
    actingOnRounds(page.person!, round.territoryPath);
    return page.render('round-setup/extension', {
      title: page.say.t('rounds.setup.extension'),
      id,
      ...model,
    });
  }
}

interface ExtensionForm {
  readonly day: ReturnType<typeof typedDay>;
  readonly reasonKk: string;
  readonly reasonRu: string;
  readonly faults?: FormFaults;
}

function wantedIn(fields: FormFields) {
  const votingUntil = dayIn(typedDayOf(fields, 'votingUntil'));
  if (votingUntil === null) {
    const faults = [{ code: 'form.not_a_date', field: 'votingUntil' }];
    throw new DomainError('rule-violated', 'extension.invalid', { faults });
  }
  const reason = { kk: fields.text('reasonKk'), ru: fields.text('reasonRu') };
  return { votingUntil, reason };
}
