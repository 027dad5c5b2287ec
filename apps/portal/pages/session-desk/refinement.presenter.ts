import type { BudgetLineRow, BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import { PROJECT_FATES } from '#rules/budgets/residents-lines.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentVotes } from './named-votes.js';
import { NAMED_SOURCES, SOURCE_ROWS } from './refinement-form.js';
import type { SessionForm } from './session-forms.js';

/** Every line with room for its change; a residents' project with its fate beside it. */
export function presentRefinement(form: SessionForm, budget: BudgetRow, sent: SentForm) {
  const { say } = form.page;
  const place = say.official(budget.territoryName).text;
  const value = (name: string) => sent.fields?.text(name) ?? '';
  return {
    title: say.t('sessionDesk.vote.refinement'),
    about: {
      text: say.t('budgets.title', { place, year: String(budget.year) }),
      path: `/budgets/${budget.id}`,
    },
    votes: presentVotes(form, sent, say),
    lines: budget.lines.map((line) => lineFields(line, sent, say)),
    sources: SOURCE_ROWS.map((row) => ({
      row,
      kind: { name: `source-${row}`, value: value(`source-${row}`) },
      called: { name: `sourceName-${row}`, value: value(`sourceName-${row}`) },
      sum: { name: `sourceSum-${row}`, value: value(`sourceSum-${row}`) },
      error: sent.faults?.fields[`sourceSum-${row}`],
    })),
    kinds: [
      { value: '', text: '–' },
      ...NAMED_SOURCES.map((kind) => ({ value: kind, text: say.t(`budgets.sources.${kind}`) })),
    ],
    akimAgrees: value('akimAgrees') === 'yes',
  };
}

function lineFields(
  { number, title, amountTiyn, originKind }: BudgetLineRow,
  { fields, faults }: SentForm,
  say: Wording,
) {
  const value = (name: string) => fields?.text(name) ?? '';
  const isProject = originKind === 'project';
  return {
    number,
    name: `change-${number}`,
    label: `${number}. ${say.official(title).text}`,
    hint: say.t('sessionDesk.vote.lineHolds', { sum: say.money(amountTiyn) }),
    value: value(`change-${number}`),
    error: faults?.fields[`change-${number}`],
    fate: isProject
      ? {
          name: `fate-${number}`,
          value: value(`fate-${number}`),
          choices: [
            { value: '', text: say.t('sessionDesk.vote.untouched') },
            ...PROJECT_FATES.map((each) => ({ value: each, text: say.t(`budgets.fates.${each}`) })),
          ],
          kk: `fateReason-${number}-Kk`,
          ru: `fateReason-${number}-Ru`,
          reasonKk: value(`fateReason-${number}-Kk`),
          reasonRu: value(`fateReason-${number}-Ru`),
        }
      : undefined,
  };
}
