import { BODY_KINDS, isVotingBody } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { ListedMeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Wording } from '#platform/views/wording.js';
import { type AssembliesQuery, queryText } from './assemblies-query.js';
import { meetingName, presentMeetingLine } from './meeting-line.presenter.js';

export interface ListedMeetings {
  readonly query: AssembliesQuery;
  readonly next: readonly ListedMeetingRow[];
  /** One more than shown where there is a next part. */
  readonly past: readonly ListedMeetingRow[];
  readonly pastLimit: number;
  readonly overdue: readonly ListedMeetingRow[];
  readonly today: CivilDate;
  /** Address of the feed, with the origin. */
  readonly feed: string;
}

/** The public calendar: what comes, what was, whose minutes are late. */
export function presentAssemblies(listed: ListedMeetings, say: Wording) {
  const { query, next, past, pastLimit, overdue, today, feed } = listed;
  const shown = past.slice(0, pastLimit);
  const line = (row: ListedMeetingRow) => presentMeetingLine(row, today, say);
  return {
    title: say.t('assemblies.list.title'),
    query,
    kinds: kindChoices(say),
    isNarrowed: Boolean(query.territory ?? query.kind),
    next: next.map(line),
    past: shown.map(line),
    overdue: overdue.map((row) => overdueLine(row, today, say)),
    more: past.length > pastLimit ? `/assemblies${queryText(query, shown.at(-1)!.id)}` : undefined,
    feed,
    subscribe: feed.replace(/^https?:/, 'webcal:'),
    bodies: query.territory ? `/assemblies/${query.territory}` : undefined,
  };
}

export function kindChoices(say: Wording) {
  return [
    { value: '', text: say.t('assemblies.list.anyKind') },
    ...BODY_KINDS.filter(isVotingBody).map((kind) => ({
      value: kind,
      text: say.t(`bodyKinds.${kind}`),
    })),
  ];
}

function overdueLine(row: ListedMeetingRow, today: CivilDate, say: Wording) {
  return {
    text: `${meetingName(row, say)}, ${say.date(row.heldOn)}`,
    path: `/meetings/${row.id}`,
    badge: { state: 'overdue', text: say.daysLeft(row.minutesDueOn!, today) },
  };
}
