import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { canAnswer } from '#features/petitions/inquiries/inquiry.policy.js';
import { INQUIRY_FILTERS, InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { inquiriesFeed } from './inquiries-feed.js';
import { presentInquiries } from './inquiries.presenter.js';
import { type InquiryActs, presentInquiryPage } from './inquiry.presenter.js';

const AT_ONCE = 200;
const IN_FEED = 50;

/** Inquiries of deputies, for everybody: what was asked, until when, what came back. */
@PageController('inquiries')
export class InquiryPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly inquiries: InquiryReader,
  ) {}

  @Show('', 'public')
  async list(
    @Req() request: FastifyRequest,
    @Query('state') asked?: string,
    @Query('territory') place?: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const state = INQUIRY_FILTERS.find((each) => each === asked);
    const territory = /^\d{9}$/.test(String(place)) ? place : undefined;
    return page.shared(async () => {
      const rows = await this.inquiries.listUrgent({ state, territory, limit: AT_ONCE });
      return page.render(
        'inquiries/inquiries',
        presentInquiries({ rows, state, territory }, page.say),
      );
    });
  }

  @Show('feed.atom', 'public')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async feed(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.inquiries.list({ limit: IN_FEED });
    return inquiriesFeed(rows, page.say, page.frame.origin ?? `http://${request.host}`);
  }

  @Show(':id', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const inquiry = await this.inquiries.get(id);
      const may = actsOf(page.person, inquiry);
      return page.render('inquiries/inquiry', presentInquiryPage(inquiry, may, page.say));
    });
  }
}

function actsOf(person: SignedIn | undefined, inquiry: InquiryRow): InquiryActs {
  return {
    answer: inquiry.answer === null && canAnswer(person, inquiry),
    comment: inquiry.answer !== null && person?.personId === inquiry.deputyId,
  };
}
