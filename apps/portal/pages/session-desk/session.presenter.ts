import type { SessionQuestion } from '#features/budget/sessions/session-row.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { possibleSessionActs } from '#rules/sessions/session-lifecycle.js';
import { materialsDueOn } from '#rules/sessions/session-materials.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentAgenda } from '../sessions/agenda.presenter.js';
import { quorumLine, quorumOfSession } from '../sessions/session-quorum.js';
import { sessionName, sessionTag } from '../sessions/session-line.presenter.js';
import { sessionFacts } from '../sessions/sessions.presenter.js';
import type { ShownSession } from '../sessions/shown-session.js';

export interface SessionOnDesk extends ShownSession {
  readonly today: CivilDate;
}

/** What can be done with a session now, question by question. */
export function presentSessionDesk(
  onDesk: SessionOnDesk,
  { fields, faults }: SentForm,
  say: Wording,
) {
  const { session, hall, today } = onDesk;
  const path = `/session-desk/sessions/${session.id}`;
  const acts = possibleSessionActs(session.state);
  const isUnderWay = session.state === 'open' || session.state === 'in-break';
  const dueOn = materialsDueOn(session.sessionOn, sessionRuleOn(session.kind, session.sessionOn));
  return {
    title: sessionName(session, say),
    caption: say.official(session.maslikhatName).text,
    tag: sessionTag(session.state, say),
    path,
    faults,
    rows: sessionFacts(session, say),
    publicPage: `/sessions/${session.id}`,
    materialsDue: say.t('sessionDesk.materials.due', {
      due: say.date(dueOn),
      left: say.daysLeft(dueOn, today),
    }),
    takesMaterials: acts.length > 0,
    takesAttendance: session.sessionOn <= today && (isUnderWay || session.state === 'convened'),
    waitsFor:
      session.state === 'convened' && session.sessionOn > today
        ? say.t('sessionDesk.notToday', { day: say.date(session.sessionOn) })
        : undefined,
    quorum: isUnderWay ? quorumLine(session, hall, say) : undefined,
    isMet: quorumOfSession(session, hall).met,
    mayCancel: acts.includes('cancel'),
    mayClose: acts.includes('close'),
    mayPause: acts.includes('pause'),
    mayResume: acts.includes('resume'),
    broadcastUrl: fields?.text('broadcastUrl') ?? session.broadcastUrl ?? '',
    broadcastError: faults?.fields['broadcastUrl'],
    agenda: agendaOf(onDesk, path, say),
  };
}

function agendaOf(onDesk: SessionOnDesk, path: string, say: Wording) {
  const { session, decisions } = onDesk;
  const unpublished = decisions.filter(({ number, publication }) => number && !publication);
  return presentAgenda(onDesk, say).map((line) => {
    const question = session.agenda[line.number - 1]!;
    const isDecided = line.decisions.length > 0;
    const own = unpublished.filter(({ id }) =>
      line.decisions.some((decision) => decision.path === `/decisions/${id}`),
    );
    return {
      ...line,
      acts: [
        ...(session.state === 'open' ? votesOn(question, { path, line, isDecided }, say) : []),
        ...own.map(({ id, number }) => ({
          text: say.t('sessionDesk.publication.note', { number: number! }),
          path: `/session-desk/decisions/${id}/publication`,
        })),
      ],
    };
  });
}

/** A budget is approved or returned, an adopted one refined; any other question is voted on once. */
function votesOn(
  { budget }: SessionQuestion,
  at: { readonly path: string; readonly line: { number: number }; readonly isDecided: boolean },
  say: Wording,
) {
  if (!budget) {
    if (at.isDecided) return [];
    const text = say.t('sessionDesk.vote.question');
    return [{ text, path: `${at.path}/questions/${at.line.number}` }];
  }
  return (['adoption', 'refinement'] as const).map((act) => ({
    text: say.t(`sessionDesk.vote.${act}`),
    path: `${at.path}/budgets/${budget}/${act}`,
  }));
}
