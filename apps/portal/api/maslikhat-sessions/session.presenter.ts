import type { Quorum } from '#rules/assemblies/quorum.js';
import type {
  DecisionRow,
  SessionMaterialRow,
  SessionRow,
} from '#features/budget/sessions/session-row.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

export function presentSession(session: SessionRow) {
  const { maslikhat, maslikhatName, broadcastUrl, request: _request, ...row } = session;
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
    budget: row.budget && { id: row.budget.id, year: row.budget.year },
    question: row.question,
    quorum: { deputies: row.deputies, present: row.present, required: row.quorum },
    majority: { required: row.required, byChair: row.byChair },
    votes: {
      for: count('for'),
      against: count('against'),
      abstained: count('abstained'),
      byName: votes,
    },
    annexes: row.annexes.map(presentEnclosure),
    publication: row.publication,
  };
}

export type DecisionView = ReturnType<typeof presentDecision>;

/** A paper that the deputies were given, with its files. */
export function presentMaterial({ files, ...material }: SessionMaterialRow) {
  return { ...material, files: files.map(presentEnclosure) };
}
