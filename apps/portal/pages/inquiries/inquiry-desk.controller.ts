import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { inquiryTable } from './inquiries.presenter.js';

/** What waits for an answer from the official's own office, the most urgent first. */
@PageController('inquiry-desk')
export class InquiryDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly inquiries: InquiryReader,
  ) {}

  @Show('', { roles: ['akim', 'officer', 'maslikhat-secretary'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const rows = await this.inquiries.listWaitingFor({
      units: unitsOf(person, ['akim', 'officer']),
      maslikhats: unitsOf(person, ['maslikhat-secretary']),
    });
    return page.render('inquiries/desk', {
      title: page.say.t('inquiries.desk.title'),
      isEmpty: rows.length === 0,
      table: inquiryTable(rows, page.say),
    });
  }
}

function unitsOf(person: SignedIn, roles: readonly string[]): string[] {
  return person.roles.filter(({ role }) => roles.includes(role)).map((held) => held.territory);
}
