import { setTimeout as wait } from 'node:timers/promises';
import { freezeArchivesOfPublishedRounds } from '#apps/worker/archives/freeze-archives-of-published-rounds.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { parseLeaf } from '#rules/ledger/leaf.js';
import type { SecrecyMode } from '#rules/participation/secrecy-mode.js';
import type { TestPortal } from '../test-portal.js';
import {
  aPerson,
  aRoundToCount,
  type CountedProjectWish,
  type CountedRound,
  type TestPerson,
} from './counted-town.js';

/** Who takes a round from the vote to its publication. */
export interface RoundOffice {
  readonly officer: TestPerson;
  readonly publisher: TestPerson;
  readonly expert: TestPerson;
}

export interface PublishedRound extends CountedRound {
  /** The receipts of the ballots that count, voter by voter. */
  readonly receipts: readonly string[];
  /** The first voter's receipt before she changed her mind. */
  readonly replaced: string;
  readonly voters: readonly TestPerson[];
}

export interface PublishedRoundWish {
  readonly projects: readonly CountedProjectWish[];
  /** Numbers on the ballot, voter by voter; the first one casts hers twice. */
  readonly choices: readonly (readonly number[])[];
  readonly villages?: readonly number[];
  readonly secrecy?: SecrecyMode;
  /** What happens between the count and the Council's decision. */
  readonly beforeDecision?: (counted: PublishedRound) => Promise<void>;
  /** What happens before the voting ends. */
  readonly beforeClose?: (round: CountedRound) => Promise<void>;
}

/** A whole round: cast through the casting path, closed, counted, decided, published. */
export async function aPublishedRound(
  portal: TestPortal,
  office: RoundOffice,
  wish: PublishedRoundWish,
): Promise<PublishedRound> {
  const { dataSource } = portal;
  const round = await aRoundToCount(dataSource, { ...wish, votingUntil: '1 hour' });
  await dataSource.query(`update rounds set secrecy = $2 where id = $1`, [
    round.id,
    wish.secrecy ?? 'presence',
  ]);
  const voters: TestPerson[] = [];
  for (const _ of wish.choices) voters.push(await aPerson(dataSource));
  const replaced = await cast(portal, round, voters[0]!, wish.choices[1]!);
  const receipts: string[] = [];
  for (const [place, numbers] of wish.choices.entries())
    receipts.push(await cast(portal, round, voters[place]!, numbers));
  await wish.beforeClose?.(round);
  await dataSource.query(
    `update rounds set voting_until = clock_timestamp() - interval '1 second' where id = $1`,
    [round.id],
  );
  await act(portal, office.officer, `${round.id}/closure`, {});
  const published = { ...round, receipts, replaced, voters };
  await wish.beforeDecision?.(published);
  await act(portal, office.expert, `${round.id}/council-decision`, DECISION);
  await act(portal, office.publisher, `${round.id}/publication`, {});
  return published;
}

/** What the worker does in time: acts into the ledger, and a checkpoint over the result. */
export async function untilSealed(portal: TestPortal, roundId: string): Promise<void> {
  const ledger = portal.app.get(LedgerReader, { strict: false });
  // Transactions of other tests on the same server may hold the ledger back for a moment.
  for (let tries = 0; tries < 100; tries += 1) {
    await portal.app.get(SequenceActs, { strict: false }).run();
    const leaves = await ledger.listLeavesOf(roundId, -1, MANY_LEAVES);
    if (leaves.some(({ content }) => isResult(content))) break;
    await wait(50);
  }
  await portal.app.get(SignCheckpoint, { strict: false }).run();
}

/** The same, and the archive over it. */
export async function untilArchived(portal: TestPortal, roundId: string): Promise<void> {
  await untilSealed(portal, roundId);
  await freezeArchivesOfPublishedRounds(portal.app).run();
}

function isResult(content: string): boolean {
  const leaf = parseLeaf(content);
  return leaf?.kind === 'decision' && leaf.what === 'result';
}

const MANY_LEAVES = 10_000;
const DECISION = { protocolNumber: '7', text: { kk: 'Бекітілді', ru: 'Утверждено' }, strikes: [] };

async function act(portal: TestPortal, who: TestPerson, path: string, body: object): Promise<void> {
  const answer = await fetch(`${portal.url}/api/v1/rounds/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: who.cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function cast(
  portal: TestPortal,
  round: CountedRound,
  voter: TestPerson,
  numbers: readonly number[],
): Promise<string> {
  const token = voter.cookie.slice(voter.cookie.indexOf('=') + 1);
  const { receipt } = await portal.app.get(CastBallot, { strict: false }).run({
    tokenDigest: digestOfToken(token).toString('hex'),
    roundId: round.id,
    votes: numbers.map((number) => ({ project: round.proposals[number - 1]! })),
    idempotencyKey: null,
  });
  return receipt.code;
}
