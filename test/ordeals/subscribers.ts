import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { aContact } from '../support/builders/contacts.js';
import { anOpenPetition } from '../support/builders/open-petition.js';
import { putOnTheRoll } from '../support/builders/roll.js';
import { EAST, TOWN } from '../support/builders/voting-town.js';

/** People who want to hear of a petition by mail and by text message. */
export interface Subscribers {
  readonly petitionId: string;
  readonly count: number;
  /** Addresses and numbers that no server will take. */
  readonly refusing: readonly string[];
}

/** Of so many one can not be reached. */
const REFUSING_EACH = 4;

/** Signers of a petition of their own, each with a confirmed address of both kinds. */
export async function addSubscribers(dataSource: DataSource, count: number): Promise<Subscribers> {
  const people = Array.from({ length: count }, () => ({
    id: v7(),
    given: 'Сынақ',
    family: 'Тұрғын',
    bornOn: '1980-01-01',
    territory: EAST,
  }));
  await putOnTheRoll(dataSource, people);
  const petitionId = await anOpenPetition(dataSource, people[0]!.id, { territory: TOWN });
  await dataSource.query(SIGN, [petitionId, people.map(({ id }) => id)]);
  const refusing: string[] = [];
  for (const [place, { id }] of people.entries()) {
    const kinds = ['signed-petitions'];
    const [mail, sms] = [`p${place}@ordeal.test`, `+7701${String(place).padStart(7, '0')}`];
    await aContact(dataSource, id, { way: 'mail', address: mail, kinds });
    await aContact(dataSource, id, { way: 'sms', address: sms, kinds });
    if (place % REFUSING_EACH === 0) refusing.push(mail, sms);
  }
  return { petitionId, count, refusing };
}

const SIGN = `
  insert into signatures (petition_id, resident_id, number, name_hidden, receipt, signed_at)
  select $1, id, place, false, gen_random_uuid()::text, clock_timestamp()
  from unnest($2::uuid[]) with ordinality as p (id, place)`;
