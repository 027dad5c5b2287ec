import type { Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessVotingExtension } from '#rules/participation/voting-extension.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { RoundRow } from './round-row.js';

export interface WantedExtension {
  readonly until: Date;
  readonly reason: OfficialText;
  readonly proposedById: string;
  /** Empty while nobody has confirmed. */
  readonly confirmedById: string;
}

/** All faults of an extension of this round at its `now`, also against the law's last day. */
export function extensionFaults(round: RoundRow, wanted: WantedExtension): readonly Fault[] {
  const { votingFrom, votingUntil, decisionBy } = round.calendar;
  const { until, ...rest } = wanted;
  const faults = assessVotingExtension({
    now: round.now.getTime(),
    votingFrom: votingFrom.getTime(),
    votingUntil: votingUntil.getTime(),
    decisionBy: decisionBy.getTime(),
    newVotingUntil: until.getTime(),
    ...rest,
  });
  return [...faults, ...lastLawfulDayFaults(round, until)];
}

/** A round under the national calendar keeps to its last day of voting; its basis names it. */
function lastLawfulDayFaults(round: RoundRow, until: Date): readonly Fault[] {
  const last = round.legalBasis.points.find((point) => point.name === 'votingUntil');
  if (last === undefined || round.ownCalendarAct !== null) return [];
  const given = civilDateOf(new Date(until.getTime() - 1));
  if (given <= last.value) return [];
  const details = { given, lawful: last.value, source: last.source };
  return [{ code: 'round.later_than_law', field: 'votingUntil', details }];
}
