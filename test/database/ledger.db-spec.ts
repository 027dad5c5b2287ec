import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isConsistent } from '#rules/ledger/consistency-proof.js';
import { isIncluded } from '#rules/ledger/inclusion-proof.js';
import type { Leaf } from '#rules/ledger/leaf.js';
import { receiptDigest, sha256 } from '#rules/ledger/leaf-digests.js';
import { append, rootOf } from '#rules/ledger/merkle-tree.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { TOWN } from '#features/proof/ledger/leaf-subject.js';
import { LedgerRepository } from '#features/proof/ledger/ledger.repository.js';
import { TileReader } from '#features/proof/ledger/tile.reader.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

jest.setTimeout(60_000);

const ROUND = '0196f000-0000-7000-8000-000000000001';
const BATCHES = [1, 254, 1, 1, 700, 33];

describe('the stored log', () => {
  let database: TestDatabase;
  let reader: LedgerReader;
  const sizes: number[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    reader = new LedgerReader(database.dataSource, new TileReader(database.dataSource));
    for (const count of BATCHES) sizes.push(await grow(count));
  });
  afterAll(() => database.close());

  async function grow(count: number): Promise<number> {
    return new UnitOfWork(database.dataSource).run(async (tx) => {
      const ledger = tx.of(LedgerRepository);
      const size = await ledger.lockEnd();
      return ledger.append(
        size,
        Array.from({ length: count }, (_, n) => leafOf(size + n)),
      );
    });
  }

  function leafOf(n: number): Leaf {
    const receipt = receiptDigest(`code ${n}`);
    return {
      kind: 'ballot',
      round: ROUND,
      receipt,
      commitment: sha256(`c${n}`),
      record: sha256(`r${n}`),
    };
  }

  async function rootAt(size: number) {
    const leaves = await reader.listLeaves({ from: 0, until: size });
    const nodes = new Map(
      append(
        0,
        leaves.map(({ hash }) => hash),
        () => leaves[0]!.hash,
      ).map((node) => [`${node.level}/${node.index}`, node.hash]),
    );
    return rootOf(size, ({ level, index }) => nodes.get(`${level}/${index}`)!);
  }

  it('grows by its batches, each sorted by hash', async () => {
    expect(sizes).toEqual([1, 255, 256, 257, 957, 990]);
    expect(await reader.size()).toBe(990);
    const batch = await reader.listLeaves({ from: 257, until: 957 });
    const hashes = batch.map(({ hash }) => hash.toString('hex'));
    expect(hashes).toEqual(hashes.toSorted());
  });

  it('proves every leaf from stored tiles, in a few reads', async () => {
    const [size, root] = [990, await rootAt(990)];
    for (let index = 0; index < size; index += 7) {
      const [row] = await reader.listLeaves({ from: index, until: index + 1 });
      const { hashes, reads } = await reader.proveInclusion({ index, size });
      expect(isIncluded({ index, size, leaf: row!.hash, root }, hashes)).toBe(true);
      expect(reads).toBeLessThanOrEqual(4);
    }
  });

  it('proves that it only grew', async () => {
    const [after, rootAfter] = [990, await rootAt(990)];
    for (const before of sizes) {
      const { hashes } = await reader.proveConsistency({ before, after });
      const claim = { before, after, rootBefore: await rootAt(before), rootAfter };
      expect(isConsistent(claim, hashes)).toBe(true);
    }
  });

  it('finds a leaf by its receipt and lists those of a round', async () => {
    const found = await reader.findLeaf(ROUND, receiptDigest('code 300'));
    expect(found?.content).toContain(receiptDigest('code 300'));
    expect(await reader.findLeaf(ROUND, receiptDigest('code x'))).toBeNull();
    const part = await reader.listLeavesOf(ROUND, 979, 5);
    expect(part.map(({ index }) => index)).toEqual([980, 981, 982, 983, 984]);
  });

  it('takes no act twice', async () => {
    await expect(
      new UnitOfWork(database.dataSource).run(async (tx) => {
        const ledger = tx.of(LedgerRepository);
        return ledger.append(await ledger.lockEnd(), [leafOf(5)]);
      }),
    ).rejects.toThrow(/duplicate key.*ledger_leaves_before_key_subject/);
  });

  it.each([
    `update ledger_leaves set content = 'x' where index = 3`,
    `delete from ledger_leaves where index = 3`,
    `truncate ledger_leaves`,
    `update ledger_tiles set root = hashes`,
    `delete from ledger_checkpoints`,
  ])('refuses %s', async (statement) => {
    await expect(database.dataSource.query(statement)).rejects.toThrow('never changed or deleted');
  });

  describe('for a role with the rights that docs/ledger.md tells', () => {
    const role = `qatysu_app_${process.pid}`;
    let app: QueryRunner;

    beforeAll(async () => {
      app = database.dataSource.createQueryRunner();
      await app.query(`create role ${role}`);
      await app.query(
        `grant select, insert, update, delete, truncate on all tables in schema public to ${role}`,
      );
      await app.query(
        `revoke update, delete, truncate on ledger_leaves, ledger_tiles, ledger_checkpoints,
           quarantines, quarantine_marks, quarantine_motions, quarantine_decisions from ${role}`,
      );
      await app.query(`set role ${role}`);
    });
    afterAll(async () => {
      await app.query(`reset role`);
      await app.query(`drop owned by ${role}`);
      await app.query(`drop role ${role}`);
      await app.release();
    });

    it.each([
      `update ledger_leaves set content = 'x' where index = 3`,
      `delete from ledger_leaves where index = 3`,
      `truncate ledger_leaves`,
      `delete from ledger_tiles`,
      `update ledger_checkpoints set note = 'x'`,
      `delete from quarantine_marks`,
      `update quarantine_decisions set confirmed = false`,
      `alter table ledger_leaves disable trigger all`,
    ])('refuses %s', async (statement) => {
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    });

    it('still lets the log grow', async () => {
      const [row]: { count: number }[] = await app.query(
        `select count(*)::int as count from ledger_leaves`,
      );
      expect(row!.count).toBeGreaterThan(900);
      await app.query(
        `insert into ledger_leaves select max(index) + 1, 'act', '${TOWN}', sha256('new'), 'x', sha256('x')
         from ledger_leaves`,
      );
    });
  });
});
