import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConfirmContact } from '#features/outreach/contacts/confirm-contact.js';
import { ContactCodes } from '#features/outreach/contacts/contact-codes.js';
import { ContactReader } from '#features/outreach/contacts/contact.reader.js';
import { LeaveContact } from '#features/outreach/contacts/leave-contact.js';
import { RemoveContact } from '#features/outreach/contacts/remove-contact.js';
import { ErasePerson } from '#features/proof/erasure/erase-person.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { aPerson, aPetitionTown } from '../support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '../support/test-portal.js';

jest.setTimeout(240_000);

const MAIL = 'aisaule.qupia@example.kz';

describe('contacts', () => {
  let portal: TestPortal;
  let codes: ContactCodes;
  let reader: ContactReader;
  let person: SignedIn;
  let stranger: SignedIn;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    codes = portal.app.get(ContactCodes, { strict: false });
    reader = portal.app.get(ContactReader, { strict: false });
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    [person, stranger] = [await somebody(), await somebody()];
    await portal.dataSource.query('delete from outgoing_messages');
    await portal.dataSource.query('delete from contact_confirmations');
  });

  async function somebody(): Promise<SignedIn> {
    const { id } = await aPerson(portal.dataSource);
    return { personId: id, name: '', territory: null, roles: [] };
  }

  const leave = (who: SignedIn, address = MAIL) =>
    portal.app
      .get(LeaveContact, { strict: false })
      .run(who, { way: 'mail', address, language: 'kk' });
  const confirm = (who: SignedIn, code: string) =>
    portal.app.get(ConfirmContact, { strict: false }).run(who, 'mail', code);
  const addressOf = async (who: SignedIn) => (await reader.list(who.personId))[0]?.address;

  async function codeFor(who: SignedIn): Promise<string> {
    const [row] = await portal.dataSource.query(
      `select id from contact_confirmations where resident_id = $1 and closed_at is null`,
      [who.personId],
    );
    return codes.of(row.id as string);
  }
  const wrongFor = async (who: SignedIn) =>
    (await codeFor(who)) === '000000' ? '000001' : '000000';
  const count = async (table: string) =>
    (await portal.dataSource.query(`select count(*)::int as n from ${table}`))[0].n as number;

  it('are confirmed by the code that was sent, once', async () => {
    await leave(person);
    expect(await addressOf(person)).toBeUndefined();
    const code = await codeFor(person);
    expect(code).toMatch(/^\d{6}$/);
    await confirm(person, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(await addressOf(person)).toBe(MAIL);
    await expect(confirm(person, code)).rejects.toMatchObject({ code: 'contact.not_confirmed' });
  });

  it('answer alike where nothing waits, the code is wrong, late or another person’s', async () => {
    const refused = { code: 'contact.not_confirmed' };
    await expect(confirm(person, '123456')).rejects.toMatchObject(refused);
    await leave(person);
    const code = await codeFor(person);
    await expect(confirm(person, await wrongFor(person))).rejects.toMatchObject(refused);
    await expect(confirm(stranger, code)).rejects.toMatchObject(refused);
    await portal.dataSource.query(
      `update contact_confirmations set expires_at = clock_timestamp()`,
    );
    await expect(confirm(person, code)).rejects.toMatchObject(refused);
    expect(await addressOf(person)).toBeUndefined();
  });

  it('take the right code after four wrong ones and not after five', async () => {
    for (const [wrong, confirmed] of [
      [4, MAIL],
      [5, undefined],
    ] as const) {
      const who = await somebody();
      await leave(who);
      const code = await codeFor(who);
      for (let done = 0; done < wrong; done += 1)
        await confirm(who, await wrongFor(who)).catch(() => undefined);
      await confirm(who, code).catch(() => undefined);
      expect(await addressOf(who)).toBe(confirmed);
    }
  });

  it('count tries of a person over all codes, whatever is asked for anew', async () => {
    for (let code = 0; code < 4; code += 1) {
      await leave(person, `a${code}@example.kz`);
      for (let done = 0; done < 5; done += 1)
        await confirm(person, await wrongFor(person)).catch(() => undefined);
    }
    await leave(person);
    await expect(confirm(person, await codeFor(person))).rejects.toMatchObject({
      code: 'contact.not_confirmed',
    });
  });

  it('lets a racing pair of tries take a code once', async () => {
    await leave(person);
    const code = await codeFor(person);
    const tries = await Promise.allSettled([confirm(person, code), confirm(person, code)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('bring five codes a day to an address, and say the same to the sixth who asks', async () => {
    for (let done = 0; done < 6; done += 1) await leave(await somebody());
    expect([await count('contact_confirmations'), await count('outgoing_messages')]).toEqual([
      6, 5,
    ]);
  });

  it('keep the former address until the next one is confirmed', async () => {
    await leave(person);
    await confirm(person, await codeFor(person));
    await leave(person, 'next@example.kz');
    expect(await addressOf(person)).toBe(MAIL);
    await confirm(person, await codeFor(person));
    expect(await addressOf(person)).toBe('next@example.kz');
    await portal.app.get(RemoveContact, { strict: false }).run(person, 'mail');
    expect(await addressOf(person)).toBeUndefined();
  });

  it('go with an erasure, and what is on its way to them', async () => {
    await leave(person);
    await confirm(person, await codeFor(person));
    await leave(person, 'next@example.kz');
    await portal.app.get(ErasePerson, { strict: false }).run(person.personId, 'request');
    for (const table of ['contacts', 'contact_confirmations', 'outgoing_messages'])
      expect(
        await portal.dataSource.query(`select * from ${table} where resident_id = $1`, [
          person.personId,
        ]),
      ).toEqual([]);
    expect(await addressOf(person)).toBeUndefined();
  });

  it('lie in no column in plain text, nor does a code', async () => {
    await leave(person);
    const code = await codeFor(person);
    await confirm(person, code);
    await leave(person, 'next.qupia@example.kz');
    const tables = ['contacts', 'contact_confirmations', 'outgoing_messages', 'idempotency_keys'];
    for (const table of tables) {
      const rows = await portal.dataSource.query(`select t::text as row from ${table} t`);
      const text = JSON.stringify(rows);
      for (const secret of ['qupia', Buffer.from('qupia').toString('hex'), code])
        expect(text).not.toContain(secret);
    }
  });
});
