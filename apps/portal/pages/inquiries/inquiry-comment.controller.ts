import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { INQUIRY_VERDICTS } from '#rules/petitions/inquiry-answer.js';
import { CommentOnInquiry } from '#features/petitions/inquiries/comment-on-inquiry.js';
import { actingAsItsDeputy } from '#features/petitions/inquiries/inquiry.policy.js';
import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { languageIn, languageRadios } from './inquiry-form.js';

const DEPUTIES = { roles: ['deputy'] };
const VERDICT = {
  name: 'verdict',
  legend: 'inquiries.form.verdict',
  codes: INQUIRY_VERDICTS,
  texts: 'inquiries.verdicts',
};

/** The deputy who asked says what the answer is worth. */
@PageController('inquiries/:id/comment')
export class InquiryCommentController {
  constructor(
    private readonly pages: Pages,
    private readonly inquiries: InquiryReader,
    private readonly commentOnInquiry: CommentOnInquiry,
  ) {}

  @Show('', DEPUTIES)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    actingAsItsDeputy(page.person!, inquiry);
    return render(page, inquiry, {});
  }

  @Take('', DEPUTIES)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const comment = {
          verdict: fields.text('verdict'),
          language: languageIn(fields),
          body: fields.text('body'),
        };
        await this.commentOnInquiry.run(page.person!, inquiry.id, comment);
        return page.goTo(`/inquiries/${inquiry.number}`);
      },
      (faults) => render(page, inquiry, { fields, faults }),
      ['verdict', 'body'],
    );
  }
}

function render(page: Page, inquiry: InquiryRow, sent: SentForm): string {
  const { say } = page;
  const path = `/inquiries/${inquiry.number}`;
  return page.render('inquiries/comment', {
    title: say.t('inquiries.commentIt'),
    back: path,
    action: `${path}/comment`,
    faults: sent.faults,
    inquiry: inquiry.title,
    body: sent.fields?.text('body') ?? '',
    verdict: choiceRadios(VERDICT, sent, say),
    language: languageRadios(sent, say),
  });
}
