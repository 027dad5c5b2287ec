import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { NotHeld } from '#apps/recount/verify/not-held.js';
import { type Verified, verifyArchive } from '#apps/recount/verify/verify-archive.js';
import { CheckpointFiles } from '#features/proof/ledger/checkpoint-file.js';
import { checkLedger } from '#features/proof/ledger/check/check-ledger.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { integrityThresholdsOn } from '#rules/integrity/integrity-thresholds.js';
import { readPabulib } from '#rules/tally/pabulib/read-pabulib.js';
import { aCountedTown, aPerson, type TestPerson } from '#test/support/builders/counted-town.js';
import {
  aPublishedRound,
  type PublishedRound,
  type RoundOffice,
  untilArchived,
} from '#test/support/builders/published-round.js';
import { packAt, resealed } from '#test/support/builders/sample-archive.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const QUIET = { begin: () => {}, advance: () => {} };
/** Without these twelve voters project 2 wins instead of project 1. */
const BATCH = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const CHOICES = Array.from({ length: 23 }, (_, voter) => (BATCH.includes(voter) ? [1] : [2, 3]));
/** As the report has them; another set than the code's own. */
const THRESHOLDS = { ...integrityThresholdsOn('2027-01-01'), ageLeast: 12 };
const FINDING = { signal: 'age-cluster', where: '1961' };
const TEXT = { kk: 'Себеп', ru: 'Причина' };

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

interface Motion {
  readonly id: string;
  readonly aim: string;
}

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly isStanding: boolean;
    readonly motions: readonly Motion[];
  }[];
}

