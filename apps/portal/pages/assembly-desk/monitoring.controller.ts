import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { MonitoringReader } from '#features/assemblies/monitoring/monitoring.reader.js';
import { PublishMonitoringReport } from '#features/assemblies/monitoring/publish-monitoring-report.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { keepsMinutesOf, SECRETARIES } from './desk-access.js';
import { type MonitoringSetting, presentMonitoringForm } from './monitoring.presenter.js';
import { refusedField } from './typed-fields.js';

const FIELDS = ['period', 'signedOn', 'signedBy', 'findings', 'recommendations', 'file'];

/** The secretary publishes a half-yearly report of the monitoring commission. */
@PageController('assembly-desk/monitoring/:kato')
export class MonitoringFormController {
  constructor(
    private readonly pages: Pages,
    private readonly territories: TerritoryReader,
    private readonly bodies: BodyReader,
    private readonly monitoring: MonitoringReader,
    private readonly enclosing: EnclosingForms,
    private readonly publishReport: PublishMonitoringReport,
  ) {}

  @Show('', SECRETARIES)
  async show(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    return render(page, await this.settingOf(page, kato), {});
  }

  @TakeWithFile('', SECRETARIES)
  async take(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const setting = await this.settingOf(page, kato);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    const sent = { fields, files };
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(page, setting, sent);
        await this.publishReport.run(page.person!, reportIn(fields, kato, files.ids));
        return page.goTo(`/assemblies/${kato}#monitoring`);
      },
      (faults) => render(page, setting, { ...sent, faults }),
      FIELDS,
    );
  }

  private async settingOf(page: Page, kato: string): Promise<MonitoringSetting> {
    const { today } = page.frame;
    const unit = await this.territories.get(kato);
    if (!keepsMinutesOf(page.person!, { territoryPath: unit.path }))
      throw new DomainError('not-found', 'territory.not_found');
    const body = await this.bodies.findOn(kato, 'assembly', today);
    const reports = body ? await this.monitoring.listOf(body.id) : [];
    return { unit, body, reports, today };
  }
}

function reportIn(fields: FormFields, territory: string, enclosures: readonly string[]) {
  const periodAt = fields.text('period');
  if (!isCivilDate(periodAt)) throw refusedField('form.choose_one', 'period');
  const pair = (name: string) => ({ kk: fields.text(`${name}Kk`), ru: fields.text(`${name}Ru`) });
  return {
    territory,
    periodAt,
    signedOn: dayIn(fields, 'signedOn'),
    signedBy: fields.list('signedBy'),
    findings: pair('findings'),
    recommendations: pair('recommendations'),
    enclosures,
  };
}

function render(page: Page, setting: MonitoringSetting, sent: SentWithFiles): string {
  return page.render('assembly-desk/monitoring', presentMonitoringForm(setting, sent, page.say));
}
