import type { HallSeatRow, SessionRow } from '#features/budget/sessions/session-row.js';
import { votesRequired } from '#rules/assemblies/agenda-decision.js';
import type { Quorum } from '#rules/assemblies/quorum.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { sessionQuorum } from '#rules/sessions/session-vote.js';
import type { Wording } from '#platform/views/wording.js';

/** The quorum of a session as its attendance stands. */
export function quorumOfSession(session: SessionRow, hall: readonly HallSeatRow[]): Quorum {
  const seats = {
    deputies: hall.map(({ id }) => id),
    present: hall.filter(({ isPresent }) => isPresent).map(({ id }) => id),
    chairId: '',
  };
  return sessionQuorum(seats, sessionRuleOn(session.kind, session.sessionOn));
}

/** «Присутствуют 11 из 16; нужно 11: 16 × 2/3, дробь округляется вверх. Кворум есть» */
export function quorumLine(
  session: SessionRow,
  hall: readonly HallSeatRow[],
  say: Wording,
): string {
  const { met, missing, present, members, required, share } = quorumOfSession(session, hall);
  const sum = { present, members, required, share: `${share.num}/${share.den}` };
  const formula = say.t('sessions.page.quorumFormula', sum);
  return `${formula} ${say.t(met ? 'sessions.page.quorumMet' : 'sessions.page.quorumMissing', { missing })}`;
}

/** «Для решения нужно 9 голосов «за»: больше половины всех 16 депутатов» */
export function majorityLine(
  session: SessionRow,
  hall: readonly HallSeatRow[],
  say: Wording,
): string {
  const { decision } = sessionRuleOn(session.kind, session.sessionOn);
  const required = votesRequired(hall.length, decision.majority);
  return say.t('sessions.page.majority', { required, members: hall.length });
}
