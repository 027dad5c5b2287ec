import type { OfficialText } from '#rules/kernel/official-text.js';
import type { QuarantineAim } from '#rules/integrity/quarantine.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../../registry/officers/actor.js';
import { RoundRepository } from '../../rounds/round.repository.js';
import { assertStillStands, assertUnpublished } from '../store-repeated-tally.js';
import { TallyRepository } from '../tally.repository.js';
import type { WeighedMotion } from './quarantine-weights.js';
import type { QuarantineRecord } from './quarantine.record.js';
import { QuarantineRepository } from './quarantine.repository.js';

export interface AddedMotion {
  readonly id: string;
  readonly actor: Actor;
  readonly aim: QuarantineAim;
  readonly reason: OfficialText;
  readonly quarantine: QuarantineRecord;
  readonly weighed: Pick<WeighedMotion, 'former' | 'preview'>;
}

/**
 * Lets nothing else be moved, counted or published for the round meanwhile.
 *
 * @throws DomainError conflict `quarantine.undecided`, `result.counted_meanwhile`
 */
export async function lockForMotion(
  tx: Transaction,
  { quarantine, weighed }: Pick<AddedMotion, 'quarantine' | 'weighed'>,
): Promise<string> {
  const round = await tx.of(RoundRepository).getForChange(quarantine.roundId);
  assertUnpublished(round);
  assertStillStands(await tx.of(TallyRepository).getLatest(round.id), weighed.former);
  await tx.of(QuarantineRepository).assertNoneOpen(round.id);
  return round.territory;
}

/** Keeps a motion, with the preview that a second person decides by. */
export async function addMotion(
  tx: Transaction,
  territory: string,
  { id, actor, aim, reason, quarantine, weighed }: AddedMotion,
): Promise<void> {
  await tx.of(QuarantineRepository).addMotion({
    id,
    quarantineId: quarantine.id,
    aim,
    reasonKk: reason.kk,
    reasonRu: reason.ru,
    preview: weighed.preview,
    movedBy: actor.personId,
  });
  const { signal, subject, ballots } = quarantine;
  await tx.of(AuditEntryRepository).add(actor, {
    act: aim === 'set-aside' ? 'quarantine.moved' : 'quarantine.release_moved',
    objectKind: 'round',
    objectId: quarantine.roundId,
    territory,
    after: { motion: id, quarantine: quarantine.id, signal, subject, ballots, reason },
  });
}
