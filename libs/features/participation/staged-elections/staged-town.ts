import type { RegisteredPerson } from '../../registry/residents/roll-entries.js';
import type { TerritoryRow } from '../../registry/territories/territory.reader.js';
import { inventedIin } from '../../registry/demo-town/invented-iin.js';

/** An invented rural okrug: no real code begins with 99, and the national rule does not reach it. */
export const STAGED_TOWN: TerritoryRow = {
  kato: '998000000',
  parentKato: null,
  path: ['998000000'],
  level: 'rural-okrug',
  nameKk: 'Сынақтөбе ауылдық округі',
  nameRu: 'Сынактобинский сельский округ',
  nameEn: 'Synaqtobe rural okrug',
  population: null,
  populationOn: null,
  populationSource: null,
  isCentre: false,
  validFrom: '2020-01-01',
  validUntil: null,
  succeededBy: null,
};

/** An invented resident; the IIN is kept in memory alone, to sign in with. */
export interface StagedPerson {
  readonly iin: string;
  readonly bornOn: string;
}

/** Two officers: who records a decision does not publish the result. */
export const STAGED_OFFICERS: readonly [StagedPerson, StagedPerson] = [
  personBorn('1946-03-01', 7001),
  personBorn('1946-03-02', 7001),
];

const SERIALS_A_DAY = 9_000;
const DAY_MS = 86_400_000;
const FIRST_BIRTHDAY_MS = Date.UTC(1947, 0, 1);

/** As many voters as asked for, always the same ones: replaying again adds nobody. */
export function* stagedVoters(count: number): Generator<StagedPerson> {
  let last = '';
  for (let place = 0, made = 0; made < count; place += 1) {
    const day = FIRST_BIRTHDAY_MS + Math.floor(place / SERIALS_A_DAY) * DAY_MS;
    const voter = personBorn(new Date(day).toISOString().slice(0, 10), place % SERIALS_A_DAY);
    // Where a number is never issued the next one stands in, which then comes a second time.
    if (voter.iin === last) continue;
    last = voter.iin;
    made += 1;
    yield voter;
  }
}

/** Everybody there is called so. */
export const STAGED_NAME = { familyName: 'Сынақов', givenName: 'Дауысбек', patronymic: null };

/** A person as the register tells of her. */
export function onTheRoll(person: StagedPerson): RegisteredPerson {
  const { kato: territoryKato, validFrom: registeredFrom } = STAGED_TOWN;
  return { ...person, ...STAGED_NAME, territoryKato, registeredFrom };
}

function personBorn(bornOn: string, serial: number): StagedPerson {
  return { bornOn, iin: inventedIin({ bornOn, sex: 'female', serial }) };
}
