import type { Fraction } from '#rules/kernel/fraction.js';
import { toEpochMs } from '#rules/kernel/instant.js';
import type { DecisionRule } from './agenda-decision.js';
import { type CountedHall, countQuorum } from './counted-hall.js';
import { presentAt, type Stay } from './attendance.js';
import { type ItemSource, makeItem } from './make-minutes-item.js';
import type { MinutesDocument, MinutesPerson } from './minutes-document.js';

/** What minutes are made of; texts and names as they stand on the day they are made. */
export interface MinutesSource {
  readonly head: Omit<
    MinutesDocument,
    'form' | 'present' | 'quorum' | 'hadQuorum' | 'chair' | 'secretary' | 'items'
  >;
  readonly people: readonly Omit<MinutesPerson, 'stays'>[];
  readonly stays: readonly Stay[];
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  readonly items: readonly ItemSource[];
  readonly share: Fraction;
  readonly rule: DecisionRule;
}

/**
 * The minutes that follow from what was written: the list of those present with their times, the
 * quorum at the opening and at each vote, the outcome of each vote by the rule of the body.
 *
 * @law LSG art. 39-3(10), redaction of 2026-07-01 (`law.md` §3)
 */
export function makeMinutes(source: MinutesSource): MinutesDocument {
  const { head, people, chairId, secretaryId } = source;
  const hall = hallOf(source);
  const opening = head.openedAt ?? head.closedAt;
  const quorum = countQuorum(hall, opening);
  return {
    form: 1,
    ...head,
    present: people.map((person) => ({ ...person, stays: staysOf(source.stays, person.id) })),
    quorum,
    hadQuorum: head.openedAt !== null && quorum.met,
    chair: chairId === null ? '' : hall.nameOf(chairId),
    secretary: secretaryId === null ? '' : hall.nameOf(secretaryId),
    items: source.items.map((item) => makeItem(item, hall)),
  };
}

function hallOf({ head, people, stays, chairId, share, rule }: MinutesSource): CountedHall {
  const guests = new Set(people.filter(({ kind }) => kind === 'guest').map(({ id }) => id));
  const counted = stays.filter(({ memberId }) => !guests.has(memberId));
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return {
    members: head.members,
    share,
    rule,
    chairId,
    nameOf: (id) => names.get(id) ?? '',
    presentAt: (moment) => presentAt(counted, moment),
  };
}

function staysOf(stays: readonly Stay[], personId: string): MinutesPerson['stays'] {
  return stays
    .filter(({ memberId }) => memberId === personId)
    .toSorted((a, b) => toEpochMs(a.arrivedAt) - toEpochMs(b.arrivedAt))
    .map(({ arrivedAt, leftAt }) => ({
      arrivedAt: String(arrivedAt),
      leftAt: leftAt === null ? null : String(leftAt),
    }));
}
