import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  assertOnDismissalDesk,
  DISMISSAL_ROLES,
} from '#features/budget/dismissals/dismissal.policy.js';
import type {
  DismissalRow,
  ListedDismissalRow,
} from '#features/budget/dismissals/dismissal-row.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { RaiseDismissalAgain } from '#features/budget/dismissals/raise-dismissal-again.js';
import { KnownId } from '#platform/http/known-id.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentDeskDismissal } from './desk-dismissal.presenter.js';
import { dismissalTable } from './dismissal-table.presenter.js';

const OFFICES = { roles: DISMISSAL_ROLES };

/** What waits for the maslikhat's secretary and for superior akims. */
@PageController('dismissal-desk')
export class DismissalDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly dismissals: DismissalReader,
    private readonly raiseAgain: RaiseDismissalAgain,
  ) {}

  @Show('', OFFICES)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.listOf(page.person!);
    const title = page.say.t('dismissals.desk.title');
    const table = rows.length > 0 ? dismissalTable(rows, '/dismissal-desk', page.say) : undefined;
    return page.render('dismissals/desk', { title, table });
  }

  @Show(':id', OFFICES)
  async show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const dismissal = await this.dismissals.get(id);
    assertOnDismissalDesk(page.person!, dismissal);
    return render(page, dismissal, {});
  }

  @Take(':id/again', { roles: ['maslikhat-secretary'] })
  async again(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.attempt(
      async () => page.goTo(`/dismissal-desk/${await this.raiseAgain.run(page.person!, id)}`),
      async (faults) => render(page, await this.dismissals.get(id), { faults }),
    );
  }

  /** A secretary sees what is before the own maslikhat, an akim what is about akims below. */
  private async listOf({ roles }: SignedIn): Promise<readonly ListedDismissalRow[]> {
    const unitsOf = (role: string) =>
      roles.filter((held) => held.role === role).map(({ territory }) => territory);
    const below = await Promise.all(
      unitsOf('akim').map(async (unit) => {
        const rows = await this.dismissals.list(unit);
        return rows.filter(({ territory }) => territory !== unit);
      }),
    );
    const before = await this.dismissals.listBefore(unitsOf('maslikhat-secretary'));
    return [...new Map([...before, ...below.flat()].map((row) => [row.id, row])).values()];
  }
}

function render(page: Page, dismissal: DismissalRow, sent: SentForm): string {
  const model = presentDeskDismissal(dismissal, page.person!, page.say);
  return page.render('dismissals/desk-dismissal', { ...model, ...sent });
}
