import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { HearingProtocol } from '#rules/budgets/budget-hearing.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import { valuesOf } from '../budget-desk/typed-values.js';
import { hearingLine } from '../budgets/hearing.presenter.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { pairIn, wholeIn } from '../works/form-values.js';
import { dossierFrame } from './commission-desk.js';

const TEXTS = ['attended', 'summaryKk', 'summaryRu'];
const FIRST_REMARKS = 3;
const MOST_REMARKS = 60;

export const PROTOCOL_FIELDS = ['attended', 'summary', 'remarks', 'file'];

/** A protocol as typed; remarks left empty are none. */
export function protocolIn(fields: FormFields): HearingProtocol {
  return {
    attended: wholeIn(fields, 'attended'),
    summary: pairIn(fields, 'summary'),
    remarks: rowsOf(fields).flatMap((row) => {
      const [text, answer] = [fields.text(`remark-${row}`), fields.text(`answer-${row}`)];
      const language = fields.text(`language-${row}`) === 'ru' ? 'ru' : 'kk';
      return text === '' && answer === '' ? [] : [{ text, language, answer } as const];
    }),
  };
}

function rowsOf(fields: FormFields | undefined): readonly number[] {
  const sent = Number(fields?.text('rows') ?? '');
  const known = Number.isInteger(sent) && sent > 0 ? sent : FIRST_REMARKS;
  const more = fields?.text('step') === 'more' ? FIRST_REMARKS : 0;
  return Array.from({ length: Math.min(known + more, MOST_REMARKS) }, (_, row) => row);
}

interface ProtocolForm {
  readonly budget: BudgetRow;
  readonly hearing: HearingRow;
  readonly sent: SentWithFiles;
}

export function presentProtocolForm({ budget, hearing, sent }: ProtocolForm, say: Wording) {
  const { fields, faults, files = EnclosingForm.empty() } = sent;
  const rows = rowsOf(fields);
  return {
    ...dossierFrame(budget, say),
    title: say.t('hearings.record'),
    faults,
    hearing: hearingLine(hearing, say),
    action: `/commission-desk/${budget.id}/hearings/${hearing.id}`,
    values: valuesOf(sent, TEXTS),
    enclosing: files.present(faults, say),
    rows: rows.length,
    languages: ['kk', 'ru'].map((value) => ({ value, text: say.t(`hearings.languages.${value}`) })),
    remarks: rows.map((row) => ({
      legend: say.t('hearings.remark', { number: row + 1 }),
      text: `remark-${row}`,
      textValue: fields?.text(`remark-${row}`) ?? '',
      language: `language-${row}`,
      languageValue: fields?.text(`language-${row}`) ?? 'kk',
      answer: `answer-${row}`,
      answerValue: fields?.text(`answer-${row}`) ?? '',
    })),
  };
}
