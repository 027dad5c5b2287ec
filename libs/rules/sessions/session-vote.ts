import { type AgendaDecision, decideItem } from '#rules/assemblies/agenda-decision.js';
import { type VoteSide, countVotes } from '#rules/assemblies/agenda-votes.js';
import { type Quorum, quorumOf } from '#rules/assemblies/quorum.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { SessionRule } from './session-rule.js';

/** Those who decide: every deputy with a mandate, those of them who are there, and the chair. */
export interface SessionHall {
  readonly deputies: readonly string[];
  readonly present: readonly string[];
  readonly chairId: string;
}

/** Votes by name, as the session's minutes show them. */
export type NamedVotes = readonly { readonly deputyId: string; readonly side: VoteSide }[];

/**
 * May the session decide? Two thirds of all deputies are there, rounded up to whole people.
 *
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example sessionQuorum({ deputies: sixteen, present: ten, … }, rule) // → { met: false, required: 11, … }
 */
export function sessionQuorum({ deputies, present }: SessionHall, rule: SessionRule): Quorum {
  const there = new Set(present.filter((id) => deputies.includes(id))).size;
  return quorumOf({ members: deputies.length, present: there }, rule.quorum);
}

/**
 * The decision of a session: more than half of **all** deputies, whoever is absent or abstains among
 * them. The chair breaks a tie only where all deputies are evenly divided, for a further vote cannot
 * make up the majority of all.
 *
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example of 16 deputies 8 for and 3 against: rejected, 9 are required
 */
export function decideBySession(
  votes: NamedVotes,
  { deputies, chairId }: SessionHall,
  rule: SessionRule,
): AgendaDecision {
  const named = votes.map(({ deputyId, side }) => ({ memberId: deputyId, side }));
  const counted = countVotes({ kind: 'by-name', votes: named, chairId });
  return decideItem(counted, deputies.length, rule.decision);
}

/** All faults of votes: nobody twice, nobody who is absent or no deputy, a chair among them. */
export function assessSessionVotes(votes: NamedVotes, hall: SessionHall): readonly Fault[] {
  const voters = votes.map(({ deputyId }) => deputyId);
  const strangers = voters.filter((id) => !hall.deputies.includes(id));
  const absent = voters.filter((id) => hall.deputies.includes(id) && !hall.present.includes(id));
  const field = 'votes';
  const faults: Fault[] = [];
  if (new Set(voters).size < voters.length)
    faults.push({ code: 'maslikhat-session.voted_twice', field });
  if (strangers.length > 0)
    faults.push({ code: 'maslikhat-session.not_a_deputy', field, details: { strangers } });
  if (absent.length > 0)
    faults.push({ code: 'maslikhat-session.voted_absent', field, details: { absent } });
  if (!hall.present.includes(hall.chairId))
    faults.push({ code: 'maslikhat-session.no_chair', field: 'chair' });
  return faults;
}

/** The fault of deciding without a quorum. */
export function assessSessionQuorum(hall: SessionHall, rule: SessionRule): readonly Fault[] {
  const { met, required, present, missing } = sessionQuorum(hall, rule);
  if (met) return [];
  return [{ code: 'maslikhat-session.no_quorum', details: { required, present, missing } }];
}
