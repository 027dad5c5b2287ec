import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { BudgetRefinement } from '#features/budget/sessions/refine-budget.js';
import { MONEY_SOURCES, type MoneySource } from '#rules/budgets/budget-amendment.js';
import { PROJECT_FATES } from '#rules/budgets/residents-lines.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { parseTenge, type Tiyn } from '#rules/kernel/money.js';
import type { FormFields } from '../_frame/form-fields.js';
import { textsIn } from '../assembly-desk/typed-fields.js';

/** Sources that a form has room for. */
export const SOURCE_ROWS = [1, 2, 3] as const;

export const NAMED_SOURCES = MONEY_SOURCES.filter((kind) => kind !== 'cut');

type Refined = Pick<BudgetRefinement, 'amendment' | 'fates'>;

/** Changes of lines, named sources, and what becomes of residents' projects, as the form sends them. */
export function refinementIn(fields: FormFields, { lines }: BudgetRow): Refined {
  return {
    amendment: {
      changes: lines.flatMap(({ number }) => {
        const changeTiyn = changeIn(fields, `change-${number}`);
        return changeTiyn === 0n ? [] : [{ line: number, changeTiyn }];
      }),
      sources: SOURCE_ROWS.flatMap((row) => sourceIn(fields, row)),
      justification: textsIn(fields, 'justification'),
      calculation: fields.text('calculation'),
      revenueFallTiyn: changeIn(fields, 'revenueFall'),
      akimAgrees: fields.text('akimAgrees') === 'yes' ? true : null,
    },
    fates: lines.flatMap(({ number, originKind, originId }) => {
      const fate = PROJECT_FATES.find((each) => each === fields.text(`fate-${number}`));
      if (originKind !== 'project' || originId === null || !fate) return [];
      return [{ projectId: originId, fate, reason: textsIn(fields, `fateReason-${number}-`) }];
    }),
  };
}

function sourceIn(fields: FormFields, row: number): readonly MoneySource[] {
  const kind = NAMED_SOURCES.find((each) => each === fields.text(`source-${row}`));
  if (!kind) return [];
  const amountTiyn = changeIn(fields, `sourceSum-${row}`);
  return [{ kind, name: fields.text(`sourceName-${row}`), amountTiyn }];
}

/** A sum with its sign; an empty field changes nothing. */
function changeIn(fields: FormFields, name: string): Tiyn {
  const typed = fields
    .text(name)
    .replaceAll(/[\s\u00a0+]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  if (typed === '') return 0n;
  const sum = parseTenge(typed.replace(/^-/, ''));
  if (sum !== null) return typed.startsWith('-') ? -sum : sum;
  const faults = [{ code: 'form.not_a_sum', field: name }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}
