import type { Quorum } from '#rules/assemblies/quorum.js';
import type { DecisionRow, SessionRow } from '#features/budget/sessions/session.reader.js';

export function presentSession({ maslikhat, maslikhatName, broadcastUrl, ...row }: SessionRow) {
  return { ...row, territory: { kato: maslikhat, name: maslikhatName }, broadcast: broadcastUrl };
}

export type SessionView = ReturnType<typeof presentSession>;

export function presentQuorum({ met, required, present, missing, members }: Quorum) {
  return { quorum: { met, required, present, missing, deputies: members } };
}

/** A decision with the arithmetic that it rests on. */
export function presentDecision(row: DecisionRow) {
  const { id, kind, number, decidedOn, text, reasons, votes } = row;
  const count = (side: string) => votes.filter((vote) => vote.side === side).length;
  return {
    id,
    kind,
    number,
    decidedOn,
    text,
    reasons,
    session: { id: row.sessionId, number: row.sessionNumber },
    budget: { id: row.budgetId, year: row.year },
    quorum: { deputies: row.deputies, present: row.present, required: row.quorum },
    majority: { required: row.required, byChair: row.byChair },
    votes: {
      for: count('for'),
      against: count('against'),
      abstained: count('abstained'),
      byName: votes,
    },
  };
}

export type DecisionView = ReturnType<typeof presentDecision>;
