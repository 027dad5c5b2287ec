import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAsSecretary } from '#features/registry/deputies/deputies.policy.js';
import type { DeputyRow } from '#features/registry/deputies/deputy-row.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { RecordDeputyReport } from '#features/registry/deputies/record-deputy-report.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { dayField, dayIn } from './day-in-form.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };
const TEXTS = ['year', 'placeKk', 'placeRu', 'link'];

/** The secretary enters a deputy's yearly report to the population, with its text. */
@PageController('deputy-register/deputies/:id/report')
export class DeputyReportController {
  constructor(
    private readonly pages: Pages,
    private readonly deputies: DeputyReader,
    private readonly recordReport: RecordDeputyReport,
    private readonly enclosing: EnclosingForms,
  ) {}

  @Show('', SECRETARIES)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const page = this.pages.open(request);
    return render(page, await this.getOwn(page, id), {});
  }

  @TakeWithFile('', SECRETARIES)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const deputy = await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(page, deputy, { fields, files });
        const report = { ...reportIn(fields), enclosures: files.ids };
        await this.recordReport.run(page.person!, deputy.id, report);
        return page.goTo(`/deputies/${deputy.id}#reports`);
      },
      (faults) => render(page, deputy, { fields, faults, files }),
      ['year', 'on', 'place', 'link', 'file'],
    );
  }

  private async getOwn({ person }: Page, id: string): Promise<DeputyRow> {
    const deputy = await this.deputies.get(id);
    actingAsSecretary(person!, deputy.territory);
    return deputy;
  }
}

function reportIn(fields: FormFields) {
  return {
    year: Number.parseInt(fields.text('year'), 10) || 0,
    on: dayIn(fields, 'on'),
    place: { kk: fields.text('placeKk'), ru: fields.text('placeRu') },
    link: fields.text('link') || null,
  };
}

function render(page: Page, deputy: DeputyRow, sent: SentWithFiles): string {
  const { say } = page;
  const { fields, faults, files = EnclosingForm.empty() } = sent;
  return page.render('deputy-register/report', {
    title: say.t('deputyRegister.acts.report'),
    caption: deputy.name,
    back: '/deputy-register',
    action: `/deputy-register/deputies/${deputy.id}/report`,
    faults,
    values: Object.fromEntries(TEXTS.map((name) => [name, fields?.text(name) ?? ''])),
    on: dayField('on', say.t('deputyRegister.on.report'), sent),
    enclosing: files.present(faults, say),
  });
}
