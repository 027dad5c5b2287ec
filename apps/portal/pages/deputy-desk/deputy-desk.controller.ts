import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
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
  ) {}

  @Show('', { roles: ['deputy'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const mandates = await this.deputies.listHeldBy(page.person!.personId);
    const lists = await Promise.all(
      mandates.map(({ id: deputy }) =>
        this.inquiries.listUrgent({ deputy, limit: MOST_INQUIRIES }),
      ),
    );
    return page.render(
      'deputy-desk/desk',
      presentDesk({ mandates, inquiries: lists.flat() }, page.say),
    );
  }
}
