import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NotHeld } from '#apps/recount/verify/not-held.js';
import { verifyArchive } from '#apps/recount/verify/verify-archive.js';
import { freezeArchivesOfPublishedRounds } from '#apps/worker/archives/freeze-archives-of-published-rounds.js';
import { CheckpointFiles } from '#features/proof/ledger/checkpoint-file.js';
import { checkLedger } from '#features/proof/ledger/check/check-ledger.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { aCountedTown, aPerson } from '#test/support/builders/counted-town.js';
import {
  aPublishedRound,
  type RoundOffice,
  untilSealed,
} from '#test/support/builders/published-round.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const QUIET = { begin: () => {}, advance: () => {} };

const LEAVES = `subject = $1 and kind = 'ballot'`;
const A_LEAF = `index = (select min(index) from ledger_leaves where ${LEAVES})`;
const LAST_LEAF = `index = (select max(index) from ledger_leaves where ${LEAVES})`;
const A_CHECKPOINT = `id = (select max(id) from ledger_checkpoints)`;

/** What somebody with the database's password does to the rows of round `$1`, and what it is called. */
const FORGERIES: readonly (readonly [string, string | readonly string[], RegExp])[] = [
  [
    'a ballot deleted',
    `delete from ballots where receipt = (select min(receipt) from ballots where round_id = $1)`,
    /^roll\./,
  ],
  [
    'a ballot inserted',
    `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce,
       cast_at, territory_kato)
     select round_id, gen_random_uuid(), projects, gen_random_uuid()::text, body_digest, commitment,
       nonce, cast_at, territory_kato from ballots where round_id = $1 limit 1`,
    /^roll\./,
  ],
  [
    'a leaf changed',
    `update ledger_leaves set content = replace(content, '"commitment":"', '"commitment":"00')
       where ${A_LEAF}`,
    /^(leaf|checkpoint|receipt)\./,
  ],
  [
    'a leaf changed in its digest',
    `update ledger_leaves set content = regexp_replace(content, '"commitment":".', '"commitment":"' ||
       case when content like '%"commitment":"0%' then '1' else '0' end) where ${A_LEAF}`,
    /^checkpoint\.root/,
  ],
  [
    'a leaf deleted',
    `delete from ledger_leaves where ${LAST_LEAF}`,
    /^(leaf|checkpoint|receipt)\./,
  ],
  [
    'a leaf inserted',
    [
      `update ledger_leaves set index = -index - 1
         where index > (select min(index) from ledger_leaves where ${LEAVES})`,
      `update ledger_leaves set index = -index where index < 0`,
      `insert into ledger_leaves select index + 1, kind, subject, sha256('x'), content, hash
         from ledger_leaves where ${A_LEAF}`,
    ],
    // Where the result was the last entry, no checkpoint covers it any more, and nothing is made.
    /^(checkpoint|receipt|leaf|archive)\./,
  ],
  [
    'two leaves in each other’s place',
    `with two as (select min(index) as one, max(index) as other from ledger_leaves where ${LEAVES})
     update ledger_leaves l set content = o.content, hash = o.hash
     from two, ledger_leaves o
     where l.index in (one, other) and o.index = case l.index when one then other else one end`,
    /^checkpoint\.root/,
  ],
  [
    'a leaf that stands twice',
    `with two as (select min(index) as one, max(index) as other from ledger_leaves where ${LEAVES})
     update ledger_leaves l set content = o.content, hash = o.hash
     from two, ledger_leaves o where l.index = other and o.index = one`,
    /^(checkpoint\.root|receipt\.)/,
  ],
  [
    'a checkpoint changed',
    `update ledger_checkpoints set note = replace(note, 'time 2', 'time 1') where ${A_CHECKPOINT}`,
    /^checkpoint\.signature/,
  ],
  [
    'a checkpoint changed in its size',
    `update ledger_checkpoints set note = regexp_replace(note, '\\n\\d+\\n', E'\\n7\\n') where ${A_CHECKPOINT}`,
    /^checkpoint\.signature/,
  ],
  [
    'a checkpoint that stands twice',
    `insert into ledger_checkpoints (size, root, note, signed_at)
     select size, root, note, signed_at from ledger_checkpoints where ${A_CHECKPOINT}`,
    /^checkpoint\.previous/,
  ],
  [
    'a checkpoint deleted',
    `delete from ledger_checkpoints where id = (select max(id) - 1 from ledger_checkpoints)`,
    /^checkpoint\.previous/,
  ],
  [
    'two checkpoints in each other’s place',
    `with two as (select max(id) - 1 as one, max(id) as other from ledger_checkpoints)
     update ledger_checkpoints c set note = o.note, size = o.size, root = o.root
     from two, ledger_checkpoints o
     where c.id in (one, other) and o.id = case c.id when one then other else one end`,
    /^checkpoint\./,
  ],
  [
    'a count with other winners',
    `update tallies set outcome = jsonb_set(outcome, '{pots,0,winners}', '["3"]') where round_id = $1`,
    /^(record\.other|tally\.)/,
  ],
  [
    'a count with more ballots',
    `update tallies set ballots = ballots + 1 where round_id = $1`,
    /^count\./,
  ],
  [
    'an election file of another count',
    `update tally_files set (gzipped, digest) = (
       select gzipped, digest from tally_files where tally_id not in
         (select id from tallies where round_id = $1) limit 1)
     where tally_id = (select id from tallies where round_id = $1)`,
    /^(record\.other|count\.file)/,
  ],
  [
    'a strike inserted into the result',
    `insert into result_strikes (tally_id, ballot_number, ground, text_kk, text_ru)
     select tally_id, 1, 'duplicate', 'x', 'x' from round_results where round_id = $1`,
    /^record\.other/,
  ],
  [
    'another protocol of the result',
    `update round_results set council_protocol = '8' where round_id = $1`,
    /^record\.other/,
  ],
];

