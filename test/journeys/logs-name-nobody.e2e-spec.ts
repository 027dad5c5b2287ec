import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import {
  aCompleteProposal,
  anIntake,
  aProposingTown,
  VILLAGE,
} from '#test/support/builders/proposing-town.js';
import { putOnTheRoll } from '#test/support/builders/roll.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const IIN = inventedIin({ bornOn: '1983-07-19', sex: 'female', serial: 4127 });
const NAMES = { family: 'Құпиябекова', given: 'Айсәуле', patronymic: 'Жасырынқызы' };
const CONTACT = '+7 701 482 93 15, aisaule.qupia@example.kz';
/** How our keys for repeats begin: who has one could ask for the answer that was given. */
const REPEAT = 'c0ffee00-5ec7-4e7a-9e11-';
const PERSONAL = [IIN, ...Object.values(NAMES), '482 93 15', '4829315', 'aisaule.qupia'];

describe('the logs of a day', () => {
  let portal: TestPortal;
  let round: string;
  const written: string[] = [];

  beforeAll(async () => {
    process.env['TEST_LOG'] = '1';
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((piece) => {
        written.push(String(piece));
        return true;
      });
    portal = await openTestPortal();
    await aProposingTown(portal.dataSource);
    round = await anIntake(portal.dataSource);
    const person = { id: v7(), ...NAMES, bornOn: '1983-07-19', territory: VILLAGE };
    await putOnTheRoll(portal.dataSource, [{ ...person, pseudonym: portal.pseudonyms.of(IIN) }]);
  });
  afterAll(async () => {
    delete process.env['TEST_LOG'];
    jest.restoreAllMocks();
    await portal.close();
  });

  async function send(method: string, path: string, body?: unknown, cookie = '') {
    return fetch(`${portal.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        cookie,
        'idempotency-key': `${REPEAT}${randomBytes(6).toString('hex')}`,
        referer: `${portal.url}/kk/search?q=${IIN}`,
        'user-agent': `phone of ${IIN}`,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  it('hold no IIN, no name and no phone, whatever went well or wrong', async () => {
    const signedIn = await send('POST', '/api/v1/sessions', { provider: 'stand-in', iin: IIN });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const fields = aCompleteProposal({
      contact: CONTACT,
      coauthors: [Object.values(NAMES).join(' ')],
    });
    const drafted = await send('POST', `/api/v1/rounds/${round}/proposals`, fields, cookie);
    expect([signedIn.status, drafted.status]).toEqual([201, 201]);
    await sendWhatIsRefused(cookie);
    const failed = await sendWhatFails(cookie, fields);
    expect(failed).toBe(500);
    const log = written.join('');
    expect(log).toContain('"level":"error"');
    for (const word of PERSONAL) expect(log).not.toContain(word);
    expect(log).not.toContain(cookie.split('=')[1]);
    expect(log).not.toContain(REPEAT);
  });

  /** Personal words where they do not belong: in addresses, in broken bodies, in wrong fields. */
  async function sendWhatIsRefused(cookie: string): Promise<void> {
    await send('POST', '/api/v1/sessions', { provider: 'stand-in', iin: `${IIN}9` });
    await send('POST', '/api/v1/sessions', `{"iin":"${IIN}"`);
    await send('GET', `/api/v1/receipts/${IIN}`);
    await send('GET', `/kk/search?q=${IIN}`);
    await send('GET', `/kk/${encodeURIComponent(NAMES.family)}/${IIN}`, undefined, cookie);
    await send('PUT', `/api/v1/rounds/${round}/ballot`, { votes: [{ project: IIN }] }, cookie);
    await send('POST', `/api/v1/rounds/${IIN}/proposals`, { contact: CONTACT }, cookie);
  }

  /** A fault of ours, with personal words among the parameters of the broken statement. */
  async function sendWhatFails(cookie: string, fields: object): Promise<number> {
    await portal.dataSource.query(
      `alter table proposals rename column sealed_contact to contact_gone`,
    );
    try {
      const answer = await send('POST', `/api/v1/rounds/${round}/proposals`, fields, cookie);
      return answer.status;
    } finally {
      await portal.dataSource.query(
        `alter table proposals rename column contact_gone to sealed_contact`,
      );
    }
  }
});
