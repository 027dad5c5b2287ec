import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { aFormVisitor } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import { aResident, aVotingRound, aVotingTown } from '#test/support/builders/voting-town.js';

jest.setTimeout(60_000);

const CODE = formatReceipt(new Uint8Array(RECEIPT_RANDOM_BYTES).fill(7));

interface Answer {
  readonly roundId: string;
  readonly proof: { readonly content: string } | null;
}

/** Among thirty million codes the chance of such a pair is one in eight hundred. */
describe('two voters of two rounds hold one code', () => {
  let portal: TestPortal;
  const rounds: string[] = [];

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    for (let n = 0; n < 2; n += 1) {
      const { roundId } = await aVotingRound(portal.dataSource);
      rounds.push(roundId);
      const { id } = await aResident(portal.dataSource, {});
      await portal.dataSource.query(BALLOT, [roundId, id, CODE]);
    }
    const acts = portal.app.get(SequenceActs, { strict: false });
    for (let added = await acts.run(); added < 2; added += await acts.run()) await wait(50);
    await portal.app.get(SignCheckpoint, { strict: false }).run();
  });
  afterAll(() => portal.close());

  it('and each ballot has an entry of its own', async () => {
    const answer = await fetch(`${portal.url}/api/v1/receipts/${CODE}`);
    const { others, ...first } = (await answer.json()) as Answer & { others: Answer[] };
    const answers = [first, ...others];
    expect(answers.map(({ roundId }) => roundId).toSorted()).toEqual(rounds.toSorted());
    for (const { roundId, proof } of answers) {
      expect(proof?.content).toContain(receiptDigest(CODE));
      expect(proof?.content).toContain(roundId);
    }
  });

  it.each([
    ['kk', 'екі рет берілген'],
    ['ru', 'выдан дважды'],
    ['en', 'given out twice'],
  ])('and the page in %s shows both with their rounds', async (language, shared) => {
    const { html } = await aFormVisitor(portal.url, {}).get(`/${language}/r/${CODE}`);
    expect(html).toContain(shared);
    for (const round of rounds) expect(html).toContain(`/${language}/rounds/${round}`);
    expect(html.split(CODE).length).toBeGreaterThan(2);
  });
});

const BALLOT = `
  insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce, cast_at, territory_kato)
  values ($1, $2, '{1}', $3, '', sha256('c'), '', clock_timestamp(), '990000000')`;
