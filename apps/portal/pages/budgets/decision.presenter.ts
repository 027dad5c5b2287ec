import type { DecisionRow } from '#features/budget/sessions/session.reader.js';
import type { Wording } from '#platform/views/wording.js';

/** R34: a decision of the maslikhat with its text, its arithmetic and the votes by name. */
export function presentDecisionPage(row: DecisionRow, say: Wording) {
  const count = (side: string) => row.votes.filter((vote) => vote.side === side).length;
  const name = say.t(`budgets.decisions.${row.kind}`);
  const place = say.official(row.territoryName).text;
  return {
    title: row.number === null ? name : `${name} № ${row.number}`,
    caption: say.official(row.maslikhatName).text,
    about: {
      text: say.t('budgets.title', { place, year: String(row.year) }),
      path: `/budgets/${row.budgetId}`,
    },
    rows: [
      [say.t('budgets.decision.day'), say.date(row.decidedOn)],
      [say.t('budgets.decision.session'), row.sessionNumber],
      [
        say.t('budgets.decision.quorum'),
        say.t('budgets.decision.present', {
          present: row.present,
          deputies: row.deputies,
          quorum: row.quorum,
        }),
      ],
      [
        say.t('budgets.decision.votes'),
        say.t('budgets.decision.count', {
          inFavour: count('for'),
          against: count('against'),
          abstained: count('abstained'),
          required: row.required,
        }),
      ],
    ].map(([key, value]) => ({ key, value })),
    byChair: row.byChair ? say.t('budgets.decision.byChair') : undefined,
    text: say.official(row.text).text,
    reasons: row.reasons && say.official(row.reasons).text,
    votes: {
      caption: say.t('budgets.decision.byName'),
      columns: [
        { text: say.t('budgets.decision.deputy') },
        { text: say.t('budgets.decision.vote') },
      ],
      rows: row.votes.map(({ deputy, name: who, side }) => ({
        cells: [
          { text: who, path: `/deputies/${deputy}` },
          { text: say.t(`budgets.sides.${side}`) },
        ],
      })),
    },
  };
}
