import type { DecisionRow } from '#features/budget/sessions/session-row.js';
import type { DecisionLineRow } from '#features/budget/trail/decision-line.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { linePath } from './line-path.js';
import { signedMoney } from './signed-money.js';

/** All lines of an adoption; of a refinement those that it changed, and by how much. */
export function decisionLinesTable(
  { budget, kind }: DecisionRow,
  lines: readonly DecisionLineRow[],
  say: Wording,
) {
  if (budget === null || lines.length === 0) return undefined;
  const isAdoption = kind === 'adoption';
  const changeOf = ({ amountTiyn, wasTiyn }: DecisionLineRow) =>
    isAdoption ? {} : { detail: signedMoney(amountTiyn - wasTiyn, say) };
  return {
    caption: say.t(isAdoption ? 'budgets.lines' : 'budgets.changes'),
    columns: [
      { text: say.t('budgets.columns.line') },
      { text: say.t('budgets.columns.sum'), numeric: true },
    ],
    rows: lines.map((line) => ({
      cells: [
        {
          text: `${line.number}. ${say.official(line.title).text}`,
          path: linePath(budget.id, line.number),
        },
        { text: say.money(line.amountTiyn), ...changeOf(line), numeric: true },
      ],
    })),
  };
}
