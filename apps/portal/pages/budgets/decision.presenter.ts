import type { DecisionRow } from '#features/budget/sessions/session-row.js';
import type { DecisionLineRow } from '#features/budget/trail/decision-line.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { decisionLinesTable } from './decision-lines.presenter.js';

/** R34: a decision of the maslikhat with its text, its arithmetic and the votes by name. */
export function presentDecisionPage(
  row: DecisionRow,
  lines: readonly DecisionLineRow[],
  say: Wording,
) {
  const count = (side: string) => row.votes.filter((vote) => vote.side === side).length;
  return {
    title: decisionName(row, say),
    caption: say.official(row.maslikhatName).text,
    about: decisionSubject(row, say),
    rows: [
      [say.t('budgets.decision.day'), say.date(row.decidedOn)],
      [say.t('budgets.decision.session'), row.sessionNumber, `/sessions/${row.sessionId}`],
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
      ...publicationLines(row, say),
    ].map(([key, value, path]) => ({ key, value, path })),
    official: row.publication?.url,
    annexes: row.annexes.map((file) => presentEnclosure(file, say)),
    byChair: row.byChair ? say.t('budgets.decision.byChair') : undefined,
    text: say.official(row.text).text,
    reasons: row.reasons && say.official(row.reasons).text,
    lines: decisionLinesTable(row, lines, say),
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

/** «Решение об утверждении бюджета № 17/104-VIII» */
export function decisionName({ kind, number }: DecisionRow, say: Wording): string {
  const name = say.t(`budgets.decisions.${kind}`);
  return number === null ? name : `${name} № ${number}`;
}

/** What a decision is about, with its page. */
export function decisionSubject(row: DecisionRow, say: Wording) {
  const { budget, questionTitle, sessionId } = row;
  if (budget === null)
    return { text: say.official(questionTitle ?? {}).text, path: `/sessions/${sessionId}` };
  const place = say.official(budget.territoryName).text;
  const text = say.t('budgets.title', { place, year: String(budget.year) });
  return { text, path: `/budgets/${budget.id}` };
}

function publicationLines({ publication, number }: DecisionRow, say: Wording): string[][] {
  if (number === null) return [];
  const key = say.t('sessions.publication.title');
  if (!publication) return [[key, say.t('sessions.publication.none')]];
  const { publishedOn, place } = publication;
  return [[key, [say.date(publishedOn), place].filter((part) => part !== '').join(', ')]];
}
