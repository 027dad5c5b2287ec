import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CancelHandover } from '#features/budget/handovers/cancel-handover.js';
import type { HandoverRow } from '#features/budget/handovers/handover-row.js';
import { HandoverReader } from '#features/budget/handovers/handover.reader.js';
import { SignHandover } from '#features/budget/handovers/sign-handover.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { appointersOf } from '#rules/registry/desk-handover.js';
import { KnownId } from '#platform/http/known-id.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { FormFaults } from '#platform/views/form.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentHandover, presentHandovers } from './handovers.presenter.js';

const MOST = 100;

/** Desks that passed on, for everybody; an act with its list, for those it concerns. */
@PageController('handovers')
export class HandoverPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly handovers: HandoverReader,
    private readonly signHandover: SignHandover,
    private readonly cancelHandover: CancelHandover,
  ) {}

  @Show('', 'public')
  async list(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const waiting = page.person ? await this.handovers.listWaitingFor(page.person.personId) : [];
    return page.shared(async () => {
      const rows = await this.handovers.listHandedOver(MOST);
      return page.render('handovers/handovers', presentHandovers(rows, waiting, page.say));
    });
  }

  @Show(':id', 'signed-in')
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id);
  }

  @Take(':id/signature', 'signed-in')
  @FreshProof()
  sign(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const digest = formFieldsOf(request).text('digest');
    return this.act(request, id, (person) => this.signHandover.run(person, id, digest));
  }

  @Take(':id/cancellation', 'signed-in')
  cancel(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (person) => this.cancelHandover.run(person, id));
  }

  private async act(
    request: FastifyRequest,
    id: string,
    run: (person: SignedIn) => Promise<void>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.attempt(
      async () => {
        await run(page.person!);
        return page.goTo(`/handovers/${id}`);
      },
      (faults) => this.render(page, id, faults),
    );
  }

  private async render(page: Page, id: string, faults?: FormFaults): Promise<string> {
    const person = page.person!;
    const handover = await this.handovers.get(id);
    const isAppointer = mayAppoint(person, handover);
    assertConcerned(person, handover, isAppointer);
    const shown = { handover, personId: person.personId, isAppointer, faults };
    return page.render('handovers/act', presentHandover(shown, page.say));
  }
}

function mayAppoint({ roles }: SignedIn, { role, territoryPath }: HandoverRow): boolean {
  const appointers: readonly string[] = appointersOf(role);
  return roles.some(
    (held) => appointers.includes(held.role) && territoryPath.includes(held.territory),
  );
}

/** @throws DomainError not-found `handover.not_found` for everybody else */
function assertConcerned(
  { personId, roles }: SignedIn,
  { outgoingId, incomingId, territoryPath }: HandoverRow,
  isAppointer: boolean,
): void {
  const isAuditor = roles.some(
    (held) => held.role === 'auditor' && territoryPath.includes(held.territory),
  );
  if (isAppointer || isAuditor || [outgoingId, incomingId].includes(personId)) return;
  throw new DomainError('not-found', 'handover.not_found');
}
