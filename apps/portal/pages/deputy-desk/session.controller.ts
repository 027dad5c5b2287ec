import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BringToSession } from '#features/petitions/collections/bring-to-session.js';
import { JoinAsCoDeputy } from '#features/petitions/collections/join-as-co-deputy.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type OpenedCollection, OwnCollection } from './own-collection.js';

const DEPUTIES = { roles: ['deputy'] };

/** D04: a reached petition goes to the session; and a colleague's collection gets another deputy. */
@PageController('deputy-desk')
export class SessionPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly bringToSession: BringToSession,
    private readonly joinAsCoDeputy: JoinAsCoDeputy,
  ) {}

  @Show('collections/:id/session', DEPUTIES)
  show(@OwnCollection() { page, petition }: OpenedCollection): string {
    return render(page, petition, {});
  }

  @Take('collections/:id/session', DEPUTIES)
  async take(@OwnCollection() { page, petition, fields }: OpenedCollection): Promise<PageAnswer> {
    const { id } = petition;
    return page.attempt(
      async () => {
        const proposal = { kk: fields.text('proposalKk'), ru: fields.text('proposalRu') };
        await this.bringToSession.run(page.person!, id, proposal);
        return page.goTo(`/deputy-desk/collections/${id}`);
      },
      (faults) => render(page, petition, { fields, faults }),
      ['proposal'],
    );
  }

  @Take('co-deputies', DEPUTIES)
  async join(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.find(formFieldsOf(request).text('petition'));
    if (!petition) throw new DomainError('not-found', 'petition.not_found');
    await this.joinAsCoDeputy.run(page.person!, petition.id);
    return page.goTo('/deputy-desk');
  }
}

function render(page: Page, petition: PetitionRow, { fields, faults }: SentForm): string {
  const { say } = page;
  const path = `/deputy-desk/collections/${petition.id}`;
  const { kk, ru } = petition.texts.proposals;
  return page.render('deputy-desk/session', {
    title: say.t('petitionDesk.session.title'),
    petition: say.official(petition.title).text,
    back: path,
    action: `${path}/session`,
    faults,
    kk: fields?.text('proposalKk') ?? kk,
    ru: fields?.text('proposalRu') ?? ru,
  });
}
