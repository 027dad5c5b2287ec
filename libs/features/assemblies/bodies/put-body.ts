import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { checkIin } from '#rules/registry/iin.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import { type TerritoryRow, TerritoryReader } from '../../registry/territories/territory.reader.js';
import { type BodyPlace, bodyFaults } from './body-assessment.js';
import type { BodyFields, MemberFields } from './body-fields.js';
import { BodyRepository, type LockedBody, type StoredMember } from './body.repository.js';

/** The secretary enters a body of residents in its term, with everybody in it. */
@Injectable()
export class PutBody {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly territories: TerritoryReader,
    private readonly overrides: LocalOverrideReader,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** @returns the id of the body */
  async run(person: SignedIn, fields: BodyFields): Promise<string> {
    const { today } = await this.clock.now();
    const territory = await this.territories.get(fields.territory);
    const actor = actingAs(person, ['secretary'], territory.path);
    const overrides = await this.overrides.listFor(fields.territory);
    const draft = { fields, ids: [v7(), ...fields.members.map(({ id }) => id ?? v7())] };
    return this.unitOfWork.run(async (tx) => {
      const bodies = tx.of(BodyRepository);
      const settlements = await bodies.listSettlements(territory.kato);
      const place = placeOf(territory, settlements, overrides);
      assertNoFaults('body.invalid', [
        ...bodyFaults(fields, place, today),
        ...iinFaults(fields.members, today),
      ]);
      return this.store(tx, actor, draft);
    });
  }

  private async store(
    tx: Transaction,
    actor: Actor,
    { fields, ids: [newId, ...memberIds] }: { fields: BodyFields; ids: readonly string[] },
  ): Promise<string> {
    const bodies = tx.of(BodyRepository);
    const known = await bodies.findForChange(fields);
    const id = await putTerm(bodies, known, { newId: newId!, fields });
    const kept = await bodies.removeOthers(id, memberIds);
    if (kept.length > 0) throw new DomainError('conflict', 'body.member_took_part', { kept });
    await bodies.putMembers(id, await this.storedMembers(bodies, fields, memberIds));
    const { territory, kind, from, until, members } = fields;
    await tx.of(AuditEntryRepository).add(actor, {
      act: 'assembly.body_entered',
      objectKind: 'body',
      objectId: id,
      territory,
      after: { kind, from, until, seats: members.length },
    });
    return id;
  }

  private async storedMembers(
    bodies: BodyRepository,
    { members }: BodyFields,
    ids: readonly string[],
  ): Promise<readonly StoredMember[]> {
    const pseudonyms = members.map(({ iin }) => (iin === null ? null : this.pseudonyms.of(iin)));
    const residents = await bodies.findResidents(pseudonyms.filter((each) => each !== null));
    return members.map(({ iin: _iin, ...member }, place) => {
      const pseudonym = pseudonyms[place] ?? null;
      const residentId = pseudonym && residents.get(pseudonym.toString('hex'));
      if (residentId === undefined) throw unknownMember(place + 1);
      return { ...member, id: ids[place]!, residentId };
    });
  }
}

function placeOf(
  { level, population }: TerritoryRow,
  settlements: readonly string[],
  overrides: BodyPlace['overrides'],
): BodyPlace {
  return { level: level as TerritoryLevel, population, settlements, overrides };
}

async function putTerm(
  bodies: BodyRepository,
  known: LockedBody | null,
  { newId, fields }: { readonly newId: string; readonly fields: BodyFields },
): Promise<string> {
  if (known) {
    assertCurrent(known.version, fields.version);
    await bodies.change(known, fields);
    return known.id;
  }
  await bodies.add(newId, fields);
  return newId;
}

function iinFaults(members: readonly MemberFields[], today: CivilDate): readonly Fault[] {
  return members.flatMap(({ iin }, place) => {
    const check = iin === null ? null : checkIin(iin, today);
    if (check === null || check.valid) return [];
    return [{ code: check.reason, field: 'members', details: { number: place + 1 } }];
  });
}

function unknownMember(number: number): DomainError {
  const code = 'identity.not_on_the_roll';
  const faults = [{ code, field: 'members', details: { number } }];
  return new DomainError('rule-violated', code, { faults });
}
