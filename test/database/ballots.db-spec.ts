import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  EAST,
  NEIGHBOUR,
  type TestVoter,
  type VotingRound,
} from '#test/support/builders/voting-town.js';

interface Answer {
  readonly status: number;
  readonly body: { code?: string; receipt?: { code: string }; faults?: { code: string }[] };
}

jest.setTimeout(60_000);

describe('casting a ballot', () => {
  let portal: TestPortal;
  let round: VotingRound;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    round = await aVotingRound(portal.dataSource);
  });
  afterAll(() => portal.close());

  async function cast(
    voter: TestVoter,
    numbers: number[],
    key?: string,
    at = round,
  ): Promise<Answer> {
    const votes = numbers.map((number) => ({ project: at.projects[number] ?? v7() }));
    const answer = await fetch(`${portal.url}/api/v1/rounds/${at.roundId}/ballot`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        cookie: `qatysu_session=${voter.token}`,
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify({ votes }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  const voterOf = (territory?: string, bornOn?: string) =>
    aResident(portal.dataSource, {
      ...(territory ? { territory } : {}),
      ...(bornOn ? { bornOn } : {}),
    });

  async function storedOf(voter: TestVoter): Promise<number[] | undefined> {
    const rows: { projects: number[] }[] = await portal.dataSource.query(
      `select projects from ballots where resident_id = $1`,
      [voter.id],
    );
    return rows[0]?.projects;
  }

  it('acknowledges a first ballot with a receipt', async () => {
    const voter = await voterOf();
    const answer = await cast(voter, [4, 1]);
    expect(answer.status).toBe(201);
    expect(answer.body.receipt?.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}-[2-9A-Z]$/);
    expect(await storedOf(voter)).toEqual([1, 4]);
  });

  it('replaces a ballot until the close, and a repeat of the old key does not bring it back', async () => {
    const voter = await voterOf();
    const first = await cast(voter, [1], 'first');
    const second = await cast(voter, [2], 'second');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.receipt).not.toEqual(first.body.receipt);
    const repeated = await cast(voter, [1], 'first');
    expect(repeated).toEqual(first);
    expect(await storedOf(voter)).toEqual([2]);
  });

  it('gives the same receipt to the same choices and to a repeated key', async () => {
    const voter = await voterOf();
    const first = await cast(voter, [1, 2], 'a');
    expect((await cast(voter, [2, 1], 'b')).body).toEqual(first.body);
    expect(await cast(voter, [1, 2], 'a')).toEqual(first);
    await cast(voter, [3], 'c');
    expect((await cast(voter, [1, 2], 'b')).body).toEqual(first.body);
    expect(await storedOf(voter)).toEqual([3]);
  });

  it('refuses another ballot under a used key', async () => {
    const voter = await voterOf();
    await cast(voter, [1], 'same');
    const answer = await cast(voter, [2], 'same');
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency.other_body']);
    expect(await storedOf(voter)).toEqual([1]);
  });

  it.each([
    ['too many choices', [1, 2, 3, 4], 'ballot.too_many'],
    ['an empty ballot', [], 'ballot.empty'],
    ['one project twice', [1, 1], 'ballot.project_twice'],
    ['a project of another district', [5], 'ballot.other_district'],
    ['an unknown project', [77], 'ballot.unknown_project'],
  ])('refuses %s', async (_, numbers, code) => {
    const voter = await voterOf();
    const answer = await cast(voter, numbers);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await storedOf(voter)).toBeUndefined();
  });

  it('names every fault at once', async () => {
    const answer = await cast(await voterOf(), [1, 1, 5, 77]);
    expect(answer.body.faults?.map((fault) => fault.code).sort()).toEqual([
      'ballot.other_district',
      'ballot.project_twice',
      'ballot.too_many',
      'ballot.unknown_project',
    ]);
  });

  it('refuses a withdrawn project as soon as it is withdrawn', async () => {
    const own = await aVotingRound(portal.dataSource);
    expect((await cast(await voterOf(), [2], undefined, own)).status).toBe(201);
    await portal.dataSource.query(
      `with gone as (update proposals set state = 'withdrawn' where id = $1)
       update rounds set paper_version = paper_version + 1 where id = $2`,
      [own.projects[2], own.roundId],
    );
    const answer = await cast(await voterOf(), [2], undefined, own);
    expect([answer.status, answer.body.code]).toEqual([422, 'ballot.withdrawn_project']);
  });

  it.each([
    ['a resident of another town', NEIGHBOUR, '1990-01-01', 'voter.registered_elsewhere'],
    ['somebody a day too young', EAST, yearsAgo(18, 1), 'voter.under_age'],
    ['an impossible age', EAST, '1900-01-01', 'voter.age_implausible'],
  ])('refuses %s', async (_, territory, bornOn, code) => {
    const answer = await cast(await voterOf(territory, bornOn), [1]);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('accepts a resident on the eighteenth birthday', async () => {
    expect((await cast(await voterOf(EAST, yearsAgo(18, 0)), [1])).status).toBe(201);
  });

  it('refuses before the opening and after the close, but answers a repeat after the close', async () => {
    const early = await aVotingRound(portal.dataSource, {
      votingFrom: '1 hour',
      votingUntil: '2 hours',
    });
    expect((await cast(await voterOf(), [1], undefined, early)).body.code).toBe(
      'ballot.voting_not_open',
    );
    const late = await aVotingRound(portal.dataSource);
    const voter = await voterOf();
    const first = await cast(voter, [1], 'k', late);
    await portal.dataSource.query(`update rounds set closed_at = clock_timestamp() where id = $1`, [
      late.roundId,
    ]);
    expect((await cast(await voterOf(), [1], undefined, late)).body.code).toBe(
      'ballot.voting_closed',
    );
    expect(await cast(voter, [1], 'k', late)).toEqual(first);
  });

  it('does not replace where the round forbids it', async () => {
    const strict = await aVotingRound(portal.dataSource, { replacingAllowed: false });
    const voter = await voterOf();
    await cast(voter, [1], undefined, strict);
    const answer = await cast(voter, [2], undefined, strict);
    expect([answer.status, answer.body.code]).toEqual([409, 'ballot.already_cast']);
  });

  it('knows nobody without a living session, and no round that is not there', async () => {
    const nobody = { id: '', token: 'x'.repeat(43) };
    expect((await cast(nobody, [1])).status).toBe(401);
    const voter = await voterOf();
    await portal.dataSource.query(
      `update sessions set revoked_at = clock_timestamp() where person_id = $1`,
      [voter.id],
    );
    expect((await cast(voter, [1])).status).toBe(401);
    expect(
      (await cast(await voterOf(), [1], undefined, { roundId: v7(), projects: round.projects }))
        .status,
    ).toBe(404);
  });

  it('stores one ballot from 2,000 attempts of one resident and gives one receipt to equal ones', async () => {
    const voter = await voterOf();
    const answers = await Promise.all(
      Array.from({ length: 2_000 }, (_, i) => cast(voter, [1], `k${i % 100}`)),
    );
    expect(new Set(answers.map((answer) => answer.body.receipt?.code)).size).toBe(1);
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    const [row] = await portal.dataSource.query(
      `select count(*)::int as n from ballots where resident_id = $1`,
      [voter.id],
    );
    expect(row.n).toBe(1);
  });

  it('ends in one of the sent ballots when one resident sends different ones at once', async () => {
    const voter = await voterOf();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => cast(voter, [1 + (i % 3)], `d${i}`)),
    );
    const [row] = await portal.dataSource.query(
      `select receipt, replaces from ballots where resident_id = $1`,
      [voter.id],
    );
    expect(answers.map((answer) => answer.body.receipt?.code)).toContain(row.receipt);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  });

  it('shows the voter what was recorded for 30 minutes and to nobody else', async () => {
    const voter = await voterOf();
    await cast(voter, [1, 4]);
    const look = async () => {
      const answer = await fetch(`${portal.url}/api/v1/rounds/${round.roundId}/ballot`, {
        headers: { cookie: `qatysu_session=${voter.token}` },
      });
      return (await answer.json()) as { votes?: { project: string }[]; receipt: { code: string } };
    };
    expect((await look()).votes?.map((vote) => vote.project)).toEqual([
      round.projects[1],
      round.projects[4],
    ]);
    await portal.dataSource.query(
      `update ballots set cast_at = cast_at - interval '31 minutes' where resident_id = $1`,
      [voter.id],
    );
    expect((await look()).votes).toBeUndefined();
    const receipt = await fetch(`${portal.url}/api/v1/receipts/${(await look()).receipt.code}`);
    expect(await receipt.json()).toMatchObject({ state: 'recorded' });
    expect((await fetch(`${portal.url}/api/v1/receipts/2222-2222-2222-2`)).status).toBe(404);
  });
});

function yearsAgo(years: number, daysLater: number): string {
  const today = new Date(Date.now() + 5 * 3_600_000 + daysLater * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}
