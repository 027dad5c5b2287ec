import type { HallSeatRow, SessionRow } from '#features/budget/sessions/session-row.js';
import { isFinalSessionState } from '#rules/sessions/session-lifecycle.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import type { Wording } from '#platform/views/wording.js';
import { presentAgenda, presentOtherDecisions } from './agenda.presenter.js';
import { quorumLine, quorumOfSession } from './session-quorum.js';
import type { ShownSession } from './shown-session.js';
import { sessionLine, sessionName, sessionTag } from './session-line.presenter.js';

/** Sessions to come and under way, the nearest first; then those that are over. */
export function presentSessions(rows: readonly SessionRow[], say: Wording) {
  const line = (row: SessionRow) => sessionLine(row, say);
  return {
    title: say.t('sessions.page.title'),
    any: rows.length > 0,
    ahead: rows
      .filter(({ state }) => !isFinalSessionState(state))
      .toReversed()
      .map(line),
    past: rows.filter(({ state }) => isFinalSessionState(state)).map(line),
    json: '/api/v1/maslikhat-sessions',
  };
}

export function presentSessionPage(shown: ShownSession, say: Wording) {
  const { session, hall } = shown;
  const hasBegun = hall.some(({ isPresent }) => isPresent);
  return {
    title: sessionName(session, say),
    caption: say.official(session.maslikhatName).text,
    tag: sessionTag(session.state, say),
    rows: sessionFacts(session, say),
    broadcast: session.broadcastUrl,
    quorum: hasBegun ? quorumLine(session, hall, say) : undefined,
    isMet: quorumOfSession(session, hall).met,
    agenda: presentAgenda(shown, say),
    other: presentOtherDecisions(shown, say),
    hall: hasBegun ? hallTable(hall, say) : undefined,
    json: `/api/v1/maslikhat-sessions/${session.id}`,
  };
}

/** Day, place, notice, and who asked for an extraordinary session. */
export function sessionFacts(session: SessionRow, say: Wording) {
  const { request, kind, sessionOn } = session;
  const { noticeDays } = sessionRuleOn(kind, sessionOn);
  const rows = [
    ['day', say.date(sessionOn)],
    ['place', say.official(session.place).text],
    ['notice', say.t('sessions.page.noticeOn', { on: say.date(session.noticeOn), noticeDays })],
    ...(request ? [['request', requestLine(request, say)]] : []),
  ];
  return rows.map(([key, value]) => ({ key: say.t(`sessions.page.${key}`), value }));
}

function requestLine(request: NonNullable<SessionRow['request']>, say: Wording): string {
  const on = say.date(request.on);
  if (request.by.kind === 'akim') return say.t('sessions.page.byAkim', { on });
  return say.t('sessions.page.byDeputies', { on, count: request.by.deputyIds.length });
}

function hallTable(hall: readonly HallSeatRow[], say: Wording) {
  return {
    caption: say.t('sessions.page.hall'),
    columns: ['deputy', 'attendance'].map((name) => ({ text: say.t(`sessions.page.${name}`) })),
    rows: hall.map(({ id, name, isPresent, isChair }) => ({
      cells: [
        { text: name, path: `/deputies/${id}` },
        { text: say.t(`sessions.page.${isPresent ? 'present' : 'absent'}`) },
      ].map((cell, place) =>
        place === 0 && isChair ? { ...cell, detail: say.t('sessions.page.chair') } : cell,
      ),
    })),
  };
}