/** Where the check of the database finds what a forgery did, by the first words of its name. */
const PLACES: readonly (readonly [string, string])[] = [
  ['a ballot', 'ballots'],
  ['a leaf', 'ledger_leaves'],
  ['two leaves', 'ledger_leaves'],
  ['a checkpoint', 'ledger_checkpoints'],
  ['two checkpoints', 'ledger_checkpoints'],
  ['a count', 'tallies'],
  ['an election file', 'tall'],
  ['', 'round_results'],
];

/** Rows as they stand before each forgery. */
const KEPT = [
  'ledger_leaves',
  'ledger_checkpoints',
  'ballots',
  'tallies',
  'tally_files',
  'round_results',
  'result_strikes',
];

describe('a row changed by SQL', () => {
  let portal: TestPortal;
  let round: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forged-'));
    portal = await openTestPortal();
    const { dataSource } = portal;
    await aCountedTown(dataSource);
    const office: RoundOffice = {
      officer: await aPerson(dataSource, 'officer'),
      publisher: await aPerson(dataSource, 'officer'),
      expert: await aPerson(dataSource, 'expert'),
    };
    const projects = [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }];
    const choices = Array.from({ length: 12 }, (_, voter) => (voter % 3 === 0 ? [2] : [1, 3]));
    await aPublishedRound(portal, office, { projects, choices });
    const sealed = { beforeClose: aCheckpoint, beforeDecision: aCheckpoint };
    round = (await aPublishedRound(portal, office, { projects, choices, ...sealed })).id;
    await untilSealed(portal, round);
    for (const table of KEPT)
      await dataSource.query(`create table kept_${table} as table ${table}`);
    await dataSource.query(`alter table ledger_leaves drop constraint ck_ledger_leaves_index`);
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  /** One more than the one over the result. */
  async function aCheckpoint(): Promise<void> {
    await portal.app.get(SequenceActs, { strict: false }).run();
    await portal.app.get(SignCheckpoint, { strict: false }).run();
  }

  /** Whoever rules the database sets its triggers and keys aside. */
  async function rule(statements: readonly string[]): Promise<void> {
    await portal.dataSource.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = replica`);
      for (const statement of statements)
        await manager.query(statement, statement.includes('$1') ? [round] : []);
    });
  }

  async function restore(): Promise<void> {
    await rule([
      `delete from round_archive_pieces`,
      `delete from round_archives`,
      ...KEPT.flatMap((table) => [
        `delete from ${table}`,
        `insert into ${table} overriding system value select * from kept_${table}`,
      ]),
    ]);
  }

  async function faultAfter(statements: readonly string[]): Promise<string> {
    await restore();
    await rule(statements);
    await freezeArchivesOfPublishedRounds(portal.app).run();
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round}/archive.zip`);
    if (answer.status === 404) return 'archive.not_made';
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    return verifyArchive({ archive, checkpoints: [], receipts: [] }, QUIET).then(
      () => 'holds',
      (error: unknown) => (error instanceof NotHeld ? error.code : String(error)),
    );
  }

  async function faultyTablesAfter(statements: readonly string[]): Promise<string> {
    await restore();
    await rule(statements);
    const { faults } = await checkLedger({
      dataSource: portal.dataSource,
      key: portal.app.get(LedgerKey, { strict: false }),
      files: portal.app.get(CheckpointFiles, { strict: false }),
      sealKey: portal.pseudonyms.deriveKey(SEALS_OF_BALLOTS),
    });
    return faults.map(({ where }) => where).join();
  }

  it('is none where nothing was changed', async () => {
    expect(await faultAfter([])).toBe('holds');
    expect(await faultyTablesAfter([])).toBe('');
  });

  it.each(FORGERIES)('is named by the check of the archive: %s', async (_, forgery, named) => {
    expect(await faultAfter([forgery].flat())).toMatch(named);
  });

  it.each(FORGERIES)('is named by the check of the database: %s', async (name, forgery) => {
    const [, table] = PLACES.find(([begin]) => name.startsWith(begin))!;
    expect(await faultyTablesAfter([forgery].flat())).toContain(table);
  });
});
