import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { checkIin } from '#rules/registry/iin.js';
import { assessMandate } from '#rules/registry/mandate.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MandateRepository } from './mandate.repository.js';
import { MaslikhatRepository } from './maslikhat.repository.js';

/** How residents reach a deputy. */
export interface Reception {
  readonly phone: string | null;
  readonly email: string | null;
  readonly reception: OfficialText | null;
}

export interface NewMandate extends Reception {
  readonly convocationId: string;
  readonly constituencyId: string;
  readonly seat: number;
  /** Who: somebody on the roll of residents. */
  readonly iin: string;
  readonly party: OfficialText | null;
  readonly from: CivilDate;
  readonly commissions: readonly { readonly id: string; readonly isChair: boolean }[];
}

/** The secretary enters who sits on a seat of the maslikhat; the role of a deputy follows at once. */
@Injectable()
export class EnterMandate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns the id of the mandate, which is the deputy's id in addresses */
  async run(person: SignedIn, request: NewMandate): Promise<string> {
    const id = v7();
    const pseudonym = this.pseudonyms.of(assertIin(request.iin, (await this.clock.now()).today));
    await this.unitOfWork.run(async (tx) => {
      const maslikhats = tx.of(MaslikhatRepository);
      const convocation = await maslikhats.getForAdding(request.convocationId);
      const actor = actingAsSecretary(person, convocation.territoryKato);
      const mandates = tx.of(MandateRepository);
      const resident = await mandates.findResident(pseudonym);
      if (!resident) throw refusedIin('identity.not_on_the_roll');
      const constituency = await maslikhats.getConstituency(request.constituencyId, convocation.id);
      const term = { from: convocation.beginsOn, until: convocation.endsOn };
      const { from, seat, party } = request;
      const planned = { from, until: term.until, bornOn: resident.bornOn, seat, constituency };
      const faults = assessMandate(
        { ...planned, party: party?.kk ?? null, convocation: term },
        valueOn('maslikhat.deputy-age', term.from),
      );
      assertNoFaults('mandate.invalid', faults);
      const memberships = request.commissions.map(({ id: commissionId, isChair }) => ({
        commissionId,
        mandateId: id,
        isChair,
      }));
      await mandates.add(rowOf(id, request, resident.id, term.until), memberships);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.mandate_entered',
        objectKind: 'deputy',
        objectId: id,
        territory: convocation.territoryKato,
        after: { constituency: constituency.number, seat, from },
      });
    });
    return id;
  }
}

function rowOf(id: string, request: NewMandate, residentId: string, until: CivilDate) {
  const { convocationId, constituencyId, seat, party, phone, email, reception, from } = request;
  return {
    ...{ id, residentId, convocationId, constituencyId, seat, phone, email },
    partyKk: party?.kk ?? null,
    partyRu: party?.ru ?? null,
    receptionKk: reception?.kk ?? null,
    receptionRu: reception?.ru ?? null,
    heldFrom: from,
    heldUntil: until,
    endGround: null,
    endAct: null,
    version: 1,
  };
}

function assertIin(typed: string, today: CivilDate): string {
  const check = checkIin(typed, today);
  if (!check.valid) throw refusedIin(check.reason);
  return check.iin;
}

function refusedIin(code: string): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'iin' }] });
}
