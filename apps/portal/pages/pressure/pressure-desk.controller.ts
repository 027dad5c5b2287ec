import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActOnPressureReport } from '#features/proof/pressure-reports/act-on-pressure-report.js';
import {
  OpenPressureReport,
  type OpenedPressureReport,
} from '#features/proof/pressure-reports/open-pressure-report.js';
import { territoriesOfReader } from '#features/proof/pressure-reports/pressure-report.policy.js';
import { PressureReportReader } from '#features/proof/pressure-reports/pressure-report.reader.js';
import type { PressureReportRow } from '#features/proof/pressure-reports/pressure-report-row.js';
import { possiblePressureActs } from '#rules/integrity/pressure-report.js';
import { KnownId } from '#platform/http/known-id.js';
import type { Wording } from '#platform/views/wording.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { caseFacts, caseSteps, stateTag } from './pressure-words.js';

const AUDITORS = { roles: ['auditor'] };
const AT_ONCE = 200;

/** The auditor's cases: the akimat may be who presses, and does not read them. */
@PageController('pressure-desk')
export class PressureDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly reports: PressureReportReader,
    private readonly openReport: OpenPressureReport,
    private readonly actOnReport: ActOnPressureReport,
  ) {}

  @Show('', AUDITORS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.reports.list(territoriesOfReader(page.person!), AT_ONCE);
    return page.render('pressure/desk', {
      title: page.say.t('pressure.desk.title'),
      isEmpty: rows.length === 0,
      table: caseTable(rows, page.say),
    });
  }

  @Show(':id', AUDITORS)
  async show(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<string> {
    const page = this.pages.open(request);
    return renderCase(page, await this.read(page, id), {});
  }

  @Take(':id', AUDITORS)
  async act(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const act = { kind: fields.text('kind'), words: fields.text('words') };
        await this.actOnReport.run(page.person!, id, act);
        return page.goTo(`/pressure-desk/${id}`);
      },
      async (faults) => renderCase(page, await this.read(page, id), { fields, faults }),
      ['kind', 'words'],
    );
  }

  private async read(page: Page, id: string): Promise<OpenedCase> {
    const row = await this.reports.get(id, territoriesOfReader(page.person!));
    return { row, opened: await this.openReport.run(page.person!, id) };
  }
}

interface OpenedCase {
  readonly row: PressureReportRow;
  readonly opened: OpenedPressureReport;
}

function renderCase(page: Page, { row, opened }: OpenedCase, sent: SentForm): string {
  const { say } = page;
  const acts = possiblePressureActs(row.state);
  const choice = { name: 'kind', legend: 'pressure.desk.act', texts: 'pressure.acts', codes: acts };
  return page.render('pressure/opened', {
    title: say.t('pressure.desk.one', { number: row.number }),
    faults: sent.faults,
    action: `/pressure-desk/${row.id}`,
    tag: stateTag(row, say),
    facts: [
      ...caseFacts(row, say),
      { key: say.t('pressure.contact'), value: opened.contact || say.t('pressure.noContact') },
    ],
    text: opened.text,
    steps: caseSteps(row, say),
    isOpen: acts.length > 0,
    kind: choiceRadios(choice, sent, say),
    words: sent.fields?.text('words') ?? '',
  });
}

function caseTable(rows: readonly PressureReportRow[], say: Wording) {
  const columns = ['case', 'kind', 'place', 'state', 'dueOn'];
  return {
    caption: say.t('pressure.desk.caption'),
    columns: columns.map((column) => ({ text: say.t(`pressure.${column}`) })),
    rows: rows.map((row) => ({
      cells: [
        { text: row.number, path: `/pressure-desk/${row.id}` },
        { text: say.t(`pressure.kinds.${row.kind}`) },
        { text: say.official(row.territoryName).text },
        { tag: stateTag(row, say) },
        { text: say.date(row.dueOn) },
      ],
    })),
  };
}
