import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { NotHeld } from '#apps/recount/verify/not-held.js';
import { type Verified, verifyArchive } from '#apps/recount/verify/verify-archive.js';
import { sealOpeningsOfClosedRounds } from '#apps/worker/openings/seal-openings-of-closed-rounds.js';
import { aCountedTown, aPerson, type TestPerson } from '#test/support/builders/counted-town.js';
import {
  aPublishedRound,
  type PublishedRound,
  type RoundOffice,
  untilArchived,
} from '#test/support/builders/published-round.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const QUIET = { begin: () => {}, advance: () => {} };
const CHOICES = Array.from({ length: 14 }, (_, voter) => (voter % 3 === 0 ? [2] : [1, 3]));

describe('ballots sealed for an auditor', () => {
  let portal: TestPortal;
  let auditor: TestPerson;
  let round: PublishedRound;
  let folder: string;
  let identity: string;
  let archive: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sealed-'));
    identity = await generateIdentity();
    portal = await openTestPortal();
    const { dataSource } = portal;
    await aCountedTown(dataSource);
    const office: RoundOffice = {
      officer: await aPerson(dataSource, 'officer'),
      publisher: await aPerson(dataSource, 'officer'),
      expert: await aPerson(dataSource, 'expert'),
    };
    auditor = await aPerson(dataSource, 'auditor');
    round = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: CHOICES,
      beforeClose: ({ id }) => registersBeforeTheVotingAlone(id, office.officer),
    });
    expect((await take(round.id)).status).toBe(404);
    await untilArchived(portal, round.id);
    await sealOpeningsOfClosedRounds(portal.app).run();
    archive = join(folder, 'archive.zip');
    const zip = await fetch(`${portal.url}/api/v1/rounds/${round.id}/archive.zip`);
    writeFileSync(archive, Buffer.from(await zip.arrayBuffer()));
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  async function registersBeforeTheVotingAlone(id: string, officer: TestPerson): Promise<void> {
    const recipient = await identityToRecipient(identity);
    const late = await register(id, recipient);
    expect(late.body).toMatchObject({
      faults: [expect.objectContaining({ code: 'ledger.key_too_late' })],
    });
    const shift = (hours: number): Promise<unknown> =>
      portal.dataSource.query(
        `update rounds set intake_from = intake_from + make_interval(hours => $2),
           intake_until = intake_until + make_interval(hours => $2),
           review_until = review_until + make_interval(hours => $2),
           voting_from = voting_from + make_interval(hours => $2),
           voting_until = voting_until + make_interval(hours => $2),
           decision_by = decision_by + make_interval(hours => $2) where id = $1`,
        [id, hours],
      );
    await shift(24 * 30);
    expect((await register(id, recipient, officer)).status).toBe(403);
    const broken = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`;
    expect((await register(id, broken)).status).toBe(422);
    expect((await register(id, recipient)).status).toBe(201);
    expect((await register(id, recipient)).status).toBe(409);
    await shift(-24 * 30);
  }

  async function register(id: string, recipient: string, as = auditor) {
    const answer = await fetch(`${portal.url}/api/v1/rounds/${id}/opening-keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as.cookie },
      body: JSON.stringify({ recipient }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  }

  const take = (id: string, as = auditor): Promise<Response> =>
    fetch(`${portal.url}/api/v1/rounds/${id}/openings.age`, { headers: { cookie: as.cookie } });

  async function opened(): Promise<string> {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const sealed = new Uint8Array(await (await take(round.id)).arrayBuffer());
    return decrypter.decrypt(sealed, 'text');
  }

  async function verify(openings: Uint8Array, key = identity): Promise<Verified> {
    const sealed = { openings: join(folder, 'openings.age'), identity: join(folder, 'key.txt') };
    writeFileSync(sealed.openings, openings);
    writeFileSync(sealed.identity, `# created: today\n${key}\n`);
    return verifyArchive({ archive, checkpoints: [], receipts: [], sealed }, QUIET);
  }

  async function faultOf(text: string): Promise<string> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    return verify(await encrypter.encrypt(text)).then(
      () => 'holds',
      (error: unknown) => (error instanceof NotHeld ? error.code : String(error)),
    );
  }

  it('hold every ballot that stood at the close, and open its entry', async () => {
    const sealed = new Uint8Array(await (await take(round.id)).arrayBuffer());
    expect(await verify(sealed)).toMatchObject({ ballots: 14, replaced: 1, opened: 14 });
  });

  it('tell nothing to whoever has the file and not the key', async () => {
    const sealed = Buffer.from(await (await take(round.id)).arrayBuffer());
    for (const word of ['choices', 'ballot', 'salt', round.id])
      expect(sealed.includes(word)).toBe(false);
    await expect(verify(sealed, await generateIdentity())).rejects.toMatchObject({
      code: 'sealed.unreadable',
    });
  });

  it('are given to auditors alone, in the sight of all, and to nobody in plain', async () => {
    const stranger = await aPerson(portal.dataSource);
    expect((await take(round.id, stranger)).status).toBe(403);
    const plain = await fetch(`${portal.url}/api/v1/rounds/${round.id}/openings.jsonl`, {
      headers: { cookie: auditor.cookie },
    });
    expect(plain.status).toBe(403);
    const acts: { act: string }[] = await portal.dataSource.query(
      `select distinct act from audit_entries where object_id = $1 and act like 'openings.%' order by 1`,
      [round.id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'openings.key_registered',
      'openings.sealed_taken',
    ]);
    const listed = await fetch(`${portal.url}/api/v1/rounds/${round.id}/opening-keys`);
    expect(await listed.json()).toMatchObject({
      items: [{ recipient: await identityToRecipient(identity) }],
      sealed: { ballots: 14, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('are frozen', async () => {
    const before = Buffer.from(await (await take(round.id)).arrayBuffer());
    await sealOpeningsOfClosedRounds(portal.app).run();
    expect(Buffer.from(await (await take(round.id)).arrayBuffer()).equals(before)).toBe(true);
    await expect(portal.dataSource.query(`delete from sealed_openings`)).rejects.toThrow(
      'never changed or deleted',
    );
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['as they are', (text) => text, 'holds'],
    ['one left out', (text) => text.replace(/^.*\n/, ''), 'sealed.missing'],
    ['another choice', (text) => text.replace('[2]', '[1]'), 'opening.differs'],
    ['one twice', (text) => text.replace(/^(.*\n)/, '$1$1'), 'sealed.missing'],
    ['one too many', (text) => text + text.split('\n')[0]!, 'opening.without_leaf'],
    ['no ballot', () => 'x\n', 'opening.unreadable'],
  ])('are checked with the key: %s', async (_, forge, code) => {
    expect(await faultOf(forge(await opened()))).toBe(code);
  });
});
