import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { canonicalJson, type Json } from '#rules/ledger/canonical-json.js';
import { assessHandover } from '#rules/registry/desk-handover.js';
import { checkIin } from '#rules/registry/iin.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asAppointer } from './handover.policy.js';
import { HandoverReader } from './handover.reader.js';
import { HandoverRepository } from './handover.repository.js';

export interface HandoverFields {
  readonly holdingId: string;
  /** Who takes the desk over: somebody on the roll. */
  readonly iin: string;
  readonly ground: string;
}

/** Whoever appoints draws up the act: from whom, to whom, and everything open on the desk. */
@Injectable()
export class DrawHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly pseudonyms: Pseudonyms,
    private readonly handovers: HandoverReader,
  ) {}

  /** @returns the id of the act */
  async run(person: SignedIn, { holdingId, iin, ground }: HandoverFields): Promise<string> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const actor = asAppointer(person, await this.handovers.getDesk(holdingId));
    const check = checkIin(iin, today);
    if (!check.valid) throw refusedIin(check.reason);
    const pseudonym = this.pseudonyms.of(check.iin);
    await this.unitOfWork.run(async (tx) => {
      const handovers = tx.of(HandoverRepository);
      const desk = await handovers.getDesk(holdingId);
      const incomingId = await handovers.findResident(pseudonym);
      if (incomingId === null) throw refusedIin('identity.not_on_the_roll');
      const { personId: outgoingId } = desk;
      const isHeldByIncoming = await handovers.isHeldBy(incomingId, desk, today);
      const drawn = { holding: desk, outgoingId, incomingId, ground, isHeldByIncoming };
      assertNoFaults('handover.invalid', assessHandover(drawn, today));
      const open = await handovers.listOpen(desk);
      const digest = digestOf({ id, outgoingId, incomingId, ground, open: [...open] });
      await handovers.add({ id, desk, incomingId, ground, open, digest, actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'desk.handover_drawn',
        objectKind: 'handover',
        objectId: id,
        territory: desk.territory,
        after: { role: desk.role, outgoingId, incomingId, ground, open: open.length },
      });
    });
    return id;
  }
}

/** SHA-256 over the canonical JSON of the act: what both sign. */
function digestOf(act: object): Buffer {
  return hash('sha256', canonicalJson(act as Json), 'buffer');
}

function refusedIin(code: string): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'iin' }] });
}
