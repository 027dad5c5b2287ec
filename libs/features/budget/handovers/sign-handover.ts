import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessHandover } from '#rules/registry/desk-handover.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { FullNameRow } from '../../registry/residents/full-name-row.js';
import {
  type NewRoleHolding,
  ResidentRepository,
} from '../../registry/residents/resident.repository.js';
import type { OpenMatter } from './handover-row.js';
import { HandoverReader } from './handover.reader.js';
import { type DeskInHand, type HandoverInHand, HandoverRepository } from './handover.repository.js';

interface Signing {
  readonly handover: HandoverInHand;
  readonly desk: DeskInHand;
  readonly side: 'outgoing' | 'incoming';
  readonly today: string;
  readonly newHoldingId: string;
  /** Whoever takes an office is named in public from then on. */
  readonly incomingName: FullNameRow;
}

/**
 * Both sign what they have read, in a session of their own. With the second signature the post ends
 * for the one and begins for the other, in the same transaction; what came up since the act was
 * drawn is added to it, so that nothing open is lost.
 */
@Injectable()
export class SignHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly handovers: HandoverReader,
  ) {}

  /** @param digest of the act as it was read, in hex */
  async run({ personId }: SignedIn, id: string, digest: string): Promise<void> {
    const newHoldingId = v7();
    const { at, today } = await this.clock.now();
    const incomingName = await this.handovers.getIncomingName(id);
    await this.unitOfWork.run(async (tx) => {
      const handovers = tx.of(HandoverRepository);
      const { holdingId } = await handovers.peek(id);
      const desk = await handovers.getDesk(holdingId);
      const handover = await handovers.getForChange(id);
      const side = sideOf(handover, personId);
      assertSignable(handover, digest);
      await handovers.addSignature(handover, side, { personId, at });
      await tx.of(AuditEntryRepository).add(signatory(personId, desk), {
        act: 'desk.handover_signed',
        objectKind: 'handover',
        objectId: id,
        territory: desk.territory,
        after: { side, digest },
      });
      await pass(tx, { handover, desk, side, today, newHoldingId, incomingName });
    });
  }
}

/** Nothing passes before both have signed. */
async function pass(tx: Transaction, signing: Signing): Promise<void> {
  const { handover, desk, side, today } = signing;
  if (handover.signed.every((signed) => signed === side)) return;
  const handovers = tx.of(HandoverRepository);
  const { incomingId, outgoingId } = handover;
  const isHeldByIncoming = await handovers.isHeldBy(incomingId, desk, today);
  const passed = { holding: desk, outgoingId, incomingId, ground: '–', isHeldByIncoming };
  assertNoFaults('handover.invalid', assessHandover(passed, today));
  const added = await addedSince(handovers, signing);
  await handovers.endHolding(desk, today);
  await tx.of(ResidentRepository).addRole(holdingOf(signing), signing.incomingName);
  await handovers.conclude(handover.id, today, added);
  await tx.of(AuditEntryRepository).add(signatory(incomingId, desk), {
    act: 'desk.handed_over',
    objectKind: 'handover',
    objectId: handover.id,
    territory: desk.territory,
    before: { personId: outgoingId },
    after: { personId: incomingId, open: handover.open.length, added: added.length },
  });
}

/** The same post, from today, for as long as it was given. */
function holdingOf({ desk, handover, today, newHoldingId }: Signing): NewRoleHolding {
  return {
    id: newHoldingId,
    residentId: handover.incomingId,
    role: desk.role,
    territoryKato: desk.territory,
    postKk: desk.postKk,
    postRu: desk.postRu,
    heldFrom: today,
    heldUntil: desk.until,
  };
}

async function addedSince(
  handovers: HandoverRepository,
  { handover, desk }: Signing,
): Promise<readonly OpenMatter[]> {
  const known = new Set(handover.open.map(({ kind, id }) => `${kind} ${id}`));
  const now = await handovers.listOpen(desk);
  return now.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
}

function sideOf(handover: HandoverInHand, personId: string): Signing['side'] {
  if (personId === handover.outgoingId) return 'outgoing';
  if (personId === handover.incomingId) return 'incoming';
  throw new DomainError('not-found', 'handover.not_found');
}

function assertSignable({ state, digest }: HandoverInHand, read: string): void {
  if (state !== 'drawn') throw new DomainError('conflict', 'handover.not_drawn', { state });
  if (digest.toString('hex') !== read) throw new DomainError('stale', 'handover.text_changed');
}

/** Both sign for this post: the one who leaves it and the one who takes it. */
function signatory(personId: string, { role, territory, postKk, postRu }: DeskInHand) {
  return { personId, role, territory, post: { kk: postKk, ru: postRu } };
}
