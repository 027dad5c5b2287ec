import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ErasePerson } from '#features/proof/erasure/erase-person.js';
import { ErasureReader } from '#features/proof/erasure/erasure.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { FormFaults } from '#platform/views/form.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentErasure } from './erasure.presenter.js';

const CONFIRMED = 'understood';

/** A resident has one's own data erased. */
@PageController('erasure')
export class ErasurePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: ErasureReader,
    private readonly clock: DatabaseClock,
    private readonly erasePerson: ErasePerson,
  ) {}

  @Show('', 'signed-in')
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request));
  }

  @Take('', 'signed-in')
  @FreshProof()
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const isConfirmed = formFieldsOf(request).list(CONFIRMED).includes('yes');
    return page.attempt(
      async () => {
        assertConfirmed(isConfirmed);
        await this.erasePerson.run(page.person!.personId, 'request');
        return page.goTo('/erasure/done');
      },
      (faults) => this.render(page, faults),
      [CONFIRMED],
    );
  }

  /** Nobody is signed in any more. */
  @Show('done', 'public')
  done(@Req() request: FastifyRequest): string {
    const page = this.pages.open(request);
    return page.render('my/erased', { title: page.say.t('erasure.done.title') });
  }

  private async render(page: Page, faults?: FormFaults): Promise<string> {
    const [ties, { today }] = await Promise.all([
      this.reader.findTies(page.person!.personId),
      this.clock.now(),
    ]);
    const matter = { ties, today, ...(faults && { faults }) };
    return page.render('my/erasure', presentErasure(matter, page.say));
  }
}

/** @throws DomainError rule-violated `erasure.not_confirmed` */
function assertConfirmed(isConfirmed: boolean): void {
  if (isConfirmed) return;
  const code = 'erasure.not_confirmed';
  throw new DomainError('rule-violated', code, { faults: [{ code, field: CONFIRMED }] });
}
