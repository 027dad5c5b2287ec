import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DrawHandover } from '#features/budget/handovers/draw-handover.js';
import { asAppointer } from '#features/budget/handovers/handover.policy.js';
import { HandoverReader } from '#features/budget/handovers/handover.reader.js';
import { appointersOf } from '#rules/registry/desk-handover.js';
import { KnownId } from '#platform/http/known-id.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentDesks, presentDrawing } from './handover-desk.presenter.js';

const APPOINTERS = { roles: ['akim', 'administrator'] };

/** Whoever appoints hands a desk from the official who leaves to the one who comes. */
@PageController('handover-desk')
export class HandoverDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly handovers: HandoverReader,
    private readonly drawHandover: DrawHandover,
  ) {}

  @Show('', APPOINTERS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const [desks, waiting] = await Promise.all([
      this.handovers.listDesks(unitsOf(person)),
      this.handovers.listWaitingFor(person.personId),
    ]);
    const own = desks.filter(({ role, territoryPath }) =>
      person.roles.some(
        (held) =>
          (appointersOf(role) as readonly string[]).includes(held.role) &&
          territoryPath.includes(held.territory),
      ),
    );
    return page.render('handovers/desks', presentDesks(own, waiting, page.say));
  }

  @Show(':holding', APPOINTERS)
  show(@Param('holding', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take(':holding', APPOINTERS)
  async draw(
    @Param('holding', KnownId) holdingId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const drawing = { holdingId, iin: fields.text('iin'), ground: fields.text('ground') };
        return page.goTo(`/handovers/${await this.drawHandover.run(page.person!, drawing)}`);
      },
      (faults) => this.render(page, holdingId, { fields, faults }),
      ['iin', 'ground'],
    );
  }

  private async render(page: Page, holdingId: string, sent: SentForm): Promise<string> {
    const desk = await this.handovers.getDesk(holdingId);
    asAppointer(page.person!, desk);
    const open = await this.handovers.listOpen(desk);
    return page.render('handovers/draw', presentDrawing({ desk, open }, sent, page.say));
  }
}

function unitsOf({ roles }: SignedIn): readonly string[] {
  return roles.filter(({ role }) => APPOINTERS.roles.includes(role)).map((held) => held.territory);
}
