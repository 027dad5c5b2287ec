import type { HallRow } from '#features/assemblies/meetings/hall-row.js';
import type { ListedMeetingRow, MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Quorum } from '#rules/assemblies/quorum.js';
import { formatFraction } from '#rules/kernel/fraction.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';

const instantOrNull = (at: Date | null) => at && presentInstant(at);

/** A meeting in a list. */
export function presentListedMeeting({ titles, startsAt, ...row }: ListedMeetingRow) {
  return { ...row, startsAt: presentInstant(startsAt), agenda: titles.map((title) => ({ title })) };
}

export type ListedMeetingView = ReturnType<typeof presentListedMeeting>;

/** A meeting with its agenda, papers, questions, and proofs of the notice. */
export function presentMeeting(row: MeetingRow) {
  const { titles: _titles, territoryPath: _path, agenda, notice, noticeAt, ...meeting } = row;
  return {
    ...meeting,
    startsAt: presentInstant(row.startsAt),
    openedAt: instantOrNull(row.openedAt),
    closedAt: instantOrNull(row.closedAt),
    notice: row.noticeOn && {
      publishedAt: instantOrNull(noticeAt),
      channels: row.channels,
      text: notice,
    },
    agenda: agenda.map((item) => ({
      ...item,
      kind: item.question,
      links: item.links.map(presentLink),
      questions: item.questions.map((question) => ({
        ...question,
        askedAt: presentInstant(question.askedAt),
      })),
    })),
  };
}

export type MeetingView = ReturnType<typeof presentMeeting>;

/** A link with its sum as programs see it. */
export function presentLink({
  kind,
  id,
  amountTiyn,
}: MeetingRow['agenda'][number]['links'][number]) {
  return {
    kind: kind === 'budget-line' ? 'budgetLine' : kind,
    id,
    amount: amountTiyn === null ? null : presentMoney(BigInt(amountTiyn)),
  };
}

/** A quorum with its arithmetic. */
export function presentQuorum({ share, ...quorum }: Quorum) {
  return { ...quorum, share: formatFraction(share) };
}

/** Who is in the hall. */
export function presentHall({ people, stays }: HallRow) {
  return {
    people: people.map((person) => ({
      ...person,
      stays: stays
        .filter(({ memberId }) => memberId === person.id)
        .map(({ arrivedAt, leftAt }) => ({
          arrivedAt: presentInstant(new Date(arrivedAt)),
          leftAt: leftAt === null ? null : presentInstant(new Date(leftAt)),
        })),
    })),
  };
}
