import { DomainError } from '#rules/kernel/domain-error.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { RoundCounted } from './result.events.js';
import type { PreparedTally } from './prepared-tally.js';
import { TallyRepository } from './tally.repository.js';

export interface RepeatedTally {
  readonly id: string;
  readonly roundId: string;
  readonly actor: Actor;
  readonly act:
    'result.counted_again' | 'result.lots_drawn' | 'quarantine.set_aside' | 'quarantine.released';
  /** The count that it takes the place of, as the officer saw it. */
  readonly former: string;
  readonly reason: string;
  readonly prepared: PreparedTally;
}

/**
 * Keeps another count of a round beside the former ones; the latest one stands.
 *
 * @throws DomainError conflict `result.published_already`, `result.counted_meanwhile`
 */
export async function storeRepeatedTally(tx: Transaction, tally: RepeatedTally): Promise<void> {
  const { id, roundId, actor, former, reason } = tally;
  const round = await tx.of(RoundRepository).getForChange(roundId);
  assertUnpublished(round);
  const tallies = tx.of(TallyRepository);
  const latest = await tallies.getLatest(roundId);
  assertStillStands(latest, former);
  const computedBy = actor.personId;
  await tallies.add({ ...tally.prepared, id, roundId, computedBy, reason });
  await tx.of(AuditEntryRepository).add(actor, {
    act: tally.act,
    objectKind: 'round',
    objectId: roundId,
    territory: round.territory,
    before: { tally: former },
    after: { tally: id, reason },
  });
  await tx.of(OutboxRepository).add(new RoundCounted(roundId, id));
}

/** @throws DomainError conflict `result.counted_meanwhile` */
export function assertStillStands(latest: { readonly id: string }, seen: string): void {
  if (latest.id !== seen) throw new DomainError('conflict', 'result.counted_meanwhile');
}

/** @throws DomainError conflict `result.published_already` */
export function assertUnpublished({ publishedAt }: { readonly publishedAt: Date | null }): void {
  if (publishedAt) throw new DomainError('conflict', 'result.published_already');
}
