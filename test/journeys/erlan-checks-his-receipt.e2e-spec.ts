import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isConsistent } from '#rules/ledger/consistency-proof.js';
import { isIncluded } from '#rules/ledger/inclusion-proof.js';
import { openCheckpoint } from '#rules/ledger/ledger-checkpoint.js';
import { hashOfLeafText } from '#rules/ledger/leaf.js';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { parseVerifierKey } from '#rules/ledger/signed-note.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { aFormVisitor } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  type VotingRound,
} from '#test/support/builders/voting-town.js';

jest.setTimeout(60_000);

interface Sealed {
  readonly index: number;
  readonly size: number;
  readonly hash: string;
  readonly root: string;
  readonly content: string;
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}

interface Checkpoint {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

describe('Erlan checks his receipt on another phone', () => {
  let portal: TestPortal;
  let round: VotingRound;
  const codes: string[] = [];

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    round = await aVotingRound(portal.dataSource);
    for (let n = 0; n < 5; n += 1) codes.push(await vote());
  });
  afterAll(() => portal.close());

  async function vote(): Promise<string> {
    const { token } = await aResident(portal.dataSource, {});
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round.roundId}/ballot`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: `qatysu_session=${token}` },
      body: JSON.stringify({ votes: [{ project: round.projects[1] }] }),
    });
    return ((await answer.json()) as { receipt: { code: string } }).receipt.code;
  }

  /** As the worker does, once a minute; other tests' transactions may hold it up for a moment. */
  async function seal(expected: number): Promise<void> {
    const acts = portal.app.get(SequenceActs, { strict: false });
    for (let added = await acts.run(); added < expected; added += await acts.run()) await wait(50);
    await portal.app.get(SignCheckpoint, { strict: false }).run();
  }

  async function ask<T>(path: string): Promise<T> {
    return (await (await fetch(`${portal.url}/api/v1${path}`)).json()) as T;
  }

  const verifiers = async () => {
    const { items } = await ask<{ items: string[] }>('/ledger/keys');
    return items.map((line) => parseVerifierKey(line)!);
  };
  const bytes = (hex: string) => Buffer.from(hex, 'hex');

  it('and is told that it is recorded, and not sealed for the first minute', async () => {
    expect((await fetch(`${portal.url}/api/v1/ledger/checkpoints/latest`)).status).toBe(404);
    expect(await ask(`/receipts/${codes[0]}`)).toMatchObject({ state: 'recorded', proof: null });
    const page = await aFormVisitor(portal.url, {}).get(`/kk/r/${codes[0]}`);
    expect(page.html).toContain('минутына бір рет');
  });

  it('and then gets a proof that anybody can check', async () => {
    await seal(5);
    const { proof } = await ask<{ proof: Sealed }>(`/receipts/${codes[0]}`);
    const [leaf, root] = [hashOfLeafText(proof.content), bytes(proof.root)];
    expect(proof.content).toContain(receiptDigest(codes[0]!));
    expect(leaf.toString('hex')).toBe(proof.hash);
    expect(isIncluded({ ...proof, leaf, root }, proof.hashes.map(bytes))).toBe(true);
    const checkpoint = openCheckpoint(proof.checkpoint, await verifiers());
    expect(checkpoint).toMatchObject({ size: 5, root });
  });

  it.each(['kk', 'ru', 'en'])('and prints it in %s, without a choice on it', async (lang) => {
    const page = await aFormVisitor(portal.url, {}).get(`/${lang}/r/${codes[0]}`);
    expect(page.html).toContain('RFC 6962');
    const { proof } = await ask<{ proof: Sealed }>(`/receipts/${codes[0]}`);
    for (const shown of [proof.hash, proof.root, ...proof.hashes])
      expect(page.html).toContain(shown);
    expect(page.html).not.toContain(round.projects[1]);
    expect(page.html).not.toMatch(/Жоба 1/);
  });

  it('while a wrong code tells nothing, mistyped or unknown', async () => {
    const answers = await Promise.all(
      ['2222-2222-2222-2', '2222-2222-2222-3', 'x'].map(async (code) => {
        const answer = await fetch(`${portal.url}/api/v1/receipts/${code}`);
        const { code: told, title } = (await answer.json()) as Record<string, string>;
        return { status: answer.status, told, title };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, told: 'receipt.not_found' });
  });

  it('and sees later that the log only grew', async () => {
    await vote();
    await seal(1);
    const { items } = await ask<{ items: Checkpoint[] }>('/ledger/checkpoints');
    const [after, before] = items as [Checkpoint, Checkpoint];
    const { hashes } = await ask<{ hashes: string[] }>(
      `/ledger/proofs/consistency?from=${before.size}&to=${after.size}`,
    );
    const claim = {
      before: before.size,
      after: after.size,
      rootBefore: bytes(before.root),
      rootAfter: bytes(after.root),
    };
    expect(isConsistent(claim, hashes.map(bytes))).toBe(true);
    const latest = await fetch(`${portal.url}/api/v1/ledger/checkpoints/latest`);
    expect(latest.headers.get('content-type')).toContain('text/plain');
    expect(await latest.text()).toBe(after.note);
  });

  it('and may read every entry under the latest checkpoint, no more', async () => {
    await vote();
    const { items, size } = await ask<{ items: Sealed[]; size: number }>(
      '/ledger/leaves?from=2&to=99',
    );
    expect(size).toBe(6);
    expect(items.map(({ index }) => index)).toEqual([2, 3, 4, 5]);
    const place = await ask<{ hashes: string[] }>('/ledger/proofs/inclusion?index=5&size=6');
    expect(place.hashes.length).toBeGreaterThan(0);
    for (const path of [
      'inclusion?index=6&size=6',
      'inclusion?index=0&size=7',
      'consistency?from=1&to=7',
    ])
      expect((await fetch(`${portal.url}/api/v1/ledger/proofs/${path}`)).status).toBe(422);
    for (const path of ['inclusion?index=-1&size=6', 'consistency?from=0&to=1', 'inclusion'])
      expect((await fetch(`${portal.url}/api/v1/ledger/proofs/${path}`)).status).toBe(400);
  });
});
