import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { type Verified, verifyArchive } from '#apps/recount/verify/verify-archive.js';
import { freezeArchivesOfPublishedRounds } from '#apps/worker/archives/freeze-archives-of-published-rounds.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { aCountedTown, aPerson, aRoundToCount } from '#test/support/builders/counted-town.js';
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
const CHOICES = Array.from({ length: 14 }, (_, voter) => (voter % 3 === 0 ? [2] : [1, 3]));

describe('the archive of a published round', () => {
  let portal: TestPortal;
  let office: RoundOffice;
  let round: PublishedRound;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archives-'));
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    office = {
      officer: await aPerson(portal.dataSource, 'officer'),
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    round = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: CHOICES,
    });
    await untilArchived(portal, round.id);
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (id: string, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}/api/v1/rounds/${id}/archive.zip`, { headers });

  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  async function verify(
    id: string,
    receipts: readonly string[] = [],
    checkpoints: readonly string[] = [],
  ): Promise<Verified> {
    const archive = join(folder, `${id}.zip`);
    writeFileSync(archive, await bytesOf(await ask(id)));
    return verifyArchive({ archive, receipts, checkpoints }, QUIET);
  }

  it('holds, with every receipt in it', async () => {
    const verified = await verify(round.id, [...round.receipts, round.replaced]);
    expect(verified).toMatchObject({ ballots: 14, replaced: 1 });
    expect(verified.winners).toEqual({ '974000000': ['1', '3'] });
    expect(verified.receipts.map(({ state }) => state)).toEqual([
      ...round.receipts.map(() => 'counted'),
      'replaced',
    ]);
  });

  it('fits the checkpoint that anybody could keep', async () => {
    const ledger = portal.app.get(LedgerReader, { strict: false });
    const [row] = await ledger.listLeavesOf(round.id, -1, 1);
    const { note } = (await ledger.findCheckpointOver(row!.index + 1))!;
    const kept = join(folder, 'kept.txt');
    writeFileSync(kept, note);
    const without = await verify(round.id);
    expect((await verify(round.id, [], [kept])).checkpoints).toBe(without.checkpoints + 1);
  });

  it('is the same bytes for ever', async () => {
    const first = await ask(round.id);
    const bytes = await bytesOf(first);
    const digest = createHash('sha256').update(bytes).digest();
    expect(first.headers.get('etag')).toBe(`"${digest.toString('hex')}"`);
    expect(first.headers.get('repr-digest')).toBe(`sha-256=:${digest.toString('base64')}:`);
    await freezeArchivesOfPublishedRounds(portal.app).run();
    expect((await bytesOf(await ask(round.id))).equals(bytes)).toBe(true);
    const etag = first.headers.get('etag')!;
    expect((await ask(round.id, { 'if-none-match': etag })).status).toBe(304);
    await expect(
      portal.dataSource.query(`update round_archive_pieces set bytes = '\\x00'`),
    ).rejects.toThrow('never changed or deleted');
    await expect(portal.dataSource.query(`delete from round_archives`)).rejects.toThrow();
  });

  it('goes on where a download broke off', async () => {
    const whole = await bytesOf(await ask(round.id));
    const rest = await ask(round.id, { range: 'bytes=100-' });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-${whole.length - 1}/${whole.length}`,
    ]);
    expect((await bytesOf(rest)).equals(whole.subarray(100))).toBe(true);
    const changed = await ask(round.id, { range: 'bytes=100-', 'if-range': '"another"' });
    expect(changed.status).toBe(200);
    await changed.arrayBuffer();
    const beyond = await ask(round.id, { range: `bytes=${whole.length}-` });
    expect(beyond.status).toBe(416);
  });

  it('is there only after the publication', async () => {
    const counted = await aRoundToCount(portal.dataSource, { projects: [{ costTenge: 10 }] });
    for (const id of [counted.id, 'no-round']) {
      const answer = await ask(id);
      expect(answer.status).toBe(404);
    }
  });

  it('holds for a round of several pots, a blank pot and a project that was withdrawn', async () => {
    const other = await aPublishedRound(portal, office, {
      projects: [
        { costTenge: 60 },
        { costTenge: 20, village: 0 },
        { costTenge: 25, village: 0 },
        { costTenge: 10, state: 'withdrawn' },
      ],
      villages: [40, 30],
      choices: Array.from({ length: 12 }, (_, voter) => (voter % 2 === 0 ? [1, 2] : [3])),
    });
    await untilArchived(portal, other.id);
    const verified = await verify(other.id, other.receipts);
    expect(verified.ballots).toBe(12);
    expect(Object.keys(verified.winners)).toHaveLength(3);
  });

  it('opens the ballots of a round that promised it, and only of such a one', async () => {
    const open = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: CHOICES,
      secrecy: 'openings',
    });
    await untilArchived(portal, open.id);
    expect((await verify(open.id)).ballots).toBe(14);
    const files = unzipSync(new Uint8Array(await bytesOf(await ask(open.id))));
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
    const lines = text(files['openings.jsonl']!).trim().split('\n');
    expect(lines).toHaveLength(14);
    const texts = Object.entries(files).map(([name, bytes]) => [name, text(bytes)] as const);
    const forged = join(folder, 'forged.zip');
    for (const [spoilt, code] of [
      [lines[0]!.replace('choices\\":[', 'choices\\":[9,'), 'opening.differs'],
      [lines[1]!, 'opening.without_leaf'],
    ] as const) {
      const openings = [spoilt, ...lines.slice(1), ''].join('\n');
      await packAt(forged, resealed(new Map(texts).set('openings.jsonl', openings)));
      const request = { archive: forged, checkpoints: [], receipts: [] };
      await expect(verifyArchive(request, QUIET)).rejects.toMatchObject({ code });
    }
    const others = unzipSync(new Uint8Array(await bytesOf(await ask(round.id))));
    expect(Object.keys(others)).not.toContain('openings.jsonl');
  });
});
