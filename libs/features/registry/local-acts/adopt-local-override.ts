import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { assessLocalOverride, type LocalOverride } from '#rules/rulebook/local-override.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../officers/actor.js';
import { TerritoryReader } from '../territories/territory.reader.js';
import { LocalOverrideRepository } from './local-override.repository.js';
import { isLegalKey, readOverrideValue } from './override-value.js';

/** A value of a local act, as it was said. */
export interface OverrideRequest {
  readonly territory: string;
  readonly key: string;
  readonly value: number | string;
  readonly from: string;
  readonly until: string | null;
  readonly act: string;
}

/** An officer or the administrator enters a value of a local act; it never breaks the national rule. */
@Injectable()
export class AdoptLocalOverride {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly territories: TerritoryReader,
  ) {}

  /** @returns the id of the override */
  async run(person: SignedIn, request: OverrideRequest): Promise<string> {
    const territory = await this.territories.get(request.territory);
    const actor = actingAs(person, ['officer', 'administrator'], territory.path);
    assertNoFaults('override.invalid', faultsOf(request));
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const { key, value, act } = request;
      await tx.of(LocalOverrideRepository).add({
        id,
        territoryKato: territory.kato,
        key,
        value,
        act,
        inForceFrom: request.from,
        inForceUntil: request.until,
        adoptedBy: person.personId,
      });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'rulebook.override',
        objectKind: 'local-override',
        objectId: id,
        territory: territory.kato,
        after: request,
      });
    });
    return id;
  }
}

function faultsOf(request: OverrideRequest): readonly Fault[] {
  const { key } = request;
  if (!isLegalKey(key)) return [{ code: 'override.key_unknown', field: 'key' }];
  const value = readOverrideValue(key, request.value);
  if (value === null) return [{ code: 'override.value_unreadable', field: 'value' }];
  return assessLocalOverride({ ...request, key, value } satisfies LocalOverride);
}
