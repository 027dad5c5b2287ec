import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { birthDayKept } from '#rules/registry/birth-day-kept.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { FullNameRow } from './full-name-row.js';
import { sealableName } from './name.reader.js';
import type { NewResident } from './resident.repository.js';

/** A person as the register tells of one. */
export interface RegisteredPerson extends FullNameRow {
  readonly iin: string;
  readonly bornOn: CivilDate;
  readonly territoryKato: string;
  readonly registeredFrom: CivilDate;
}

/** Makes entries of the roll: a pseudonym instead of the IIN, the name sealed under a new key. */
@Injectable()
export class RollEntries {
  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly keys: PersonalKeys,
  ) {}

  of({ iin, bornOn, territoryKato, registeredFrom, ...name }: RegisteredPerson): NewResident {
    const { stored, key } = this.keys.make();
    return {
      id: v7(),
      pseudonym: this.pseudonyms.of(iin),
      bornOn: birthDayKept(bornOn, civilDateOf(new Date())),
      territoryKato,
      registeredFrom,
      key: stored,
      sealedName: key.seal(sealableName(name), 'name'),
      sealedBirth: key.seal(bornOn, 'birth'),
    };
  }
}
