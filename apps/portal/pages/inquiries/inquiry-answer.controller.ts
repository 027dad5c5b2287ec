import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { INQUIRY_SIGNATORIES } from '#rules/petitions/inquiry-answer.js';
import { AnswerInquiry } from '#features/petitions/inquiries/answer-inquiry.js';
import { actingAsAnswerer } from '#features/petitions/inquiries/inquiry.policy.js';
import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { languageIn, languageRadios, linesIn } from './inquiry-form.js';
import { rowsOf } from './inquiry.presenter.js';

const ANSWERERS = { roles: ['akim', 'officer', 'maslikhat-secretary'] };
const FIELDS = ['signatory', 'signedBy', 'signedPost', 'language', 'body', 'links'];

/** The addressee's official answers an inquiry. */
@PageController('inquiries/:id/answer')
export class InquiryAnswerController {
  constructor(
    private readonly pages: Pages,
    private readonly inquiries: InquiryReader,
    private readonly answerInquiry: AnswerInquiry,
  ) {}

  @Show('', ANSWERERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    actingAsAnswerer(page.person!, inquiry);
    if (inquiry.answer) return page.goTo(`/inquiries/${inquiry.number}`);
    return render(page, inquiry, {});
  }

  @Take('', ANSWERERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.answerInquiry.run(page.person!, inquiry.id, answerIn(fields));
        return page.goTo(`/inquiries/${inquiry.number}`);
      },
      (faults) => render(page, inquiry, { fields, faults }),
      FIELDS,
    );
  }
}

function answerIn(fields: FormFields) {
  return {
    signatory: fields.text('signatory'),
    signedBy: fields.text('signedBy'),
    signedPost: fields.text('signedPost'),
    language: languageIn(fields),
    body: fields.text('body'),
    links: linesIn(fields.text('links')),
  };
}

function render(page: Page, inquiry: InquiryRow, { fields, faults }: SentForm): string {
  const { say } = page;
  const path = `/inquiries/${inquiry.number}`;
  return page.render('inquiries/answer', {
    title: say.t('inquiries.answerIt'),
    back: path,
    action: `${path}/answer`,
    faults,
    question: { title: inquiry.title, language: inquiry.language, body: inquiry.body },
    rows: rowsOf(inquiry, say),
    values: Object.fromEntries(FIELDS.map((name) => [name, fields?.text(name) ?? ''])),
    signatory: {
      name: 'signatory',
      legend: say.t('inquiries.form.signatory'),
      value: fields?.text('signatory'),
      error: faults?.fields['signatory'],
      choices: INQUIRY_SIGNATORIES.map((value) => ({
        value,
        text: say.t(`inquiries.signatories.${value}`),
      })),
    },
    language: languageRadios(fields, say),
  });
}
