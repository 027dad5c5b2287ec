import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { type MetricsSource, watchPortal } from '#apps/portal/metrics.js';
import { verifyArchive } from '#apps/recount/verify/verify-archive.js';
import { ConfirmContact } from '#features/outreach/contacts/confirm-contact.js';
import { ContactCodes } from '#features/outreach/contacts/contact-codes.js';
import { LeaveContact } from '#features/outreach/contacts/leave-contact.js';
import { BringUpToErasures } from '#features/proof/erasure/bring-up-to-erasures.js';
import { ErasedKeysFile } from '#features/proof/erasure/erased-keys-file.js';
import { ListErasedKeys } from '#features/proof/erasure/list-erased-keys.js';
import { checkLedger } from '#features/proof/ledger/check/check-ledger.js';
import { checkpointFilesOf, ledgerKeyOf } from '#features/proof/ledger/ledger-place.js';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { NameReader, sealedNameOf } from '#features/registry/residents/name.reader.js';
import { BackupFile } from '#platform/backup/backup-file.js';
import { restoreBackup } from '#platform/backup/restore-backup.js';
import { writeBackup } from '#platform/backup/write-backup.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { filesFolderOf, FolderFileStore } from '#platform/files/folder-file-store.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { aCountedTown, aPerson, OKRUG, VILLAGES } from '#test/support/builders/counted-town.js';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aCompleteProposal,
  anIntake,
  aProposingTown,
  VILLAGE,
} from '#test/support/builders/proposing-town.js';
import {
  aPublishedRound,
  untilArchived,
  type PublishedRound,
} from '#test/support/builders/published-round.js';
import { putOnTheRoll } from '#test/support/builders/roll.js';
import { aFormVisitor, hiddenField, type FormVisitor } from '#test/support/form-visitor.js';
import { testPersonalKeys } from '#test/support/personal-keys.js';
import { openBareDatabase } from '#test/support/test-database.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(240_000);

const BORN = '1983-07-19';
const IIN = inventedIin({ bornOn: BORN, sex: 'female', serial: 4129 });
const NAME = { family: 'Құпиябекова', given: 'Айсәуле', patronymic: 'Жасырынқызы' };
const NEIGHBOUR = 'Тылсымов Бүркенбай';
const CONTACT = '+7 701 482 93 17, aisaule.qupia@example.kz, Көлеңке көшесі 7719';
/** Whatever of her somebody could look for; words that no page has by chance. */
const SECRETS = [
  IIN,
  'Құпиябек',
  'Жасырынқызы',
  'Тылсымов',
  'Бүркенбай',
  '482 93 17',
  '4829317',
  'aisaule.qupia',
  'Көлеңке',
  BORN,
  'aisaule.tylsym',
  '5558301',
];
/** Where letters and text messages are to reach her: other addresses than on the proposal. */
const REACHED = [
  { way: 'mail', address: 'aisaule.tylsym@example.kz' },
  { way: 'sms', address: '+7 701 555 83 01' },
] as const;
const REASON = 'Ойым өзгерді';
/** First name and initial stand beside what she does, until she is erased. */
const SHOWN = `${NAME.given} Қ.`;
const TRACES = [...SECRETS, NAME.given];
/** Public pages are made once in two seconds. */
const MADE_PAGES_LAST_MS = 2_100;
const QUIET = { begin: () => {}, advance: () => {} };

