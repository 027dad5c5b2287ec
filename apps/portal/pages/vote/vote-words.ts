import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { formatTime } from '#platform/views/format.js';
import type { Wording } from '#platform/views/wording.js';

const MINUTE_MS = 60_000;

/**
 * A first instant after a window as people read it: midnight belongs to the day before, so that
 * "until 24 April" does not turn into "25 April, 00:00".
 */
export function untilInWords(until: Date, say: Wording): string {
  const isMidnight = formatTime(until, 'en') === '00:00';
  return say.dateTime(isMidnight ? new Date(until.getTime() - MINUTE_MS) : until);
}

/** How long ago an instant was, in the largest whole unit. */
export function agoInWords(at: Date, now: Date, say: Wording): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE_MS));
  if (minutes < 1) return say.t('ballots.ago.now');
  if (minutes < 120) return say.t('ballots.ago.minutes', { count: minutes });
  if (minutes < 48 * 60) return say.t('ballots.ago.hours', { count: Math.floor(minutes / 60) });
  return say.t('ballots.ago.days', { count: Math.floor(minutes / 1440) });
}

/** What the round asks for, in one sentence with its numbers. */
export function ruleInWords({ ballot }: RoundRow, say: Wording): string {
  switch (ballot.kind) {
    case 'knapsack':
      return say.t('ballots.rule.knapsack');
    case 'cumulative':
      return say.t('ballots.rule.cumulative', { points: ballot.points });
    case 'scoring':
      return say.t('ballots.rule.scoring', { max: ballot.maxPoints });
    default:
      return say.t(`ballots.rule.${ballot.kind}`, { max: ballot.max });
  }
}
