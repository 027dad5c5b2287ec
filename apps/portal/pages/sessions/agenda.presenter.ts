import type {
  DecisionRow,
  SessionMaterialRow,
  SessionQuestion,
  SessionRow,
} from '#features/budget/sessions/session-row.js';
import { materialLateDays, materialsDueOn } from '#rules/sessions/session-materials.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import type { Wording } from '#platform/views/wording.js';
import { decisionName } from '../budgets/decision.presenter.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import type { ShownSession } from './shown-session.js';

/** Questions with what they are about, their papers and what was decided. */
export function presentAgenda(
  { session, materials, decisions }: Omit<ShownSession, 'hall'>,
  say: Wording,
) {
  return session.agenda.map((question, place) => ({
    number: place + 1,
    title: say.official(question.title).text,
    about: aboutOf(question, say),
    papers: materials
      .filter((material) => material.question === place + 1)
      .map((material) => paperLine(material, session, say)),
    decisions: decisions
      .filter((decision) => isOn(decision, question, place + 1))
      .map((decision) => decisionLine(decision, say)),
  }));
}

/** Decisions about budgets that the agenda did not name. */
export function presentOtherDecisions(
  { session, decisions }: Pick<ShownSession, 'session' | 'decisions'>,
  say: Wording,
) {
  return decisions
    .filter(
      (decision) => !session.agenda.some((question, place) => isOn(decision, question, place + 1)),
    )
    .map((decision) => decisionLine(decision, say));
}

function aboutOf({ petition, budget }: SessionQuestion, say: Wording) {
  if (petition) {
    const text = say.t('sessions.page.petition', { number: petition });
    return { text, path: `/petitions/${petition}` };
  }
  return budget ? { text: say.t('sessions.page.budget'), path: `/budgets/${budget}` } : undefined;
}

/** A question without a number of its own is the budget's that the decision names. */
function isOn(decision: DecisionRow, { budget }: SessionQuestion, place: number): boolean {
  if (decision.question !== null) return decision.question === place;
  return Boolean(budget) && decision.budget?.id === budget;
}

/** «Решение № 17/106-VIII: за 12, против 2, воздержались 1» */
export function decisionLine(decision: DecisionRow, say: Wording) {
  const count = (side: string) => decision.votes.filter((vote) => vote.side === side).length;
  const counted = { inFavour: count('for'), against: count('against') };
  return {
    text: decisionName(decision, say),
    path: `/decisions/${decision.id}`,
    votes: say.t('sessions.page.votes', { ...counted, abstained: count('abstained') }),
  };
}

function paperLine(
  { title, handedOn, link, files }: SessionMaterialRow,
  { kind, sessionOn }: SessionRow,
  say: Wording,
) {
  const dueOn = materialsDueOn(sessionOn, sessionRuleOn(kind, sessionOn));
  const days = materialLateDays(handedOn, dueOn);
  const on = say.date(handedOn);
  return {
    title: say.official(title).text,
    link,
    files: files.map((file) => presentEnclosure(file, say)),
    handed: say.t('sessions.page.handedOn', { on }),
    late: days > 0 ? say.t('sessions.page.late', { count: days, due: say.date(dueOn) }) : undefined,
  };
}
