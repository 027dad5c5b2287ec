import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointNote,
  filesOf,
  packAt,
  receiptOf,
  resealed,
  sampleMatter,
  signerFrom,
} from '#test/support/builders/sample-archive.js';
import { GrowingTree } from '#rules/ledger/growing-tree.js';
import { NotHeld } from './not-held.js';
import { type Verified, verifyArchive, type VerifyRequest } from './verify-archive.js';

const QUIET = { begin: () => {}, advance: () => {} };

let folder = '';
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
  files = await filesOf(sampleMatter());
});
afterAll(() => rmSync(folder, { recursive: true }));

let packed = 0;

async function verify(
  changed: ReadonlyMap<string, string> = files,
  request: Partial<VerifyRequest> = {},
): Promise<Verified> {
  const archive = join(folder, `${(packed += 1)}.zip`);
  await packAt(archive, changed);
  return verifyArchive({ archive, checkpoints: [], receipts: [], ...request }, QUIET);
}

/** The code of the first thing that does not hold, and what it names. */
async function faultOf(work: Promise<unknown>): Promise<Pick<NotHeld, 'code' | 'details'>> {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof NotHeld)) throw new Error(`Expected a fault, got ${String(fault)}`);
  return { code: fault.code, details: fault.details };
}

describe('an archive as it was published', () => {
  it('holds', async () => {
    expect(await verify()).toMatchObject({
      ballots: 12,
      replaced: 1,
      leaves: 17,
      winners: { '710000000': ['2'] },
      last: { size: 22, origin: 'sample.invalid/ledger' },
    });
  });

  it('tells what became of a receipt', async () => {
    const receipts = [receiptOf(0), receiptOf(12)];
    expect((await verify(files, { receipts })).receipts).toEqual([
      { code: receipts[0], leaf: 5, state: 'counted' },
      { code: receipts[1], leaf: 18, state: 'replaced' },
    ]);
    const unknown = { receipts: [receiptOf(99)] };
    expect(await faultOf(verify(files, unknown))).toMatchObject({ code: 'receipt.absent' });
  });

  it('fits a checkpoint that somebody kept, and no other one', async () => {
    const notes = files.get('ledger/checkpoints.jsonl')!.split('\n');
    const kept = keptNote(JSON.parse(notes[0]!) as string);
    expect((await verify(files, { checkpoints: [kept] })).checkpoints).toBe(6);
    const tree = new GrowingTree();
    for (let index = 0; index < 8; index += 1) tree.add(Buffer.alloc(32, index));
    const other = keptNote(checkpointNote(tree));
    expect(await faultOf(verify(files, { checkpoints: [other] }))).toMatchObject({
      code: 'checkpoint.root',
      details: { from: other },
    });
    const earlier = new GrowingTree();
    earlier.add(Buffer.alloc(32));
    const outside = keptNote(checkpointNote(earlier));
    const verified = await verify(files, { checkpoints: [outside, kept] });
    expect([verified.notCompared, verified.checkpoints]).toEqual([[outside], 6]);
    const forged = keptNote(checkpointNote(tree, { signer: signerFrom(Buffer.alloc(32, 8)) }));
    expect(await faultOf(verify(files, { checkpoints: [forged] }))).toMatchObject({
      code: 'checkpoint.signature',
    });
  });

  it('is the same to the byte whenever it is made', async () => {
    const again = await filesOf(sampleMatter());
    expect(again).toEqual(files);
  });
});

function keptNote(note: string): string {
  const path = join(folder, `${(packed += 1)}.txt`);
  writeFileSync(path, note);
  return path;
}

/** What can be done to one row of a table. */
const CHANGES: Readonly<Record<string, (rows: readonly string[], at: number) => string[]>> = {
  changed: (rows, at) => rows.with(at, spoilt(rows[at]!)),
  deleted: (rows, at) => rows.toSpliced(at, 1),
  inserted: (rows, at) => rows.toSpliced(at, 0, spoilt(rows[at]!)),
  repeated: (rows, at) => rows.toSpliced(at, 0, rows[at]!),
  reordered: (rows, at) => rows.with(at, rows[at + 1]!).with(at + 1, rows[at]!),
};

/** Another digit in the middle of the row. */
function spoilt(row: string): string {
  const middle = Math.floor(row.length / 2);
  const at = middle + row.slice(middle).search(/[0-9]/);
  const digit = row.charAt(at) === '9' ? '8' : '9';
  return row.slice(0, at) + digit + row.slice(at + 1);
}

function tampered(path: string, change: string, at: number): Map<string, string> {
  const end = path.endsWith('.csv') ? '\r\n' : '\n';
  const rows = CHANGES[change]!(files.get(path)!.split(end), at);
  return new Map(files).set(path, rows.join(end));
}

const ELECTION = 'ballots/710000000.pb';
const TABLE = 'ballots/710000000.csv';

