import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Leaf } from '#rules/ledger/leaf.js';
import { receiptDigest, sha256 } from '#rules/ledger/leaf-digests.js';
import { LedgerRepository } from '#features/proof/ledger/ledger.repository.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { acceptedByGo, type GoClaim, isGoThere } from '#test/support/go-verifier.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const BATCHES = [1, 2, 5, 40, 208, 1, 43, 100, 112, 90];

interface LeafView {
  readonly hash: string;
  readonly content: string;
}

interface CheckpointView {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

const withGo = isGoThere() ? describe : describe.skip;

withGo('a stranger with the verifier of Go’s checksum database', () => {
  let portal: TestPortal;
  let leaves: readonly LeafView[];
  let checkpoints: readonly CheckpointView[];
  let claims: readonly GoClaim[];

  beforeAll(async () => {
    portal = await openTestPortal();
    for (const count of BATCHES) await grow(count);
    leaves = (await ask<{ items: LeafView[] }>('leaves?from=0&to=1000')).items;
    checkpoints = (await ask<{ items: CheckpointView[] }>('checkpoints')).items.toReversed();
    claims = [
      ...(await inclusionClaims()),
      ...(await consistencyClaims()),
      ...leaves.map(({ hash, content }) => ({ kind: 'entry', leaf: hash, content })),
      ...(await noteClaims()),
    ];
  });
  afterAll(() => portal.close());

  async function grow(count: number): Promise<void> {
    await portal.app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      const ledger = tx.of(LedgerRepository);
      const size = await ledger.lockEnd();
      await ledger.append(
        size,
        Array.from({ length: count }, (_, n) => leafOf(size + n)),
      );
    });
    await portal.app.get(SignCheckpoint, { strict: false }).run();
  }

  function leafOf(n: number): Leaf {
    const receipt = receiptDigest(`code ${n}`);
    const petition = '0196f000-0000-7000-8000-000000000001';
    return { kind: 'signature', petition, number: n, receipt, record: sha256(`r${n}`) };
  }

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${portal.url}/api/v1/ledger/${path}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as T;
  }

  async function inclusionClaims(): Promise<GoClaim[]> {
    const found: GoClaim[] = [];
    for (const { size, root } of checkpoints)
      for (let index = 0; index < size; index += 7) {
        const { hashes } = await ask<{ hashes: string[] }>(
          `proofs/inclusion?index=${index}&size=${size}`,
        );
        found.push({ kind: 'inclusion', index, size, root, hashes, leaf: leaves[index]!.hash });
      }
    return found;
  }

  async function consistencyClaims(): Promise<GoClaim[]> {
    const found: GoClaim[] = [];
    for (const older of checkpoints)
      for (const newer of checkpoints.filter(({ size }) => size > older.size)) {
        const { hashes } = await ask<{ hashes: string[] }>(
          `proofs/consistency?from=${older.size}&to=${newer.size}`,
        );
        const sizes = { before: older.size, size: newer.size };
        found.push({ kind: 'consistency', ...sizes, old: older.root, root: newer.root, hashes });
      }
    return found;
  }

  async function noteClaims(): Promise<GoClaim[]> {
    const { items } = await ask<{ items: string[] }>('keys');
    return checkpoints.map(({ note }) => ({ kind: 'note', note, key: items[0]! }));
  }

  it('accepts every proof, entry and signature', () => {
    expect(claims.length).toBeGreaterThan(800);
    expect(acceptedByGo(claims).filter((accepted) => !accepted)).toEqual([]);
  });

  it('accepts none of as many that were tampered with', () => {
    expect(acceptedByGo(claims.map(tampered)).filter((accepted) => accepted)).toEqual([]);
  });
});

/** One digit of one hash, or one letter of one text, is another. */
function tampered(claim: GoClaim, turn: number): GoClaim {
  const { hashes, note, content } = claim as { hashes?: string[]; note?: string; content?: string };
  if (note) return { ...claim, note: note.replace('time 20', 'time 21') };
  if (content) return { ...claim, content: content.replace('"number":', '"number":1') };
  if (hashes && hashes.length > 0) {
    const place = turn % hashes.length;
    return { ...claim, hashes: hashes.with(place, otherDigit(hashes[place]!, turn)) };
  }
  return { ...claim, root: otherDigit(String(claim['root']), turn) };
}

function otherDigit(hash: string, turn: number): string {
  const place = turn % hash.length;
  return hash.slice(0, place) + (hash[place] === '0' ? '1' : '0') + hash.slice(place + 1);
}
