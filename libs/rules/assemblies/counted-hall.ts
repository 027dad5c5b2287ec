import { formatFraction, type Fraction } from '#rules/kernel/fraction.js';
import type { Moment } from '#rules/kernel/instant.js';
import type { DecisionRule } from './agenda-decision.js';
import type { MinutesQuorum } from './minutes-document.js';
import { quorumOf } from './quorum.js';

/** The hall as votes and quorums are counted in it. */
export interface CountedHall {
  readonly members: number;
  readonly share: Fraction;
  readonly rule: DecisionRule;
  readonly chairId: string | null;
  readonly nameOf: (id: string) => string;
  readonly presentAt: (moment: Moment) => readonly string[];
}

/** A quorum as minutes tell it. */
export function countQuorum(hall: CountedHall, moment: Moment): MinutesQuorum {
  const present = hall.presentAt(moment).length;
  const { share, ...quorum } = quorumOf({ members: hall.members, present }, hall.share);
  return { ...quorum, share: formatFraction(share) };
}