/** Files with the row that is tampered with and what the check names when the manifest fits again. */
const TABLES: readonly (readonly [string, number, string])[] = [
  [ELECTION, 22, '(ballots|count).'],
  [TABLE, 3, 'ballots.'],
  ['receipts.csv', 4, 'receipt.'],
  ['roll.csv', 1, 'roll.'],
  ['ledger/leaves.jsonl', 2, '(checkpoint|leaf|receipt).'],
  ['ledger/checkpoints.jsonl', 1, 'checkpoint.'],
];
const CASES = TABLES.flatMap(([path, at, named]) =>
  Object.keys(CHANGES).map((change) => ({ path, at, change, named })),
);

describe('one row of an archive', () => {
  it.each(CASES)('$change in $path is named', async ({ path, at, change }) => {
    const fault = await faultOf(verify(tampered(path, change, at)));
    expect(fault).toEqual({ code: 'manifest.differs', details: { path } });
  });

  it.each(CASES)('$change in $path is named even if the manifest fits', async (tampering) => {
    const { path, at, change, named } = tampering;
    const { code } = await faultOf(verify(resealed(tampered(path, change, at))));
    expect(code).toMatch(new RegExp(`^${named}`));
  });
});

const RESULT_CHANGES: readonly (readonly [string, string, string])[] = [
  ['"confirmed": [\n        "2"', '"confirmed": [\n        "2",\n        "1"', 'tally.confirmed'],
  [
    '"winners": [\n        "2",\n        "1"',
    '"winners": [\n        "1",\n        "2"',
    'tally.winners',
  ],
  ['"cost": "500000"', '"cost": "500001"', 'tally.cost'],
  ['"cost": "400000"', '"cost": "400001"', 'tally.project_cost'],
  ['"votes": 8', '"votes": 9', 'tally.project_votes'],
  ['"points": 8', '"points": 9', 'tally.project_points'],
  ['"outcome": "NO_MONEY"', '"outcome": "WON"', 'tally.project_outcome'],
  ['"voters": 12', '"voters": 11', 'count.pot'],
  ['"ballots": 12', '"ballots": 13', 'count.leaves'],
];

describe('the ballots that were counted', () => {
  it('are still the same: changed in both files they are not those of the ledger', async () => {
    const changed = new Map(files);
    const voter = files.get(ELECTION)!.split('\n')[22]!.split(';')[0]!;
    changed.set(ELECTION, files.get(ELECTION)!.replace(`${voter};3,2`, `${voter};1,2`));
    const table = files.get(TABLE)!;
    changed.set(TABLE, table.replace(`${voter},,1,1`, `${voter},1,1,`));
    expect(changed.get(ELECTION)).not.toBe(files.get(ELECTION));
    expect(await faultOf(verify(resealed(changed)))).toEqual({
      code: 'count.file',
      details: { path: ELECTION },
    });
  });

  it('are those of the record that the ledger holds', async () => {
    const record = files.get('count.json')!.replace('"ballots":12', '"ballots":13');
    const forged = resealed(new Map(files).set('count.json', record));
    expect(await faultOf(verify(forged))).toMatchObject({ code: 'record.other' });
  });

  it('have the strikes of the record that the ledger holds', async () => {
    const result = files.get('result.json')!;
    const without = result
      .replace(/"struck": \[[^]*\]/, '"struck": []')
      .replace('"confirmed": [\n        "2"', '"confirmed": [\n        "2",\n        "1"');
    const forged = resealed(new Map(files).set('result.json', without));
    expect(await faultOf(verify(forged))).toMatchObject({ code: 'result.strikes' });
  });
});

describe('a published result', () => {
  it.each(RESULT_CHANGES)('that says %j otherwise is named', async (was, is, code) => {
    const text = files.get('result.json')!;
    expect(text).toContain(was);
    const forged = resealed(new Map(files).set('result.json', text.replace(was, is)));
    expect(await faultOf(verify(forged))).toMatchObject({ code });
  });

  it('has no more ballots than there are people', async () => {
    const round = files.get('round.json')!.replace('"people": 42', '"people": 11');
    const forged = resealed(new Map(files).set('round.json', round));
    expect(await faultOf(verify(forged))).toMatchObject({ code: 'count.people' });
  });
});

describe('the files of an archive', () => {
  it('are all there and no other one', async () => {
    const fewer = new Map(files);
    fewer.delete('receipts.csv');
    const more = new Map(files).set('extra.txt', 'x');
    expect(await faultOf(verify(fewer))).toMatchObject({ code: 'zip.missing' });
    expect(await faultOf(verify(more))).toMatchObject({ code: 'manifest.extra' });
  });

  it('are those of a ZIP', async () => {
    const archive = keptNote('no zip at all');
    const request = { archive, checkpoints: [], receipts: [] };
    expect(await faultOf(verifyArchive(request, QUIET))).toMatchObject({ code: 'zip.unreadable' });
  });
});