describe('Aisaule has her data erased', () => {
  let portal: TestPortal;
  let figures: MetricsSource;
  let visitor: FormVisitor;
  let folder: string;
  let petition: string;
  let round: PublishedRound;
  let number: string;
  let token: string;
  const id = v7();
  const log: string[] = [];

  beforeAll(async () => {
    process.env['TEST_LOG'] = '1';
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((piece) => log.push(String(piece)) > 0);
    folder = mkdtempSync(join(tmpdir(), 'qatysu-erased-'));
    portal = await openTestPortal({ beforeListening: (app) => (figures = watchPortal(app)) });
    await aProposingTown(portal.dataSource);
    await aCountedTown(portal.dataSource);
    const roll = { id, ...NAME, bornOn: BORN, territory: VILLAGE };
    const pseudonym = portal.pseudonyms.of(IIN);
    await putOnTheRoll(portal.dataSource, [{ ...roll, pseudonym }]);
    token = await signIn();
    number = await proposeAndWithdraw();
    await portal.dataSource.query(`update residents set territory_kato = $2 where id = $1`, [
      id,
      VILLAGES[0],
    ]);
    const deputy = await aPerson(portal.dataSource, 'deputy');
    petition = await anOpenPetition(portal.dataSource, deputy.id, { territory: OKRUG });
    await send('POST', `/petitions/${petition}/signatures`, {});
    for (const contact of REACHED) await leaveAndConfirm(contact);
    round = await aRoundWithHerVote();
    visitor = aFormVisitor(portal.url, { qatysu_session: token });
  });
  afterAll(async () => {
    delete process.env['TEST_LOG'];
    jest.restoreAllMocks();
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  it('is shown by first name and initial, and lies in plain text nowhere', async () => {
    expect((await visitor.get(`/kk/projects/${number}`)).html).toContain(SHOWN);
    expect(await namesOfSigners()).toContain(SHOWN);
    const dumped = await dump('before.zip');
    // The control: what is published lies there in plain text, and the search finds it.
    expect(dumped).toContain(REASON);
    // Bytes lie there in hexadecimal digits, and so would what is not sealed.
    expect(dumped).toContain(hexOf(portal.pseudonyms.of(IIN)));
    expect(tracesIn(dumped, [...TRACES, token])).toEqual([]);
    expect(tracesIn(dumped, [...TRACES, token].map(hexOf))).toEqual([]);
    expect(tracesIn(await everythingPublic(), [...SECRETS, token])).toEqual([]);
  });

  it('is in no figure of the operator', async () => {
    const told = await figures.read();
    expect(told).toContain('/:lang/projects/:number');
    expect(tracesIn(told, [...TRACES, token, id])).toEqual([]);
  });

  it('waits while a petition that she signed collects', async () => {
    const { html } = await visitor.get('/kk/erasure');
    expect(html).toContain('Қол қойған петицияға әлі қол жиналып жатыр (1)');
    expect(html).not.toContain('name="understood"');
  });

  it('is asked once more, and then it is done', async () => {
    await portal.dataSource.query(`update petitions set state = 'forwarded' where id = $1`, [
      petition,
    ]);
    const { html } = await visitor.get('/kk/erasure');
    const form = { idempotencyKey: hiddenField(html, 'idempotencyKey') };
    const refused = await visitor.post('/kk/erasure', form);
    expect([refused.status, refused.path]).toEqual([422, '/kk/erasure']);
    const done = await visitor.post('/kk/erasure', {
      idempotencyKey: v7(),
      understood: 'yes',
    });
    expect([done.status, done.path]).toEqual([200, '/kk/erasure/done']);
    expect((await visitor.get('/kk/my')).path).toMatch(/^\/kk\/sign-in/);
    const again = await send('POST', '/sessions', { provider: 'stand-in', iin: IIN });
    expect(again.status).toBe(422);
  });

  it('leaves nothing of her in pages, exports, dump and log', async () => {
    await wait(MADE_PAGES_LAST_MS);
    const pages = await everythingPublic();
    expect(pages).toContain('Деректері жойылған тұрғын');
    expect(tracesIn(pages)).toEqual([]);
    const dumped = await dump('after.zip');
    expect(tracesIn(dumped, [...TRACES, ...TRACES.map(hexOf)])).toEqual([]);
    expect(log.join('')).toContain('"level"');
    expect(tracesIn(log.join(''), [...TRACES, token])).toEqual([]);
  });

  it('leaves the ledger and the archive as they were signed', async () => {
    const config = portal.app.get<Config>(CONFIG);
    const findings = await checkLedger({
      dataSource: portal.dataSource,
      key: ledgerKeyOf(config),
      files: checkpointFilesOf(config),
      sealKey: portal.pseudonyms.deriveKey(SEALS_OF_BALLOTS),
    });
    expect(findings.faults).toEqual([]);
    const archive = join(folder, 'archive.zip');
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round.id}/archive.zip`);
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    const kept = { archive, checkpoints: [], receipts: round.receipts };
    expect(await verifyArchive(kept, QUIET)).toMatchObject({ ballots: 12 });
  });

  it('is not undone by a backup from before, as long as the list is there', async () => {
    await portal.app.get(ListErasedKeys, { strict: false }).run();
    const elsewhere = await openBareDatabase();
    try {
      const backup = await BackupFile.open(join(folder, 'before.zip'));
      const files = new FolderFileStore(join(folder, 'restored'));
      await restoreBackup({ backup, url: elsewhere.url, files }).finally(() => backup.close());
      // The control: a backup alone brings her back.
      expect(await nameIn(elsewhere.dataSource)).toBe(SHOWN);
      const list = new ErasedKeysFile(portal.app.get<Config>(CONFIG).erasedKeysFile);
      const bringing = new BringUpToErasures(new UnitOfWork(elsewhere.dataSource), list);
      expect(await bringing.run()).toBe(1);
      expect(await nameIn(elsewhere.dataSource)).toBeNull();
    } finally {
      await elsewhere.close();
    }
  });

  async function send(method: string, path: string, body: object, key?: string) {
    return fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        cookie: `qatysu_session=${token}`,
        ...(key && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
  }

  async function signIn(): Promise<string> {
    const answer = await send('POST', '/sessions', { provider: 'stand-in', iin: IIN });
    return /qatysu_session=([^;]+)/.exec(answer.headers.getSetCookie()[0]!)![1]!;
  }

  async function leaveAndConfirm(contact: (typeof REACHED)[number]): Promise<void> {
    const person = { personId: id, name: '', territory: null, roles: [] };
    await portal.app
      .get(LeaveContact, { strict: false })
      .run(person, { ...contact, language: 'kk' });
    const [asked] = await portal.dataSource.query(
      `select id from contact_confirmations where resident_id = $1 and closed_at is null`,
      [id],
    );
    const code = portal.app.get(ContactCodes, { strict: false }).of(asked.id);
    await portal.app.get(ConfirmContact, { strict: false }).run(person, contact.way, code);
  }

  /** With a contact, a neighbour and a key for repeats, whose answer repeats all of it. */
  async function proposeAndWithdraw(): Promise<string> {
    const intake = await anIntake(portal.dataSource);
    const fields = aCompleteProposal({ contact: CONTACT, coauthors: [NEIGHBOUR] });
    const key = v7();
    const drafted = await send('POST', `/rounds/${intake}/proposals`, fields, key);
    const repeated = await send('POST', `/rounds/${intake}/proposals`, fields, key);
    const draft = (await drafted.json()) as { id: string };
    expect(await repeated.json()).toMatchObject({ id: draft.id, contact: CONTACT });
    const submitted = await send('POST', `/proposals/${draft.id}/submission`, {});
    const proposal = (await submitted.json()) as { number: string };
    await send('POST', `/proposals/${draft.id}/withdrawal`, { reason: REASON });
    return proposal.number;
  }

  async function aRoundWithHerVote(): Promise<PublishedRound> {
    const office = {
      officer: await aPerson(portal.dataSource, 'officer'),
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    const published = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }],
      choices: Array.from({ length: 11 }, (_, voter) => [(voter % 2) + 1]),
      beforeClose: async ({ id: roundId, proposals }) => {
        const votes = [{ project: proposals[0] }];
        const answer = await send('PUT', `/rounds/${roundId}/ballot`, { votes }, v7());
        expect(answer.status).toBe(201);
      },
    });
    await untilArchived(portal, published.id);
    return published;
  }

  /** Every table of a whole backup, as text. */
  async function dump(name: string): Promise<string> {
    const config = portal.app.get<Config>(CONFIG);
    const path = join(folder, name);
    await writeBackup({
      url: portal.databaseUrl,
      filesFolder: filesFolderOf(config),
      keys: [],
      into: createWriteStream(path),
    });
    const backup = await BackupFile.open(path);
    const parts: string[] = [];
    for (const { name: table } of backup.manifest.tables)
      parts.push(await text(await backup.readTable(table)));
    backup.close();
    return parts.join('\n');
  }

  async function everythingPublic(): Promise<string> {
    const pages = [
      '',
      '/rounds',
      `/rounds/${round.id}`,
      `/rounds/${round.id}/results`,
      '/petitions',
      `/petitions/${petition}`,
      `/projects/${number}`,
      `/projects/${number}/versions`,
      '/audit',
      '/ledger',
      `/rounds/${round.id}/integrity`,
    ].flatMap((path) => ['kk', 'ru', 'en'].map((lang) => `/${lang}${path}`));
    const exports = [
      ...[
        'results',
        'results.csv',
        'projects',
        'projects.csv',
        'projects.geojson',
        'election.pb',
      ].map((path) => `rounds/${round.id}/${path}`),
      'petitions',
      `petitions/${petition}`,
      `petitions/${petition}/places.csv`,
      `projects/${number}`,
      `projects/${number}/versions`,
      `proposals/${number}`,
      'audit-trail',
      'audit-trail.csv',
      'ledger/checkpoints',
      'ledger/leaves?from=0&to=9',
    ].map((path) => `/api/v1/${path}`);
    const seen: string[] = [];
    for (const path of [...pages, ...exports]) {
      const answer = await fetch(portal.url + path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      seen.push(`${path}\n${answer.headers.get('link') ?? ''}\n${await answer.text()}`);
    }
    return seen.join('\n');
  }

  async function namesOfSigners(): Promise<string> {
    return (await fetch(`${portal.url}/kk/petitions/${petition}`)).text();
  }

  async function nameIn(source: DataSource): Promise<string | null> {
    const [row] = await source.query(
      `select ${sealedNameOf('r')} as name from residents r where id = $1`,
      [id],
    );
    return new NameReader(testPersonalKeys()).short(row.name);
  }
});

function tracesIn(all: string, words: readonly string[] = TRACES): string[] {
  return words.filter((word) => all.includes(word));
}

function hexOf(word: string | Buffer): string {
  return Buffer.from(word as string).toString('hex');
}
