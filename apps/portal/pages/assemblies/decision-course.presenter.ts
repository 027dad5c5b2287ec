import type {
  AkimAnswerActRow,
  CommunityDecisionRow,
  MinutesRow,
} from '#features/assemblies/minutes/minutes-row.js';
import type { Wording } from '#platform/views/wording.js';

/** What the akim, the community, the maslikhat and the superior akim did with a decision. */
export function presentDecisionCourse(
  { decisions }: Pick<MinutesRow, 'decisions'>,
  number: number,
  say: Wording,
) {
  const decision = decisions.find(({ item }) => item === number);
  if (!decision || decision.handedOn === null) return undefined;
  return {
    state: say.t(`akimAnswers.states.${decision.state}`),
    due: dueWords(decision, say),
    steps: decision.acts.map((act) => stepOf(act, say)),
  };
}

function dueWords({ state, answerBy, superiorBy }: CommunityDecisionRow, say: Wording) {
  if (state === 'awaited' && answerBy)
    return say.t('assemblies.course.answerBy', { day: say.date(answerBy) });
  if (state === 'discussed' && superiorBy)
    return say.t('assemblies.course.superiorBy', { day: say.date(superiorBy) });
  return undefined;
}

function stepOf({ act, on, reasons, post }: AkimAnswerActRow, say: Wording) {
  return {
    state: 'done',
    at: say.date(on),
    text: say.t(`assemblies.course.acts.${act}`),
    who: say.official(post).text,
    detail: say.official(reasons).text,
  };
}
