import { mayActOnDecision } from '#features/assemblies/akim-answers/answer.policy.js';
import type { AwaitingDecisionRow } from '#features/assemblies/akim-answers/decision.reader.js';
import type { CommunityDecisionRow, MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import { possibleAkimAnswerActs } from '#rules/assemblies/akim-answer-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentDecisionCourse } from '../assemblies/decision-course.presenter.js';
import { meetingName } from '../assemblies/meeting-line.presenter.js';
import { AKIM_ANSWER_ACTS } from './decision-acts.js';

export interface WaitingDecisions {
  readonly rows: readonly AwaitingDecisionRow[];
  readonly today: CivilDate;
}

/** Decisions with whose turn it is and by when, the earliest deadline first. */
export function presentWaiting({ rows, today }: WaitingDecisions, say: Wording) {
  return {
    title: say.t('decisionDesk.title'),
    lines: rows.map((row) => ({
      path: `/decision-desk/${row.minutesId}#item-${row.item}`,
      title: `${row.item}. ${say.official(row.title).text}`,
      minutes: `${say.t('assemblies.paper.title', { number: row.minutesNumber })}, ${say.date(row.heldOn)}`,
      state: say.t(`akimAnswers.states.${row.state}`),
      due: row.dueOn === null ? undefined : dueBadge(row.dueOn, row.isOverdue, today, say),
    })),
  };
}

function dueBadge(due: CivilDate, isOverdue: boolean, today: CivilDate, say: Wording) {
  const text = `${say.date(due)} · ${say.daysLeft(due, today)}`;
  return { state: isOverdue ? 'overdue' : 'green', text };
}

export interface DecisionsOnDesk {
  readonly minutes: MinutesRow;
  readonly person: SignedIn;
  readonly sent: SentForm;
}

/** Every adopted decision of minutes: what was done, and what this person may do now. */
export function presentDecisions({ minutes, person, sent }: DecisionsOnDesk, say: Wording) {
  const { id, number, territoryPath, decisions } = minutes;
  const mayAnswer = mayActOnDecision(person, 'object', territoryPath);
  const awaited = decisions.filter(({ state, handedOn }) => state === 'awaited' && handedOn);
  return {
    title: say.t('assemblies.paper.title', { number }),
    caption: `${meetingName(minutes, say)}, ${say.date(minutes.heldOn)}`,
    read: `/minutes/${id}`,
    faults: sent.faults,
    answer: mayAnswer && awaited.length > 0 ? answerForm(minutes, awaited, sent, say) : undefined,
    decisions: decisions.map((decision) => decisionPart(decision, { minutes, person, say })),
  };
}

function answerForm(
  { id, titles }: MinutesRow,
  awaited: readonly CommunityDecisionRow[],
  { fields }: SentForm,
  say: Wording,
) {
  const value = (name: string) => fields?.text(name) ?? '';
  return {
    action: `/decision-desk/${id}/answer`,
    items: awaited.map(({ item }) => ({
      name: `answer${item}`,
      legend: `${item}. ${say.official(titles[item - 1] ?? {}).text}`,
      value: value(`answer${item}`),
      choices: (['agreed', 'objection'] as const).map((kind) => ({
        value: kind,
        text: say.t(`decisionDesk.answers.${kind}`),
      })),
      kk: { name: `reasons${item}Kk`, value: value(`reasons${item}Kk`) },
      ru: { name: `reasons${item}Ru`, value: value(`reasons${item}Ru`) },
    })),
  };
}

interface DeskView {
  readonly minutes: MinutesRow;
  readonly person: SignedIn;
  readonly say: Wording;
}

function decisionPart(decision: CommunityDecisionRow, { minutes, person, say }: DeskView) {
  const { item, state } = decision;
  const possible = possibleAkimAnswerActs(state);
  const acts = AKIM_ANSWER_ACTS.filter(
    (act) =>
      state !== 'awaited' &&
      possible.includes(act) &&
      mayActOnDecision(person, act, minutes.territoryPath),
  );
  const decided = minutes.document?.items[item - 1]?.decision;
  return {
    item,
    title: `${item}. ${say.official(minutes.titles[item - 1] ?? {}).text}`,
    decided: decided ? say.official(decided).text : '',
    course: presentDecisionCourse(minutes, item, say),
    action: acts.length > 0 ? `/decision-desk/${minutes.id}/items/${item}` : undefined,
    acts: acts.map((act) => ({ act, text: say.t(`decisionDesk.acts.${act}`) })),
  };
}
