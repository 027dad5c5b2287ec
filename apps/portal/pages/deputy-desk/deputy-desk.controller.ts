import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentDesk } from './deputy-desk.presenter.js';

const MOST_INQUIRIES = 200;

/** D01 and D05: what a deputy has under way, what waits longest first. */
@PageController('deputy-desk')
export class DeputyDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly deputies: DeputyReader,
    private readonly inquiries: InquiryReader,
    private readonly petitions: PetitionReader,
    private readonly collections: CollectionReader,
  ) {}

  @Show('', { roles: ['deputy'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const { personId } = page.person!;
    const mandates = await this.deputies.listHeldBy(personId);
    const territories = mandates.map(({ territory }) => territory);
    const [petitions, colleagues, ...inquiries] = await Promise.all([
      this.petitions.listOwn(personId),
      this.collections.listColleagues(personId, territories),
      ...mandates.map(({ id: deputy }) =>
        this.inquiries.listUrgent({ deputy, limit: MOST_INQUIRIES }),
      ),
    ]);
    const model = { mandates, petitions, colleagues, inquiries: inquiries.flat() };
    return page.render('deputy-desk/desk', presentDesk(model, page.say));
  }
}