describe('ballots in quarantine', () => {
  let portal: TestPortal;
  let office: RoundOffice;
  let auditor: TestPerson;
  let folder: string;
  let round: PublishedRound;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'quarantines-'));
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    office = {
      officer: await aPerson(portal.dataSource, 'officer'),
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    auditor = await aPerson(portal.dataSource, 'auditor');
    round = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: CHOICES,
      beforeDecision: async (counted) => {
        await aSuspicion(counted);
        await beforeThePublication(counted);
      },
    });
    await untilArchived(portal, round.id);
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  /** The report of the round names these voters by their year of birth. */
  async function aSuspicion({ id, voters }: PublishedRound): Promise<void> {
    await portal.dataSource.query(
      `update residents set born_on = '1961-05-01' where id = any($1::uuid[])`,
      [BATCH.map((voter) => voters[voter]!.id)],
    );
    const finding = { ...FINDING, measured: BATCH.length, threshold: 12 };
    await portal.dataSource.query(
      `insert into integrity_reports (round_id, thresholds, figures, findings)
       values ($1, $2, '{"ballots":23,"busiestMinute":null,"nightPercent":null,"places":[]}', $3)`,
      [id, JSON.stringify(THRESHOLDS), JSON.stringify([finding])],
    );
  }

  async function ask<T>(
    path: string,
    { as, body }: { as?: TestPerson; body?: object } = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${portal.url}/api/v1/rounds/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(as && { cookie: as.cookie }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  const moveAside = (id: string, as = auditor, reason: object = TEXT) =>
    ask<Listed>(`${id}/quarantines`, { as, body: { ...FINDING, reason } });

  const decide = (id: string, motion: string, as: TestPerson, confirmed: boolean) =>
    ask<{ code?: string }>(`${id}/quarantines/motions/${motion}/decision`, {
      as,
      body: { confirmed, text: TEXT },
    });

  async function winnersOf(id: string): Promise<unknown> {
    const { body } = await ask<{ winners: { number: number }[]; quarantined: unknown }>(
      `${id}/results`,
    );
    return [body.winners.map(({ number }) => number), body.quarantined];
  }

  const [TOTALS, NOBODY] = [{ ballots: 12, rest: 0 }, null];

  async function beforeThePublication({ id }: PublishedRound): Promise<void> {
    expect(await winnersOf(id)).toEqual([[1, 3], NOBODY]);
    await isPreviewedToAnAuditorAlone(id);
    expect((await moveAside(id, office.officer)).status).toBe(403);
    expect((await moveAside(id, auditor, { kk: 'Себеп', ru: '' })).status).toBe(422);
    const moved = await moveAside(id);
    expect(moved.status).toBe(201);
    const motion = moved.body.items[0]!.motions[0]!.id;
    expect((await moveAside(id)).status).toBe(409);
    await waitsForAnotherPerson(id, motion);
    expect((await decide(id, motion, office.officer, false)).status).toBe(200);
    expect(await winnersOf(id)).toEqual([[1, 3], NOBODY]);
    expect((await decide(id, motion, office.officer, true)).status).toBe(404);
    await isSetAsideReleasedAndSetAside(id);
  }

  async function isPreviewedToAnAuditorAlone(id: string): Promise<void> {
    const path = `${id}/quarantines/preview?signal=age-cluster&where=1961`;
    expect((await ask(path)).status).toBe(401);
    expect((await ask(path, { as: office.officer })).status).toBe(403);
    const { body } = await ask(path, { as: auditor });
    expect(body).toEqual({
      batch: expect.objectContaining({ ballots: 12, rest: 0 }),
      counted: { now: 23, after: 11 },
      pots: [{ territory: '974000000', now: [1, 3], after: [2, 3], isTied: false }],
    });
    const [entry]: { count: number }[] = await portal.dataSource.query(
      `select count(*)::int from audit_entries where act = 'quarantine.previewed' and object_id = $1`,
      [id],
    );
    expect(entry!.count).toBe(1);
    expect((await ask(`${id}/quarantines/preview?signal=night`, { as: auditor })).status).toBe(404);
  }

  async function waitsForAnotherPerson(id: string, motion: string): Promise<void> {
    expect((await decide(id, motion, auditor, true)).body.code).toBe(
      'quarantine.second_person_needed',
    );
    await expect(
      portal.dataSource.query(
        `insert into quarantine_decisions
           (motion_id, moved_by, confirmed, text_kk, text_ru, decided_by, tally_id)
         select id, moved_by, true, 'x', 'x', moved_by, (select id from tallies limit 1)
         from quarantine_motions where id = $1`,
        [motion],
      ),
    ).rejects.toThrow('ck_quarantine_decisions_two_people');
    await ask(`${id}/council-decision`, {
      as: office.expert,
      body: { protocolNumber: '6', text: TEXT, strikes: [] },
    });
    const early = await ask<{ code: string }>(`${id}/publication`, {
      as: office.publisher,
      body: {},
    });
    expect(early.body.code).toBe('quarantine.undecided');
  }

  async function isSetAsideReleasedAndSetAside(id: string): Promise<void> {
    const aside = (await moveAside(id)).body.items[1]!;
    await decide(id, aside.motions[0]!.id, office.officer, true);
    expect(await winnersOf(id)).toEqual([[2, 3], expect.objectContaining(TOTALS)]);
    const again = await moveAside(id);
    expect(again.status).toBe(422);
    const release = await ask<Listed>(`${id}/quarantines/${aside.id}/release`, {
      as: auditor,
      body: { reason: TEXT },
    });
    const back = release.body.items[1]!.motions[1]!;
    expect((await decide(id, back.id, auditor, true)).status).toBe(403);
    await decide(id, back.id, office.publisher, true);
    expect(await winnersOf(id)).toEqual([[1, 3], NOBODY]);
    const last = (await moveAside(id)).body.items[2]!;
    await decide(id, last.motions[0]!.id, office.publisher, true);
    expect(await winnersOf(id)).toEqual([[2, 3], expect.objectContaining(TOTALS)]);
  }

  it('are set aside and brought back by two people until the result is published', async () => {
    const { body } = await ask<Listed>(`${round.id}/quarantines`);
    expect(body.items.map(({ isStanding }) => isStanding)).toEqual([false, false, true]);
    expect((await moveAside(round.id)).body).toMatchObject({ code: 'result.published_already' });
    const release = await ask(`${round.id}/quarantines/${body.items[2]!.id}/release`, {
      as: auditor,
      body: { reason: TEXT },
    });
    expect(release.body).toMatchObject({ code: 'result.published_already' });
  });

  it('tell their voters so, and nothing of the choice', async () => {
    const stateOf = async (code: string): Promise<string> =>
      ((await (await fetch(`${portal.url}/api/v1/receipts/${code}`)).json()) as { state: string })
        .state;
    expect(await stateOf(round.receipts[0]!)).toBe('quarantined');
    expect(await stateOf(round.receipts[1]!)).toBe('counted');
    expect(await stateOf(round.replaced)).toBe('replaced');
    const page = await fetch(`${portal.url}/kk/r/${round.receipts[0]!}`);
    expect(await page.text()).toContain('Оқшауланды');
  });

  it.each(['kk', 'ru', 'en'])('stand on the pages of the result in %s', async (lang) => {
    for (const path of ['results', 'integrity']) {
      const html = await (await fetch(`${portal.url}/${lang}/rounds/${round.id}/${path}`)).text();
      expect(html).toContain('12 ');
      expect(html).not.toContain('quarantine.');
    }
    for (const as of [auditor, office.officer]) {
      const desk = await fetch(`${portal.url}/${lang}/rounds/${round.id}/quarantine`, {
        headers: { cookie: as.cookie },
      });
      expect(desk.status).toBe(200);
    }
  });

  it('show the thresholds that the report was made by, whatever stands in the code now', async () => {
    const { body } = await ask<{ thresholds: object }>(`${round.id}/integrity`);
    expect(body.thresholds).toEqual(THRESHOLDS);
  });

  it('change no row that was written', async () => {
    for (const table of ['quarantines', 'quarantine_marks', 'quarantine_motions'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow(
        'never changed or deleted',
      );
  });

  describe('of an archive', () => {
    let files: Map<string, string>;

    beforeAll(async () => {
      const answer = await fetch(`${portal.url}/api/v1/rounds/${round.id}/archive.zip`);
      const zip = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      files = new Map(Object.entries(zip).map(([path, b]) => [path, Buffer.from(b).toString()]));
    });

    async function verify(changed: ReadonlyMap<string, string>): Promise<Verified> {
      const archive = join(folder, 'archive.zip');
      const sealed = resealed(changed);
      const manifest = sealed.get('manifest.json')!;
      const own = (JSON.parse(files.get('manifest.json')!) as { round: string }).round;
      const named = manifest.replace(/"round": "[^"]+"/, `"round": "${own}"`);
      await packAt(archive, new Map(sealed).set('manifest.json', named));
      const [receipt] = round.receipts;
      return verifyArchive({ archive, checkpoints: [], receipts: [receipt!] }, QUIET);
    }

    const faultOf = (changed: ReadonlyMap<string, string>): Promise<string> =>
      verify(changed).then(
        () => 'holds',
        (error: unknown) => (error instanceof NotHeld ? error.code : String(error)),
      );

    const edited = (path: string, edit: (text: string) => string): Map<string, string> =>
      new Map(files).set(path, edit(files.get(path)!));

    it('are marked, and the recount without them agrees', async () => {
      const verified = await verify(files);
      expect(verified).toMatchObject({ ballots: 11, replaced: 1, quarantined: 12 });
      expect(verified.receipts).toMatchObject([{ state: 'quarantined' }]);
      const lines = files.get('quarantines.jsonl')!.trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as Motion).aim)).toEqual([
        'set-aside',
        'release',
        'set-aside',
      ]);
    });

    it('are not among the ballots that other programs count', async () => {
      async function* text(): AsyncGenerator<string> {
        yield files.get('ballots/974000000.pb')!;
      }
      const file = await readPabulib(text(), { mode: 'strict' });
      expect(file.kind).toBe('read');
      expect(files.get('ballots/974000000.pb')).toContain('num_votes;11');
    });

    const digest = (): string => receiptDigest(round.receipts[0]!);

    it.each<readonly [string, () => Map<string, string>, string]>([
      [
        'a mark taken away',
        () =>
          edited('receipts.csv', (csv) =>
            csv.replace(`${digest()},quarantined`, `${digest()},counted`),
          ),
        'quarantine.mark',
      ],
      [
        'a mark put on another ballot',
        () => edited('receipts.csv', (csv) => csv.replace(',counted', ',quarantined')),
        'quarantine.mark',
      ],
      [
        'another reason',
        () => edited('quarantines.jsonl', (text) => text.replaceAll('Себеп', 'Басқа')),
        'quarantine.record',
      ],
      [
        'a decision left out',
        () => edited('quarantines.jsonl', (text) => text.replace(/^.*\n/, '')),
        'quarantine.untold',
      ],
      [
        'fewer ballots named in the result',
        () => edited('result.json', (text) => text.replace('"ballots": 12', '"ballots": 11')),
        'quarantine.ballots',
      ],
      [
        'other totals in the result',
        () => edited('result.json', (text) => text.replace('"votes": 12', '"votes": 11')),
        'quarantine.totals',
      ],
    ])('are checked by anybody: %s is named', async (_, forged, code) => {
      expect(await faultOf(forged())).toBe(code);
    });
  });

  it.each([
    ['a mark deleted', `delete from quarantine_marks where receipt_digest = decode($1, 'hex')`],
    [
      'a decision turned',
      `update quarantine_decisions d set confirmed = false, tally_id = null
       where motion_id = (select motion_id from quarantine_decisions where confirmed
                          order by decided_at desc limit 1) and $1 <> ''`,
    ],
  ])('are compared with the ledger: %s', async (_, forgery) => {
    const runner = portal.dataSource.createQueryRunner();
    const digest = receiptDigest(round.receipts[0]!);
    try {
      await runner.query(`create table kept_marks as table quarantine_marks`);
      await runner.query(`create table kept_decisions as table quarantine_decisions`);
      await runner.query(`set session_replication_role = replica`);
      await runner.query(forgery, [digest]);
      const { faults } = await checkLedger({
        dataSource: portal.dataSource,
        key: portal.app.get(LedgerKey, { strict: false }),
        files: portal.app.get(CheckpointFiles, { strict: false }),
        sealKey: portal.pseudonyms.deriveKey(SEALS_OF_BALLOTS),
      });
      expect(faults.map(({ where }) => where)).toContain('quarantine_decisions');
    } finally {
      await runner.query(`delete from quarantine_decisions`);
      await runner.query(`delete from quarantine_marks`);
      await runner.query(`insert into quarantine_marks table kept_marks`);
      await runner.query(`insert into quarantine_decisions table kept_decisions`);
      await runner.query(`set session_replication_role = default`);
      await runner.query(`drop table kept_marks, kept_decisions`);
      await runner.release();
    }
  });
});
