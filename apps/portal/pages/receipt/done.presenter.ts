import type { OwnBallotRow } from '#features/participation/ballots/ballot.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { untilInWords } from '../vote/vote-words.js';

/** One's own receipt: that a ballot was recorded, never what stands on it. */
export function presentDone(round: RoundRow, own: OwnBallotRow, say: Wording) {
  const path = `/r/${own.receipt}`;
  return {
    title: say.t('receipts.done.title'),
    code: own.receipt,
    facts: [
      { key: say.t('receipts.facts.at'), value: say.dateTime(own.castAt) },
      {
        key: say.t('receipts.facts.round'),
        value: say.official(round.title).text,
        path: `/rounds/${round.id}`,
      },
      { key: say.t('receipts.facts.channel'), value: say.t('receipts.channels.internet') },
      ...(own.replaced > 0
        ? [{ key: say.t('receipts.facts.replaced'), value: say.number(own.replaced) }]
        : []),
    ],
    next: nextOf(round, say),
    change: round.phase === 'voting' && round.replacingAllowed ? changePath(round) : undefined,
    look: own.votes ? `/my/ballots/${round.id}` : undefined,
    path,
    dates: `/rounds/${round.id}/vote/dates.ics`,
    exit: `/rounds/${round.id}`,
  };
}

function nextOf({ phase, calendar }: RoundRow, say: Wording) {
  const closes = {
    key: say.t('receipts.next.closes'),
    value: untilInWords(calendar.votingUntil, say),
  };
  const decision = {
    key: say.t('receipts.next.decision'),
    value: untilInWords(calendar.decisionBy, say),
  };
  return phase === 'voting' ? [closes, decision] : [decision];
}

function changePath({ id }: RoundRow): string {
  return `/rounds/${id}/vote`;
}
