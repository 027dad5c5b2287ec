import type {
  OwedQuarter,
  ReportedRoundRow,
  ReportFigureRow,
} from '#features/budget/quarterly-reports/quarterly-report-row.js';
import type { ListedWorksRow } from '#features/budget/works/works-row.js';
import { obligationStateOn } from '#rules/obligations/obligation-state.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';

const BADGES = { open: 'amber', met: 'green', late: 'amber', overdue: 'overdue' } as const;

/** Every quarter that is owed, the newest first, with its report or without. */
export function presentQuarters(round: ReportedRoundRow, writes: boolean, say: Wording) {
  const title = say.t('worksDesk.quarterly.title');
  return {
    title,
    round: say.official(round.title).text,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: title },
    ],
    quarters: round.quarters.map((quarter) => presentQuarter(quarter, { round, writes }, say)),
    json: `/api/v1/rounds/${round.id}/reports`,
  };
}

/** The form, with what the records say and a first text made of them. */
export function presentQuarterForm(
  {
    round,
    works,
    quarter,
    inBoth,
  }: {
    readonly round: ReportedRoundRow;
    readonly works: readonly ListedWorksRow[];
    readonly quarter: string;
    /** The official languages of the first text. */
    readonly inBoth: Readonly<Record<'kk' | 'ru', Wording>>;
  },
  { fields, faults }: SentForm,
  say: Wording,
) {
  const owed = round.quarters.find(({ from }) => from === quarter);
  if (!owed) throw new DomainError('not-found', 'quarterly-report.not_owed');
  return {
    title: say.t('worksDesk.quarterly.formTitle'),
    caption: periodText(owed, say),
    back: `/rounds/${round.id}/reports`,
    action: `/rounds/${round.id}/reports/new`,
    faults,
    quarter,
    table: tableOf(works, say),
    textKk: fields ? fields.text('textKk') : draftOf(works, inBoth.kk),
    textRu: fields ? fields.text('textRu') : draftOf(works, inBoth.ru),
  };
}

/** A first text, made of the records. */
function draftOf(works: readonly ListedWorksRow[], say: Wording): string {
  return say.t('worksDesk.quarterly.draft', {
    count: works.length,
    accepted: works.filter(({ state }) => state === 'accepted').length,
    paid: say.money(works.reduce((sum, { paidTiyn }) => sum + paidTiyn, 0n)),
  });
}

function presentQuarter(
  quarter: OwedQuarter,
  { round, writes }: { readonly round: ReportedRoundRow; readonly writes: boolean },
  say: Wording,
) {
  const { from, dueOn, report } = quarter;
  const metOn = report?.publishedOn ?? null;
  const state = obligationStateOn({ dueOn, metOn }, round.today);
  const due = say.t('worksDesk.quarterly.due', { day: say.date(dueOn) });
  return {
    period: periodText(quarter, say),
    badge: { state: BADGES[state], text: `${due}: ${say.t(`obligations.states.${state}`)}` },
    published: metOn && say.t('worksDesk.quarterly.published', { day: say.date(metOn) }),
    text: report && say.official(report.text).text,
    post: report && say.official(report.post).text,
    table: report && report.figures.length > 0 ? tableOf(report.figures, say) : undefined,
    writePath:
      writes && report === null ? `/rounds/${round.id}/reports/new?quarter=${from}` : undefined,
  };
}

function periodText({ from, until }: OwedQuarter, say: Wording): string {
  return say.t('worksDesk.quarterly.quarter', { from: say.date(from), until: say.date(until) });
}

type Figure = ReportFigureRow | ListedWorksRow;

function tableOf(figures: readonly Figure[], say: Wording) {
  const columns = ['project', 'state', 'contract', 'paid', 'finish'];
  return {
    caption: say.t('worksDesk.quarterly.caption'),
    columns: columns.map((name) => ({ text: say.t(`worksDesk.quarterly.columns.${name}`) })),
    rows: figures.map((figure) => ({
      cells: [
        { text: say.official(figure.title).text, path: `/projects/${figure.number}/works` },
        {
          text: say.t(`works.states.${figure.state}`),
          detail: say.t('works.done', { percent: figure.percent }),
        },
        { text: figure.contractTiyn === null ? '–' : say.money(BigInt(figure.contractTiyn)) },
        { text: say.money(BigInt(figure.paidTiyn)) },
        {
          text: figure.finishBy === null ? '–' : say.date(figure.finishBy),
          detail: figure.delayReason === null ? '' : say.t(`works.delays.${figure.delayReason}`),
        },
      ],
    })),
  };
}
