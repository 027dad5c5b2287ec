import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PublishQuarterlyReport } from '#features/budget/quarterly-reports/publish-quarterly-report.js';
import { QuarterlyReportReader } from '#features/budget/quarterly-reports/quarterly-report.reader.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import { actingAs } from '#features/registry/officers/actor.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { Views } from '#platform/views/views.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentQuarterForm, presentQuarters } from './quarterly-reports.presenter.js';

const REPORTING_ROLES = ['officer'];
const OFFICERS = { roles: REPORTING_ROLES };

/** The akimat's quarterly reports, with the quarters that were not reported on. */
@PageController('rounds/:id/reports')
export class QuarterlyReportPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly reports: QuarterlyReportReader,
    private readonly works: WorksReader,
    private readonly publishReport: PublishQuarterlyReport,
    private readonly views: Views,
  ) {}

  @Show('', 'public')
  async list(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const round = await this.reports.get(id);
      const writes = canWrite(page.person, round.territoryPath);
      return page.render('quarterly-reports/quarters', presentQuarters(round, writes, page.say));
    });
  }

  @Show('new', OFFICERS)
  async show(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Query('quarter') quarter?: string,
  ): Promise<string> {
    return this.render(this.pages.open(request), { id, quarter: String(quarter) }, {});
  }

  @Take('new', OFFICERS)
  async take(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const quarter = fields.text('quarter');
    return page.attempt(
      async () => {
        await this.publishReport.run(page.person!, id, { quarter, text: textIn(fields) });
        return page.goTo(`/rounds/${id}/reports`);
      },
      (faults) => this.render(page, { id, quarter }, { fields, faults }),
      ['textKk', 'textRu'],
    );
  }

  private async render(
    page: Page,
    { id, quarter }: { readonly id: string; readonly quarter: string },
    sent: SentForm,
  ): Promise<string> {
    const round = await this.reports.get(id);
    actingAs(page.person!, REPORTING_ROLES, round.territoryPath);
    const works = await this.works.listOfRound(round.id);
    const inBoth = { kk: this.views.wording('kk'), ru: this.views.wording('ru') };
    const model = presentQuarterForm({ round, works, quarter, inBoth }, sent, page.say);
    return page.render('quarterly-reports/quarter-form', model);
  }
}

function textIn(fields: FormFields) {
  return { kk: fields.text('textKk'), ru: fields.text('textRu') };
}

function canWrite(person: SignedIn | undefined, path: readonly string[]): boolean {
  return (person?.roles ?? []).some(
    ({ role, territory }) => REPORTING_ROLES.includes(role) && path.includes(territory),
  );
}
