import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type BallotLeaf, parseLeaf } from '#rules/ledger/leaf.js';
import { isOpeningOf, type Opening } from '#rules/ledger/opening.js';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { CloseRound } from '#features/participation/results/close-round.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  TOWN,
  type VotingRound,
} from '#test/support/builders/voting-town.js';

jest.setTimeout(60_000);

describe('opening ballots after the close', () => {
  let portal: TestPortal;
  let presence: VotingRound;
  let open: VotingRound;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    presence = await aVotingRound(portal.dataSource);
    open = await aVotingRound(portal.dataSource);
    await portal.dataSource.query(`update rounds set secrecy = 'openings' where id = $1`, [
      open.roundId,
    ]);
    const first = await castIn(open, 1);
    for (let n = 0; n < 11; n += 1) await castIn(open, (n % 3) + 1);
    await cast(open, first, 2);
    await castIn(presence, 1);
    await seal(14);
    await castIn(open, 3);
    await seal(1);
  });
  afterAll(() => portal.close());

  async function castIn(round: VotingRound, number: number): Promise<string> {
    const { token } = await aResident(portal.dataSource, {});
    await cast(round, token, number);
    return token;
  }

  const cast = (round: VotingRound, token: string, number: number) =>
    portal.app.get(CastBallot, { strict: false }).run({
      tokenDigest: digestOfToken(token).toString('hex'),
      roundId: round.roundId,
      votes: [{ project: round.projects[number]! }],
      idempotencyKey: null,
    });

  async function seal(expected: number): Promise<void> {
    const acts = portal.app.get(SequenceActs, { strict: false });
    for (let added = await acts.run(); added < expected; added += await acts.run()) await wait(50);
    await portal.app.get(SignCheckpoint, { strict: false }).run();
  }

  async function close({ roundId }: VotingRound): Promise<void> {
    await portal.dataSource.query(
      `update rounds set voting_until = clock_timestamp() where id = $1`,
      [roundId],
    );
    await portal.app.get(CloseRound, { strict: false }).run(roundId, null);
  }

  async function anAuditor(): Promise<string> {
    const { id, token } = await aResident(portal.dataSource, {});
    await portal.dataSource.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
       values (gen_random_uuid(), $1, 'auditor', $2, 'Аудитор', 'Аудитор', '2020-01-01')`,
      [id, TOWN],
    );
    return token;
  }

  const ask = ({ roundId }: VotingRound, token?: string) =>
    fetch(`${portal.url}/api/v1/rounds/${roundId}/openings.jsonl`, {
      headers: token ? { cookie: `qatysu_session=${token}` } : {},
    });

  async function openingsIn(answer: Response): Promise<Opening[]> {
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Opening);
  }

  /** The opened commitments that are those in the log. */
  async function opened(openings: readonly Opening[]): Promise<number> {
    const reader = portal.app.get(LedgerReader, { strict: false });
    let count = 0;
    for (const { leaf, ballot, salt } of openings) {
      if (leaf === null || salt === null) continue;
      const [row] = await reader.listLeaves({ from: leaf, until: leaf + 1 });
      const { commitment } = parseLeaf(row!.content) as BallotLeaf;
      if (isOpeningOf(commitment, { leaf, ballot, salt })) count += 1;
    }
    return count;
  }

  it('waits for the close', async () => {
    expect((await ask(open)).status).toBe(422);
  });

  it('is for everybody where the round promised it: each standing ballot, no replaced one', async () => {
    await close(open);
    const openings = await openingsIn(await ask(open));
    expect(openings).toHaveLength(13);
    expect(await opened(openings)).toBe(12);
  });

  it('does not link a ballot that entered the log alone', async () => {
    const alone = (await openingsIn(await ask(open))).filter(({ leaf }) => leaf === null);
    expect(alone).toEqual([{ leaf: null, ballot: '{"choices":[3],"points":[]}', salt: null }]);
  });

  it('is for the auditor alone where presence was promised, and leaves a line', async () => {
    await close(presence);
    expect((await ask(presence)).status).toBe(403);
    const resident = (await aResident(portal.dataSource, {})).token;
    expect((await ask(presence, resident)).status).toBe(403);
    const openings = await openingsIn(await ask(presence, await anAuditor()));
    expect(await opened(openings)).toBe(1);
    const [row] = await portal.dataSource.query(
      `select count(*)::integer as lines from audit_entries where act = 'openings.read' and object_id = $1`,
      [presence.roundId],
    );
    expect(row.lines).toBe(1);
  });
});
