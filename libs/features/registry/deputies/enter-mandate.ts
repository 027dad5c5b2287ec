import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { checkIin } from '#rules/registry/iin.js';
import { assessMandate } from '#rules/registry/mandate.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork, type Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { NameReader } from '../residents/name.reader.js';
import { ResidentRepository } from '../residents/resident.repository.js';
import type { ConstituencyRecord } from './constituency.record.js';
import type { ConvocationRecord } from './convocation.record.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MandateRepository, type Candidate } from './mandate.repository.js';
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
    private readonly names: NameReader,
  ) {}

  /** @returns the id of the mandate, which is the deputy's id in addresses */
  async run(person: SignedIn, request: NewMandate): Promise<string> {
    const id = v7();
    const pseudonym = this.pseudonyms.of(assertIin(request.iin, (await this.clock.now()).today));
    await this.unitOfWork.run(async (tx) => {
      const convocation = await tx.of(MaslikhatRepository).getForAdding(request.convocationId);
      // Before the roll is asked: what it answers says whose IIN is on it.
      const actor = actingAsSecretary(person, convocation.territoryKato);
      const seating = await prepare(tx, { request, convocation, pseudonym });
      const { constituency, resident } = seating;
      assertNoFaults('mandate.invalid', faultsOf(request, seating));
      const row = rowOf(id, request, resident.id, convocation.endsOn);
      await tx.of(MandateRepository).add(row, membershipsOf(id, request));
      await tx
        .of(ResidentRepository)
        .publishName(resident.id, this.names.parts(resident.sealedName)!);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.mandate_entered',
        objectKind: 'deputy',
        objectId: id,
        territory: convocation.territoryKato,
        after: { constituency: constituency.number, seat: request.seat, from: request.from },
      });
    });
    return id;
  }
}

interface AskedSeat {
  readonly request: NewMandate;
  readonly convocation: ConvocationRecord;
  readonly pseudonym: Buffer;
}

/** The seat that somebody is to take, and who. */
interface Seating {
  readonly convocation: ConvocationRecord;
  readonly constituency: ConstituencyRecord;
  readonly resident: Candidate;
}

async function prepare(
  tx: Transaction,
  { request, convocation, pseudonym }: AskedSeat,
): Promise<Seating> {
  const resident = await tx.of(MandateRepository).findResident(pseudonym);
  if (!resident) throw refusedIin('identity.not_on_the_roll');
  const maslikhats = tx.of(MaslikhatRepository);
  const constituency = await maslikhats.getConstituency(request.constituencyId, convocation.id);
  return { convocation, constituency, resident };
}

function faultsOf(
  { from, seat, party }: NewMandate,
  { convocation, constituency, resident }: Seating,
): readonly Fault[] {
  const term = { from: convocation.beginsOn, until: convocation.endsOn };
  const planned = { from, until: term.until, seat, party: party?.kk ?? null };
  const setting = { bornOn: resident.bornOn, constituency, convocation: term };
  return assessMandate({ ...planned, ...setting }, valueOn('maslikhat.deputy-age', term.from));
}

function membershipsOf(mandateId: string, { commissions }: NewMandate) {
  return commissions.map(({ id: commissionId, isChair }) => ({ commissionId, mandateId, isChair }));
}

function rowOf(id: string, request: NewMandate, residentId: string, until: CivilDate) {
  const { convocationId, constituencyId, seat, party, phone, email, reception, from } = request;
  return {
    id,
    residentId,
    convocationId,
    constituencyId,
    seat,
    phone,
    email,
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
