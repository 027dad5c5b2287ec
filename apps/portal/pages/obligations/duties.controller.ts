import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ObligationReader } from '#features/budget/obligations/obligation.reader.js';
import { DelegationReader } from '#features/registry/delegations/delegation.reader.js';
import { EndDelegation } from '#features/registry/delegations/end-delegation.js';
import { isDelegable } from '#rules/obligations/obligation-owner.js';
import { KnownId } from '#platform/http/known-id.js';
import type { FormFaults } from '#platform/views/form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentInbox } from './inbox.presenter.js';

const OWNERS = {
  roles: ['officer', 'expert', 'akim', 'secretary', 'maslikhat-secretary', 'deputy'],
};
const MOST_SHOWN = 200;

/** What waits for the holder of a post: with the post it passes to whoever holds it next. */
@PageController('duties')
export class DutiesController {
  constructor(
    private readonly pages: Pages,
    private readonly obligations: ObligationReader,
    private readonly delegations: DelegationReader,
    private readonly endDelegation: EndDelegation,
  ) {}

  @Show('', OWNERS)
  list(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request));
  }

  /** The holder is back. */
  @Take('delegations/:id/end', OWNERS)
  async end(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.attempt(
      async () => {
        await this.endDelegation.run(page.person!, id);
        return page.goTo('/duties');
      },
      (faults) => this.render(page, faults),
    );
  }

  private async render(page: Page, faults?: FormFaults): Promise<string> {
    const person = page.person!;
    const [duties, delegations] = await Promise.all([
      this.obligations.listWaitingFor(person.roles, MOST_SHOWN),
      this.delegations.listOf(person.personId),
    ]);
    const mayDelegate = person.roles.some(({ role }) => isDelegable(role));
    const inbox = { duties, delegations, personId: person.personId, mayDelegate, faults };
    return page.render('obligations/duties', presentInbox(inbox, page.say));
  }
}
