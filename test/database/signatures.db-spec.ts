import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EndJoining } from '#features/petitions/petitions/end-joining.js';
import type { SignatureAct } from '#features/petitions/signatures/signature-act.js';
import { CompareSignatureCounts } from '#features/petitions/signatures/compare-signature-counts.js';
import { SignatureBox } from '#features/petitions/signatures/signature-box.js';
import { SignPetition } from '#features/petitions/signatures/sign-petition.js';
import { SignatureReader } from '#features/petitions/signatures/signature.reader.js';
import { WithdrawSignature } from '#features/petitions/signatures/withdraw-signature.js';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  HAMLET,
  manyPeople,
  NEIGHBOUR,
  OKRUG,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(300_000);

const RACES = Number(process.env['PETITION_RACES'] ?? 100);
const ROUNDS_OF_ONE = Number(process.env['PETITION_ROUNDS'] ?? 250);
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('signatures', () => {
  let portal: TestPortal;
  let deputy: PetitionPerson;
  let signing: SignPetition;
  let withdrawing: WithdrawSignature;
  let reader: SignatureReader;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    deputy = await aPerson(portal.dataSource, { role: 'deputy' });
    signing = portal.app.get(SignPetition, { strict: false });
    withdrawing = portal.app.get(WithdrawSignature, { strict: false });
    reader = portal.app.get(SignatureReader, { strict: false });
  });
  afterAll(() => portal.close());

  const sign = (petitionId: string, person: PetitionPerson, said: Partial<SignatureAct> = {}) =>
    signing.run({
      tokenDigest: person.tokenDigest,
      petitionId,
      nameHidden: false,
      textDigest: null,
      idempotencyKey: null,
      ...said,
    });

  async function tallyOf(petitionId: string) {
    const [tally] = await portal.dataSource.query(
      `select c.valid, c.last_number as last, c.reached_at as "reachedAt",
         (select count(*)::int from signatures s where s.petition_id = c.petition_id) as rows,
         (select coalesce(sum(valid), 0)::int from signature_counts n
          where n.petition_id = c.petition_id) as placed,
         (select count(*)::int from outbox_messages m where m.topic = 'petition.threshold_reached'
          and m.payload ->> 'petition' = c.petition_id::text) as crossings
       from petition_tallies c where c.petition_id = $1`,
      [petitionId],
    );
    return tally;
  }

  it('are numbered in sequence, one a resident', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const [asel, erlan] = await manyPeople(portal.dataSource, 2);
    const first = await sign(id, asel!);
    expect(first).toMatchObject({ number: 1, receipt: expect.stringMatching(/^\w{4}-/) });
    expect((await sign(id, erlan!)).number).toBe(2);
    await expect(sign(id, asel!)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'petition.already_signed',
      details: { number: 1, signedAt: first.signedAt },
    });
    expect(await reader.listReceipted(first.receipt)).toMatchObject([
      { number: 1, state: 'valid' },
    ]);
  });

  it('are taken once where twenty come at once', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const person = await aPerson(portal.dataSource);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => sign(id, person)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await tallyOf(id)).toMatchObject({ valid: 1, rows: 1, last: 1 });
  });

  it('give the same answer to the same key, also after a withdrawal', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const person = await aPerson(portal.dataSource);
    const first = await sign(id, person, { idempotencyKey: 'once' });
    expect(await sign(id, person, { idempotencyKey: 'once' })).toMatchObject({ ...first });
    const other = sign(id, person, { idempotencyKey: 'once', nameHidden: true });
    await expect(other).rejects.toThrow(code('idempotency.other_body'));
    await withdrawing.run(person.id, id);
    expect(await sign(id, person, { idempotencyKey: 'once' })).toMatchObject({ ...first });
    expect(await tallyOf(id)).toMatchObject({ valid: 0, rows: 0 });
    expect(await sign(id, person, { idempotencyKey: 'again' })).toMatchObject({ number: 2 });
  });

  it('are acknowledged when the answer of their batch was lost on the way', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const person = await aPerson(portal.dataSource);
    const box = portal.app.get(SignatureBox, { strict: false });
    const add = box.add.bind(box);
    const lossy = jest.spyOn(box, 'add').mockImplementationOnce(async (signature) => {
      await add(signature);
      return null;
    });
    expect(await sign(id, person)).toMatchObject({ number: 1 });
    lossy.mockRestore();
    expect(await tallyOf(id)).toMatchObject({ valid: 1, rows: 1 });
  });

  it('are refused with every reason', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const wish = { home: NEIGHBOUR, bornOn: '2015-01-01' };
    const child = await aPerson(portal.dataSource, wish);
    await expect(sign(id, child)).rejects.toMatchObject({
      code: 'signature.under_age',
      details: {
        faults: [
          expect.objectContaining({ code: 'signature.under_age' }),
          expect.objectContaining({ code: 'signature.registered_elsewhere' }),
        ],
      },
    });
    const person = await aPerson(portal.dataSource);
    await expect(sign(id, person, { textDigest: '0'.repeat(64) })).rejects.toThrow(
      code('signature.other_text'),
    );
    await expect(sign(id, { ...person, tokenDigest: '00' })).rejects.toThrow(
      code('identity.not_signed_in'),
    );
    const nowhere = '01900000-0000-7000-8000-000000000000';
    await expect(sign(nowhere, person)).rejects.toThrow(code('petition.not_found'));
    const over = await anOpenPetition(portal.dataSource, deputy.id, { closesIn: '-1 second' });
    await expect(sign(over, person)).rejects.toThrow(code('signature.window_over'));
    await expect(withdrawing.run(person.id, id)).rejects.toThrow(code('signature.not_signed'));
  });

  it('are counted by place, those without one too, up to the total', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const people = [
      ...(await manyPeople(portal.dataSource, 3)),
      ...(await manyPeople(portal.dataSource, 2, { home: HAMLET })),
      ...(await manyPeople(portal.dataSource, 1, { home: OKRUG })),
    ];
    await Promise.all(people.map((person) => sign(id, person)));
    const { places, unplaced, total } = await reader.countByPlace(id);
    expect(places.map(({ count }) => count)).toEqual([3, 2]);
    expect([unplaced, total]).toEqual([1, 6]);
  });

  it('cross the threshold once, one below it not at all', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id, { required: 3 });
    const people = await manyPeople(portal.dataSource, 4);
    await sign(id, people[0]!);
    await sign(id, people[1]!);
    expect(await tallyOf(id)).toMatchObject({ valid: 2, reachedAt: null, crossings: 0 });
    await sign(id, people[2]!);
    const reached = await tallyOf(id);
    expect(reached).toMatchObject({ valid: 3, reachedAt: expect.any(Date), crossings: 1 });
    await sign(id, people[3]!);
    await withdrawing.run(people[3]!.id, id);
    await withdrawing.run(people[2]!.id, id);
    await sign(id, people[2]!);
    expect(await tallyOf(id)).toMatchObject({ reachedAt: reached.reachedAt, crossings: 1 });
  });

  it(`cross it once with 200 at once, ${RACES} times, and every count is exact`, async () => {
    const people = await manyPeople(portal.dataSource, 400);
    for (let race = 0; race < RACES; race += 1) {
      const id = await anOpenPetition(portal.dataSource, deputy.id, { required: 300 });
      await Promise.all(people.slice(0, 200).map((person) => sign(id, person)));
      expect(await tallyOf(id)).toMatchObject({ valid: 200, crossings: 0 });
      const receipts = await Promise.all(people.slice(200).map((person) => sign(id, person)));
      expect(await tallyOf(id)).toMatchObject({
        valid: 400,
        rows: 400,
        placed: 400,
        last: 400,
        crossings: 1,
      });
      expect(new Set(receipts.map(({ number }) => number)).size).toBe(200);
    }
  });

  it(`end in one valid state after ${4 * ROUNDS_OF_ONE} acts of one resident at once`, async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const person = await aPerson(portal.dataSource);
    const others = await manyPeople(portal.dataSource, 5);
    await Promise.all(others.map((other) => sign(id, other)));
    const lane = async (act: () => Promise<unknown>) => {
      for (let turn = 0; turn < ROUNDS_OF_ONE; turn += 1)
        await act().catch((error: { kind?: string }) => {
          if (error.kind !== 'conflict' && error.kind !== 'not-found') throw error;
        });
    };
    await Promise.all([
      lane(() => sign(id, person)),
      lane(() => withdrawing.run(person.id, id)),
      lane(() => sign(id, person)),
      lane(() => withdrawing.run(person.id, id)),
    ]);
    const own = await reader.findOwn(id, person.id);
    const tally = await tallyOf(id);
    expect(tally).toMatchObject({ valid: own ? 6 : 5, rows: tally.valid, placed: tally.valid });
  });

  it('at the end of the window are in the count, or refused', async () => {
    const wish = { required: 1_000, closesIn: '400 milliseconds' };
    const id = await anOpenPetition(portal.dataSource, deputy.id, wish);
    const people = await manyPeople(portal.dataSource, 300);
    const ending = portal.app.get(EndJoining, { strict: false });
    const end = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        await ending.run();
        await wait(25);
      }
    };
    const signings = people.map(async (person, place) => {
      await wait(place * 3);
      return sign(id, person);
    });
    const [tries] = await Promise.all([Promise.allSettled(signings), end(), end()]);
    const signed = tries.filter(({ status }) => status === 'fulfilled').length;
    const forwarded = await portal.dataSource.query(
      `select f.signatures, p.state from petition_forwardings f join petitions p on p.id = f.petition_id
       where p.id = $1`,
      [id],
    );
    expect(forwarded).toEqual([{ signatures: signed, state: 'forwarded' }]);
    expect(await tallyOf(id)).toMatchObject({ valid: signed, rows: signed });
    expect(signed).toBeGreaterThan(0);
    expect(signed).toBeLessThan(300);
  });

  it('are compared with their counts at night, which repairs and reports', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const people = await manyPeople(portal.dataSource, 3);
    for (const person of people) await sign(id, person);
    await portal.dataSource.query(`update petition_tallies set valid = 2 where petition_id = $1`, [
      id,
    ]);
    await portal.dataSource.query(`update signature_counts set valid = 7 where petition_id = $1`, [
      id,
    ]);
    const comparing = portal.app.get(CompareSignatureCounts, { strict: false });
    expect(await comparing.run()).toBe(1);
    expect(await comparing.run()).toBe(0);
    expect(await tallyOf(id)).toMatchObject({ valid: 3, rows: 3, placed: 3 });
    const [check] = await portal.dataSource.query(
      `select shown, counted, places_repaired as places from signature_count_checks
       where petition_id = $1`,
      [id],
    );
    expect(check).toEqual({ shown: 2, counted: 3, places: 1 });
  });

  it('are shown as first name and initial, or hidden on wish', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const [open, shy] = await manyPeople(portal.dataSource, 2);
    await sign(id, open!);
    await sign(id, shy!, { nameHidden: true });
    const names = (await reader.listLatest(id, 10)).map(({ name }) => name);
    expect(names).toEqual([null, 'Айгүл С.']);
  });

  it('belong to residents of the addressed territory, wherever in it', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    const above = await aPerson(portal.dataSource, { home: DISTRICT });
    await expect(sign(id, above)).rejects.toThrow(code('signature.registered_elsewhere'));
  });
});
