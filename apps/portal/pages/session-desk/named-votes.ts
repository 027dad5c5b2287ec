import type { HallSeatRow, SessionRow } from '#features/budget/sessions/session-row.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { majorityLine, quorumLine, quorumOfSession } from '../sessions/session-quorum.js';

const SIDES = ['for', 'against', 'abstained'] as const;

/** Fields of a form on which the session votes by name, with the adopted text: faults stand beside them. */
export const VOTE_FIELDS = ['votes', 'chair', 'number', 'textKk', 'textRu', 'text'] as const;

/** How each deputy voted, by the form; whoever has no side did not vote. */
export function votesIn(fields: FormFields, hall: readonly HallSeatRow[]): NamedVotes {
  return hall.flatMap(({ id }) => {
    const side = SIDES.find((each) => each === fields.text(`vote-${id}`));
    return side ? [{ deputyId: id, side }] : [];
  });
}

/** All deputies on one form: three sides for whoever is there, a word for whoever is not. */
export function presentVotes(
  { session, hall }: { readonly session: SessionRow; readonly hall: readonly HallSeatRow[] },
  { fields, faults }: SentForm,
  say: Wording,
) {
  const sides = SIDES.map((side) => ({ value: side, text: say.t(`budgets.sides.${side}`) }));
  return {
    quorum: quorumLine(session, hall, say),
    isMet: quorumOfSession(session, hall).met,
    majority: majorityLine(session, hall, say),
    error: faults?.fields['votes'] ?? faults?.fields['chair'],
    seats: hall.map(({ id, name, isPresent, isChair }) => ({
      id,
      name,
      isPresent,
      isChair,
      sides,
      side: fields?.text(`vote-${id}`) ?? '',
    })),
  };
}
