import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { CheckpointFiles } from '#features/proof/ledger/checkpoint-file.js';
import { checkLedger, type LedgerFindings } from '#features/proof/ledger/check/check-ledger.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  type VotingRound,
} from '#test/support/builders/voting-town.js';

jest.setTimeout(120_000);

const VOTERS = 300;

/** Rows in triggers' care, and the files, as they stand before a test. */
const KEPT = [
  'ledger_leaves',
  'ledger_tiles',
  'ledger_checkpoints',
  'ballots',
  'former_ballots',
  'tallies',
  'tally_files',
  'audit_entries',
  'signatures',
];

describe('a check of everything that was signed', () => {
  let portal: TestPortal;
  let round: VotingRound;

  const run = (statement: string) => portal.dataSource.query(statement);
  const sign = () => portal.app.get(SignCheckpoint, { strict: false }).run();

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    round = await aVotingRound(portal.dataSource);
    await castMany();
    await seal(VOTERS + 1);
    await run(`update rounds set voting_until = clock_timestamp()`);
    await portal.app.get(CloseRound, { strict: false }).run(round.roundId, null);
    await portal.app.get(CountRound, { strict: false }).run(round.roundId);
    await officeActs();
    await seal(4);
    for (const table of KEPT) {
      await run(`alter table ${table} disable trigger user`);
      await run(`create table kept_${table} as select * from ${table}`);
    }
    // Whoever rules the database takes away what is in the way.
    await run(`alter table ledger_leaves drop constraint uq_ledger_leaves_key`);
    await run(`alter table ballots drop constraint uq_ballots_receipt`);
  });
  afterAll(() => portal.close());

  beforeEach(async () => {
    for (const table of KEPT.toReversed()) await run(`delete from ${table}`);
    for (const table of KEPT)
      await run(`insert into ${table} overriding system value select * from kept_${table}`);
  });

  async function castMany(): Promise<void> {
    const people = [];
    for (let n = 0; n < VOTERS; n += 1) people.push(await aResident(portal.dataSource, {}));
    await Promise.all(people.map(({ token }, n) => cast(token, (n % 3) + 1)));
    await cast(people[0]!.token, 2);
  }

  function cast(token: string, number: number) {
    return portal.app.get(CastBallot, { strict: false }).run({
      tokenDigest: digestOfToken(token).toString('hex'),
      roundId: round.roundId,
      votes: [{ project: round.projects[number]! }],
      idempotencyKey: null,
    });
  }

  async function officeActs(): Promise<void> {
    await run(`insert into audit_entries (person_id, role, post_kk, post_ru, act, object_kind, object_id)
      select id, 'auditor', 'a', 'a', 'round.freeze', 'round', 'x' from residents limit 1`);
    await run(`insert into signatures (petition_id, resident_id, number, name_hidden, receipt, signed_at)
      select gen_random_uuid(), id, 1, false, 'SIGN-0000-0000-0', clock_timestamp() from residents limit 1`);
  }

  async function seal(expected: number): Promise<void> {
    const acts = portal.app.get(SequenceActs, { strict: false });
    for (let added = await acts.run(); added < expected; added += await acts.run()) await wait(50);
    await sign();
  }

  function check(): Promise<LedgerFindings> {
    return checkLedger({
      dataSource: portal.dataSource,
      key: portal.app.get(LedgerKey, { strict: false }),
      files: portal.app.get(CheckpointFiles, { strict: false }),
      sealKey: portal.pseudonyms.deriveKey(SEALS_OF_BALLOTS),
    });
  }

  async function faultsAfter(statement: string): Promise<string[]> {
    await run(statement);
    const { faults } = await check();
    return faults.map(({ where, what, which }) => `${what} ${where}: ${which}`);
  }

  it('finds nothing where nothing was touched', async () => {
    expect(await check()).toMatchObject({ entries: VOTERS + 5, checkpoints: 2, faults: [] });
  });

  describe('names in ballots a row that was', () => {
    const RULED = `ctid = (select ctid from ballots where replaces = 0 order by resident_id limit 1)`;

    it.each([
      ['changed in its choices', `update ballots set projects = '{3,2}' where ${RULED}`],
      [
        'changed in its person',
        `update ballots set resident_id = gen_random_uuid() where ${RULED}`,
      ],
      ['changed in its place', `update ballots set territory_kato = 'x' where ${RULED}`],
      [
        'changed in its moment',
        `update ballots set cast_at = cast_at + interval '1 second' where ${RULED}`,
      ],
      ['changed in its receipt', `update ballots set receipt = 'x' where ${RULED}`],
    ])('%s', async (_, statement) => {
      const faults = await faultsAfter(statement);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.join()).toMatch(/ballots: .*entry \d+/);
    });

    it('deleted', async () => {
      expect((await faultsAfter(`delete from ballots where ${RULED}`)).join()).toMatch(
        /deleted ballots: the row of entry \d+/,
      );
    });

    it('inserted, with all that a ballot has', async () => {
      const faults = await faultsAfter(`insert into ballots
        select round_id, gen_random_uuid(), projects, points, 'NEW-1', null, body_digest, commitment,
               nonce, clock_timestamp(), territory_kato, 0 from ballots where ${RULED}`);
      expect(faults.join()).toMatch(/inserted ballots: .*not taken by the portal/);
    });

    it('inserted and put into the log by the worker since', async () => {
      await run(`insert into ballots
        select round_id, gen_random_uuid(), projects, points, 'NEW-2', null, body_digest, commitment,
               nonce, clock_timestamp(), territory_kato, 0 from ballots where ${RULED}`);
      await seal(1);
      expect((await faultsAfter('select')).join()).toMatch(
        /inserted ballots: entry \d+ was not taken/,
      );
    });

    it('reordered: two people’s ballots exchanged', async () => {
      const faults = await faultsAfter(`
        with two as (
          select *, row_number() over (order by resident_id) as n
          from (select * from ballots where replaces = 0 order by resident_id limit 2) f)
        update ballots b set projects = o.projects, receipt = o.receipt, body_digest = o.body_digest,
          commitment = o.commitment, nonce = o.nonce, cast_at = o.cast_at, recorded_in = o.recorded_in
        from two t join two o on o.n = 3 - t.n where b.resident_id = t.resident_id`);
      const named = faults.filter((fault) => /changed ballots: the row of entry \d+/.test(fault));
      expect(named).toHaveLength(2);
    });

    it('duplicated', async () => {
      const faults = await faultsAfter(`insert into ballots
        select round_id, gen_random_uuid(), projects, points, receipt, null, body_digest, commitment,
               nonce, cast_at, territory_kato, 0, recorded_in from ballots where ${RULED}`);
      expect(faults.join()).toMatch(/duplicated ballots: entry \d+/);
    });
  });

  describe('names in the log an entry that was', () => {
    it.each([
      [
        'changed',
        `update ledger_leaves set content = replace(content, '"v":1', '"v": 1') where index = 7`,
        'changed ledger_leaves: entry 7',
      ],
      [
        'changed with its hash',
        `update ledger_leaves set content = c, hash = sha256('\\x00'::bytea || convert_to(c, 'UTF8'))
         from (select regexp_replace(content, '"record":"....', '"record":"0000') as c from ledger_leaves where index = 7) x where index = 7`,
        'changed ledger_leaves: entry 7',
      ],
      ['deleted', `delete from ledger_leaves where index = 7`, 'deleted ledger_leaves: entry 7'],
      [
        'deleted at the end',
        `delete from ledger_leaves where index = (select max(index) from ledger_leaves)`,
        `deleted ledger_leaves: entries ${VOTERS + 4} to ${VOTERS + 4}`,
      ],
      [
        'reordered',
        `update ledger_leaves l set kind = o.kind, subject = o.subject, key = o.key, content = o.content, hash = o.hash
         from ledger_leaves o where l.index in (7, 9) and o.index = 16 - l.index`,
        'moved ledger_leaves: entry 7',
      ],
      [
        'reordered at the end',
        `update ledger_leaves l set kind = o.kind, subject = o.subject, key = o.key, content = o.content, hash = o.hash
         from ledger_leaves o where l.index in (${VOTERS - 2}, ${VOTERS - 1}) and o.index = ${2 * VOTERS - 3} - l.index`,
        `changed ledger_leaves: among entries 0 to ${VOTERS}`,
      ],
    ])('%s', async (_, statement, fault) => {
      expect(await faultsAfter(statement)).toContain(fault);
    });

    it.each([
      ['inserted', `'NEW'`],
      ['duplicated', `key`],
    ])('%s behind it', async (_, key) => {
      const faults = await faultsAfter(`insert into ledger_leaves
        select ${VOTERS + 5}, kind, subject, ${key === 'key' ? 'key' : 'sha256(key)'}, content, hash from ledger_leaves where index = 7`);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.join()).toMatch(key === 'key' ? /duplicated/ : /ledger_leaves: entry 305/);
    });
  });

  it.each([
    [
      `update ledger_tiles set hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40))`,
      'changed ledger_tiles: tile 0/0',
    ],
    [`update ledger_tiles set root = sha256(root)`, 'changed ledger_tiles: tile 0/0'],
    [`delete from ledger_tiles`, 'deleted ledger_tiles: tile 0/0'],
    [
      `insert into ledger_tiles select 0, 1, hashes, root from ledger_tiles`,
      'inserted ledger_tiles: tile 0/1',
    ],
  ])('names a tile after %s', async (statement, fault) => {
    expect(await faultsAfter(statement)).toContain(fault);
  });

  describe('names a checkpoint that was', () => {
    it.each([
      [
        'changed',
        `update ledger_checkpoints set root = sha256(root) where id = 1`,
        /changed ledger_checkpoints: checkpoint 1/,
      ],
      [
        'changed in its text',
        `update ledger_checkpoints set note = replace(note, 'time 20', 'time 19') where id = 1`,
        /changed ledger_checkpoints: checkpoint 1/,
      ],
      [
        'deleted',
        `delete from ledger_checkpoints where id = 1`,
        /deleted ledger_checkpoints: checkpoint 2 .* does not name the one before it/,
      ],
      [
        'deleted at the end',
        `delete from ledger_checkpoints where id = 2`,
        /deleted ledger_checkpoints: the one over 305 entries/,
      ],
      [
        'inserted',
        `insert into ledger_checkpoints (size, root, note, signed_at) select 5, root, 'x', signed_at from ledger_checkpoints where id = 1`,
        /changed ledger_checkpoints: checkpoint \d+ over 5/,
      ],
      [
        'duplicated',
        `insert into ledger_checkpoints (size, root, note, signed_at) select size, root, note, signed_at from ledger_checkpoints where id = 2`,
        /duplicated ledger_checkpoints/,
      ],
      [
        'moved',
        `update ledger_checkpoints set id = 7 where id = 1`,
        /moved ledger_checkpoints|deleted ledger_checkpoints/,
      ],
    ])('%s', async (_, statement, fault) => {
      if (statement.includes('set id')) {
        await run(`alter table ledger_checkpoints alter column id drop identity if exists`);
      }
      expect((await faultsAfter(statement)).join()).toMatch(fault);
    });
  });

  it.each([
    [`update tallies set outcome = outcome || '{"x":1}'`, /changed tallies: the row of entry \d+/],
    [`update tallies set ballots = ballots + 1`, /changed tallies/],
    [`delete from tally_files; delete from tallies`, /deleted tallies: the row of entry \d+/],
    [
      `insert into tallies select gen_random_uuid(), round_id, computed_at, (select id from residents limit 1), 'x', outcome, ballots from tallies`,
      /inserted tallies/,
    ],
    [
      `update tally_files set gzipped = set_byte(gzipped, 30, 255 - get_byte(gzipped, 30))`,
      /changed tally_files/,
    ],
    [`update tally_files set digest = sha256(digest)`, /changed tallies: the row of entry/],
    [`update audit_entries set act = 'x'`, /changed audit_entries/],
    [`delete from audit_entries`, /deleted audit_entries/],
    [`update signatures set resident_id = gen_random_uuid()`, /changed signatures/],
    [`delete from signatures`, /deleted signatures/],
    [`update former_ballots set receipt = 'x' where replaced`, /deleted ballots: the row of entry/],
  ])('names what was done by %s', async (statement, fault) => {
    expect((await faultsAfter(statement)).join()).toMatch(fault);
  });
});
