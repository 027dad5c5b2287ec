import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FollowPressureReport } from '#features/proof/pressure-reports/follow-pressure-report.js';
import { ReportPressure } from '#features/proof/pressure-reports/report-pressure.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { PRESSURE_KINDS } from '#rules/integrity/pressure-report.js';
import { Costs } from '#platform/limits/costs.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { caseFacts, caseSteps, stateTag } from './pressure-words.js';

const ROUNDS_AT_ONCE = 50;
const KIND = {
  name: 'kind',
  legend: 'pressure.kind',
  codes: PRESSURE_KINDS,
  texts: 'pressure.kinds',
};

/** Somebody presses voters or buys votes: a report without a name, and what becomes of it. */
@PageController('pressure')
export class PressurePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly reportPressure: ReportPressure,
    private readonly followReport: FollowPressureReport,
  ) {}

  @Show('', 'public')
  async ask(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const { round } = request.query as { round?: unknown };
    const chosen = typeof round === 'string' ? round : undefined;
    return renderForm(page, { rounds: await this.listRounds(), chosen }, {});
  }

  @Take('', 'public')
  @Costs('pressure-report')
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const rounds = await this.listRounds();
    const round = rounds.find(({ id }) => id === fields.text('round'));
    return page.attempt(
      async () => {
        const receipt = await this.reportPressure.run({
          territory: round?.territory ?? '',
          round: round?.id ?? null,
          kind: fields.text('kind'),
          text: fields.text('text'),
          contact: fields.text('contact'),
        });
        // Shown in the answer itself: an address with the code would stay in the browser's history.
        return page.render('pressure/done', {
          title: page.say.t('pressure.done.title'),
          number: receipt.number,
          code: receipt.code,
          due: page.say.t('pressure.done.due', { day: page.say.date(receipt.dueOn) }),
        });
      },
      (faults) => renderForm(page, { rounds, chosen: round?.id }, { fields, faults }),
      ['territory', 'kind', 'text', 'contact'],
    );
  }

  @Show('follow', 'public')
  askFollow(@Req() request: FastifyRequest): string {
    return renderFollow(this.pages.open(request));
  }

  @Take('follow', 'public')
  @Costs('pressure-report')
  async follow(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const [number, code] = [fields.text('case'), fields.text('code')];
    const row = await this.followReport.run(number, code).catch(() => null);
    if (!row) return { html: renderFollow(page, { number, code }), status: 404 };
    return page.render('pressure/case', {
      title: page.say.t('pressure.follow.title'),
      tag: stateTag(row, page.say),
      facts: caseFacts(row, page.say),
      steps: caseSteps(row, page.say),
    });
  }

  private listRounds(): Promise<RoundRow[]> {
    return this.rounds.list({ limit: ROUNDS_AT_ONCE });
  }
}

interface FormSetting {
  readonly rounds: readonly RoundRow[];
  readonly chosen: string | undefined;
}

function renderForm(page: Page, { rounds, chosen }: FormSetting, sent: SentForm): string {
  const { say } = page;
  return page.render('pressure/form', {
    title: say.t('pressure.title'),
    faults: sent.faults,
    round: {
      name: 'round',
      id: 'territory',
      label: say.t('pressure.round'),
      value: chosen ?? '',
      error: sent.faults?.fields['territory'],
      choices: [
        { value: '', text: say.t('pressure.chooseRound') },
        ...rounds.map(({ id, title }) => ({ value: id, text: say.official(title).text })),
      ],
    },
    kind: choiceRadios(KIND, sent, say),
    text: sent.fields?.text('text') ?? '',
    contact: sent.fields?.text('contact') ?? '',
  });
}

/** One answer for a wrong number and a wrong code: it tells nothing about other cases. */
function renderFollow(page: Page, typed?: { number: string; code: string }): string {
  const text = page.say.t('errors.pressure.not_found');
  return page.render('pressure/follow', {
    title: page.say.t('pressure.follow.title'),
    typed,
    faults: typed && { summary: [{ text, href: '#code' }], fields: { code: text } },
  });
}
