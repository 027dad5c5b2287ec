import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { INQUIRY_SIGNATORIES } from '#rules/petitions/inquiry-answer.js';
import { AnswerInquiry } from '#features/petitions/inquiries/answer-inquiry.js';
import { actingAsAnswerer } from '#features/petitions/inquiries/inquiry.policy.js';
import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { languageIn, languageRadios, linesIn } from './inquiry-form.js';
import { rowsOf } from './inquiry.presenter.js';

const ANSWERERS = { roles: ['akim', 'officer', 'maslikhat-secretary'] };
const FIELDS = ['language', 'body', 'links', 'file', 'signatory', 'signedBy', 'signedPost'];
const SIGNATORY = {
  name: 'signatory',
  legend: 'inquiries.form.signatory',
  codes: INQUIRY_SIGNATORIES,
  texts: 'inquiries.signatories',
};

/** The addressee's official answers an inquiry. */
@PageController('inquiries/:id/answer')
export class InquiryAnswerController {
  constructor(
    private readonly pages: Pages,
    private readonly inquiries: InquiryReader,
    private readonly answerInquiry: AnswerInquiry,
    private readonly enclosing: EnclosingForms,
  ) {}

  @Show('', ANSWERERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    actingAsAnswerer(page.person!, inquiry);
    if (inquiry.answer) return page.goTo(`/inquiries/${inquiry.number}`);
    return render(page, inquiry, {});
  }

  @TakeWithFile('', ANSWERERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const inquiry = await this.inquiries.get(id);
    actingAsAnswerer(page.person!, inquiry);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(page, inquiry, { fields, files });
        const answer = { ...answerIn(fields), enclosures: files.ids };
        await this.answerInquiry.run(page.person!, inquiry.id, answer);
        return page.goTo(`/inquiries/${inquiry.number}`);
      },
      (faults) => render(page, inquiry, { fields, faults, files }),
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

function render(page: Page, inquiry: InquiryRow, sent: SentWithFiles): string {
  const { say } = page;
  const { fields, faults, files } = sent;
  const path = `/inquiries/${inquiry.number}`;
  return page.render('inquiries/answer', {
    title: say.t('inquiries.answerIt'),
    back: path,
    action: `${path}/answer`,
    faults,
    question: { title: inquiry.title, language: inquiry.language, body: inquiry.body },
    rows: rowsOf(inquiry, say),
    values: Object.fromEntries(FIELDS.map((name) => [name, fields?.text(name) ?? ''])),
    signatory: choiceRadios(SIGNATORY, sent, say),
    language: languageRadios(sent, say),
    enclosing: (files ?? EnclosingForm.empty()).present(faults, say),
  });
}
