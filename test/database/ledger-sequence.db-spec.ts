import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { hashOfLeafText, parseLeaf } from '#rules/ledger/leaf.js';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { noteDigest, openCheckpoint, splitNotes } from '#rules/ledger/ledger-checkpoint.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { CheckpointFiles } from '#features/proof/ledger/checkpoint-file.js';
import { CompareWithCheckpoints } from '#features/proof/ledger/compare-with-checkpoints.js';
import { KeepLedger } from '#features/proof/ledger/keep-ledger.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  type TestVoter,
  type VotingRound,
} from '#test/support/builders/voting-town.js';

jest.setTimeout(60_000);

describe('acts enter the log', () => {
  let portal: TestPortal;
  let round: VotingRound;
  let reader: LedgerReader;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    round = await aVotingRound(portal.dataSource);
    reader = portal.app.get(LedgerReader, { strict: false });
  });
  afterAll(() => portal.close());

  /** Transactions of other tests on the same server may hold the horizon back for a moment. */
  async function sequence(expected: number): Promise<number> {
    const acts = portal.app.get(SequenceActs, { strict: false });
    let added = await acts.run();
    for (let tries = 0; added < expected && tries < 100; tries += 1) {
      await wait(50);
      added += await acts.run();
    }
    return added;
  }

  const sign = () => portal.app.get(SignCheckpoint, { strict: false }).run();

  async function cast(voter: TestVoter, number: number): Promise<string> {
    const { receipt } = await portal.app.get(CastBallot, { strict: false }).run({
      tokenDigest: digestOfToken(voter.token).toString('hex'),
      roundId: round.roundId,
      votes: [{ project: round.projects[number]! }],
      idempotencyKey: null,
    });
    return receipt.code;
  }

  it('each once, replaced ones too, whenever they were replaced', async () => {
    const [first, second] = [
      await aResident(portal.dataSource, {}),
      await aResident(portal.dataSource, {}),
    ];
    const codes = [await cast(first, 1), await cast(second, 1)];
    expect(await sequence(2)).toBe(2);
    codes.push(await cast(first, 2), await cast(first, 3));
    expect(await sequence(2)).toBe(2);
    expect(await sequence(0)).toBe(0);
    for (const code of codes) {
      const row = await reader.findLeaf(round.roundId, receiptDigest(code));
      expect(parseLeaf(row!.content)).toMatchObject({ kind: 'ballot', round: round.roundId });
      expect(hashOfLeafText(row!.content)).toEqual(row!.hash);
    }
  });

  it('also where an older transaction commits after a younger one', async () => {
    const resident = await aResident(portal.dataSource, {});
    const slow = portal.dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query(STORE_BALLOT, [round.roundId, resident.id, 'SLOW-0000-0000-0']);
    const code = await cast(await aResident(portal.dataSource, {}), 1);
    expect(await sequence(0)).toBe(0);
    await slow.commitTransaction();
    await slow.release();
    expect(await sequence(2)).toBe(2);
    expect(await reader.findLeaf(round.roundId, receiptDigest('SLOW-0000-0000-0'))).not.toBeNull();
    expect(await reader.findLeaf(round.roundId, receiptDigest(code))).not.toBeNull();
  });

  it('also in a database that was brought back into a younger cluster', async () => {
    await portal.dataSource.query(`update ledger_horizon set reached = '999999999'`);
    const code = await cast(await aResident(portal.dataSource, {}), 1);
    expect(await sequence(1)).toBe(1);
    expect(await reader.findLeaf(round.roundId, receiptDigest(code))).not.toBeNull();
  });

  it('with signatures, their withdrawal, acts in office and minutes', async () => {
    const before = await reader.size();
    const [petition, resident] = [v7(), await aResident(portal.dataSource, {})];
    await portal.dataSource.query(
      `insert into signatures (petition_id, resident_id, number, name_hidden, receipt, signed_at)
       values ($1, $2, 1, false, 'SIGN-0000-0000-0', clock_timestamp())`,
      [petition, resident.id],
    );
    await portal.dataSource.query(
      `insert into former_signatures (petition_id, resident_id, number, name_hidden, receipt, signed_at, withdrawn_at)
       values ($1, $2, 2, false, 'GONE-0000-0000-0', clock_timestamp(), clock_timestamp())`,
      [petition, resident.id],
    );
    await portal.dataSource.query(
      `insert into audit_entries (person_id, role, post_kk, post_ru, act, object_kind, object_id)
       values ($1, 'auditor', 'a', 'a', 'round.freeze', 'round', 'x')`,
      [resident.id],
    );
    await sequence(4);
    const added = await reader.listLeaves({ from: before, until: await reader.size() });
    const kinds = added.map(({ content }) => parseLeaf(content)!.kind).toSorted();
    expect(kinds).toEqual(['act', 'signature', 'signature', 'withdrawal']);
    const ofPetition = await reader.listLeavesOf(petition, -1, 10);
    expect(ofPetition).toHaveLength(3);
  });

  it('and the end of a voting with its number of ballots, behind them', async () => {
    await portal.dataSource.query(`update rounds set closed_at = clock_timestamp() where id = $1`, [
      round.roundId,
    ]);
    await sequence(1);
    const last = await reader.listLeaves({
      from: (await reader.size()) - 1,
      until: await reader.size(),
    });
    expect(parseLeaf(last[0]!.content)).toEqual({
      kind: 'closure',
      round: round.roundId,
      standing: 5,
      replaced: 2,
    });
  });

  describe('and are signed over', () => {
    const fileOf = async () => {
      const [row] = await portal.dataSource.query(`select log_id as id from ledger_horizon`);
      return portal.app.get(CheckpointFiles, { strict: false }).of(row.id).path;
    };
    const compare = () => portal.app.get(CompareWithCheckpoints, { strict: false }).run();

    it('each checkpoint naming the one before, in the database and outside it', async () => {
      const notes = [await sign(), await sign()];
      const { verifiers } = portal.app.get(LedgerKey, { strict: false });
      const [first, second] = notes.map((note) => openCheckpoint(note, verifiers)!);
      expect(first).toMatchObject({ size: await reader.size(), previous: null });
      expect(second!.previous).toBe(noteDigest(notes[0]!));
      expect(splitNotes(readFileSync(await fileOf(), 'utf8'))).toEqual(notes);
      expect((await reader.findLatestCheckpoint())?.note).toBe(notes[1]);
    });

    it('once a minute and not where nothing has happened', async () => {
      const keep = portal.app.get(KeepLedger, { strict: false });
      await keep.run();
      const { length } = await reader.listCheckpoints(100);
      await keep.run();
      expect(await reader.listCheckpoints(100)).toHaveLength(length);
      await portal.dataSource.query(
        `update rounds set published_at = clock_timestamp() where id = $1`,
        [round.roundId],
      );
      await keep.run();
      expect(await reader.listCheckpoints(100)).toHaveLength(length + 1);
    });

    it('so that a start with the same database is fine', async () => {
      await expect(compare()).resolves.toBeUndefined();
    });

    it('and an older database does not start, the gap named', async () => {
      const path = await fileOf();
      const kept = readFileSync(path, 'utf8');
      const size = await reader.size();
      await portal.dataSource.query(`alter table ledger_leaves disable trigger user`);
      await portal.dataSource.query(
        `create table kept_leaves as select * from ledger_leaves where index >= $1`,
        [size - 2],
      );
      await portal.dataSource.query(`delete from ledger_leaves where index >= $1`, [size - 2]);
      await expect(compare()).rejects.toThrow(`entries ${size - 2} to ${size - 1}`);
      await portal.dataSource.query(`insert into ledger_leaves select * from kept_leaves`);
      writeFileSync(path, kept.replace(/time \d{4}/g, 'time 1999'));
      await expect(compare()).rejects.toThrow('no known key');
      rmSync(path);
      await expect(compare()).resolves.toBeUndefined();
      writeFileSync(path, kept);
    });

    it('and nothing is signed over a log that was changed', async () => {
      await portal.dataSource.query(
        `update ledger_leaves set hash = sha256('x') where index = $1`,
        [(await reader.size()) - 1],
      );
      await expect(compare()).rejects.toThrow('are not those signed');
      await expect(sign()).rejects.toThrow('are not those of the checkpoint');
    });
  });
});

const STORE_BALLOT = `
  insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce, cast_at, territory_kato)
  values ($1, $2, '{1}', $3, '', sha256('c'), '', clock_timestamp(), '990000000')`;
