import type { SessionRow } from '#features/budget/sessions/session-row.js';
import type { SessionState } from '#rules/sessions/session-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS: Readonly<Record<SessionState, string>> = {
  convened: 'blue',
  open: 'green',
  'in-break': 'yellow',
  closed: 'grey',
  cancelled: 'red',
};

/** A session in a list. */
export function sessionLine(session: SessionRow, say: Wording) {
  return {
    path: `/sessions/${session.id}`,
    title: sessionName(session, say),
    when: `${say.date(session.sessionOn)}, ${say.official(session.maslikhatName).text}`,
    tag: sessionTag(session.state, say),
  };
}

/** «Сессия № 17, очередная» */
export function sessionName({ number, kind }: SessionRow, say: Wording): string {
  return say.t('sessions.page.name', { number, kind: say.t(`sessions.kinds.${kind}`) });
}

export function sessionTag(state: SessionState, say: Wording) {
  return { text: say.t(`sessions.states.${state}`), colour: COLOURS[state] };
}
