import type { HallSeatRow, SessionRow } from '#features/budget/sessions/session-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { majorityLine, quorumLine, quorumOfSession } from '../sessions/session-quorum.js';
import { sessionName } from '../sessions/session-line.presenter.js';

/** All deputies with a tick each, the chair, and the quorum with its arithmetic. */
export function presentAttendance(
  { session, hall }: { readonly session: SessionRow; readonly hall: readonly HallSeatRow[] },
  { fields, faults }: SentForm,
  say: Wording,
) {
  const isThere = ({ id, isPresent }: HallSeatRow) =>
    fields ? fields.has(`present-${id}`) : isPresent;
  const seats = hall.map((seat) => ({ ...seat, isPresent: isThere(seat) }));
  const path = `/session-desk/sessions/${session.id}`;
  const { required, present, met } = quorumOfSession(session, seats);
  return {
    title: say.t('sessionDesk.attendance.title'),
    caption: sessionName(session, say),
    back: path,
    action: `${path}/attendance`,
    faults,
    quorum: quorumLine(session, seats, say),
    majority: majorityLine(session, hall, say),
    required,
    present,
    members: hall.length,
    isMet: met,
    seats,
    chairs: [
      { value: '', text: say.t('sessionDesk.attendance.noChair') },
      ...hall.map(({ id, name }) => ({ value: id, text: name })),
    ],
    chair: fields?.text('chair') ?? hall.find(({ isChair }) => isChair)?.id ?? '',
    chairError: faults?.fields['chair'],
  };
}
