import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { countPot } from '#rules/tally/round-count.js';
import { readPabulibText } from '#rules/tally/pabulib/read-pabulib.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
import { closeRoundsWhoseVotingEnded } from '#apps/worker/results/close-rounds-whose-voting-ended.js';
import type { ResultView } from '#apps/portal/api/results/result.presenter.js';
import { aResident, aVotingRound, aVotingTown } from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aCountedTown,
  addBallots,
  aPerson,
  aRoundToCount,
  OKRUG,
  type TestPerson,
  VILLAGES,
} from '#test/support/builders/counted-town.js';

jest.setTimeout(60_000);

const TEXT = { kk: 'Нәтиже бекітілді', ru: 'Результат утверждён' };

describe('from the end of the voting to the published result', () => {
  let portal: TestPortal;
  let officer: TestPerson;
  let other: TestPerson;
  let expert: TestPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    officer = await aPerson(portal.dataSource, 'officer');
    other = await aPerson(portal.dataSource, 'officer');
    expert = await aPerson(portal.dataSource, 'expert');
  });
  afterAll(() => portal.close());

  async function act(who: TestPerson | null, path: string, body: object = {}) {
    const answer = await fetch(`${portal.url}/api/v1/rounds/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(who && { cookie: who.cookie }) },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as ResultView & {
      code?: string;
      faults?: { code: string }[];
    };
    return { status: answer.status, told };
  }

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}/api/v1/rounds/${path}`, { headers });

  const resultOf = async (id: string) => (await (await ask(`${id}/results`)).json()) as ResultView;

  async function fileOf(id: string, pot = ''): Promise<{ text: string; file: PabulibFile }> {
    const text = await (await ask(`${id}/election.pb${pot && `?pot=${pot}`}`)).text();
    const file = readPabulibText(text, { mode: 'strict' });
    if (file.kind !== 'read') throw new Error(JSON.stringify(file.faults));
    return { text, file };
  }

  /** Counts the file as anybody can: nothing but what stands in it. */
  function recount({ election, meta }: PabulibFile) {
    const minimumVotes = Number(meta.get('minimum_votes') ?? 0);
    const rule = ruleSpec({ name: 'greedy', ties: 'id' });
    return countPot(
      { id: 'x', election, minimumVotes },
      { rule, application: ['minimum-votes', 'count'] },
    );
  }

  const park = () =>
    aRoundToCount(portal.dataSource, {
      budgetTenge: 100,
      minimumVotes: 20,
      projects: [
        { costTenge: 60, title: 'Саябақ' },
        { costTenge: 50, title: '=HYPERLINK("http://x")' },
        { costTenge: 30, title: 'Орындықтар' },
        { costTenge: 5 },
        { costTenge: 1, state: 'withdrawn' },
      ],
    });

  async function aClosedPark() {
    const round = await park();
    await addBallots(portal.dataSource, round.id, [
      { voters: 40, numbers: [1, 3] },
      { voters: 35, numbers: [2] },
      { voters: 19, numbers: [4, 5] },
    ]);
    await act(officer, `${round.id}/closure`);
    return round;
  }

  it('tells nothing before the close, to nobody', async () => {
    const { id } = await aRoundToCount(portal.dataSource, {
      votingUntil: '1 hour',
      projects: [{ costTenge: 10 }],
    });
    await addBallots(portal.dataSource, id, [{ voters: 3, numbers: [1] }]);
    for (const path of ['results', 'results.csv', 'election.pb', `election.pb?pot=${OKRUG}`]) {
      for (const who of [{}, { cookie: officer.cookie }, { cookie: expert.cookie }]) {
        const answer = await ask(`${id}/${path}`, who);
        expect([path, answer.status]).toEqual([path, 422]);
        expect(await answer.json()).toMatchObject({ code: 'result.not_closed' });
      }
    }
    const early = await act(officer, `${id}/closure`);
    expect([early.status, early.told.code]).toEqual([422, 'result.voting_not_over']);
  });

  it('closes, counts and says why to each project', async () => {
    const round = await aClosedPark();
    const result = await resultOf(round.id);
    expect(result.state).toBe('provisional');
    expect(result.ballots).toBe(94);
    expect(result.winners.map(({ number, place, votes }) => [number, place, votes])).toEqual([
      [1, 1, 40],
      [3, 2, 40],
    ]);
    expect(result.projects.map(({ project, outcome }) => [project, outcome])).toEqual([
      [round.proposals[0], 'WON'],
      [round.proposals[1], 'NO_MONEY'],
      [round.proposals[2], 'WON'],
      [round.proposals[3], 'BELOW_MINIMUM'],
      [round.proposals[4], 'WITHDRAWN'],
    ]);
    expect(result.projects[1]?.reason).toMatchObject({ needed: '5000', left: '1000' });
    expect(result.pots[0]).toMatchObject({
      budget: { amount: '100', currency: 'KZT' },
      spent: { amount: '90', currency: 'KZT' },
      left: { amount: '10', currency: 'KZT' },
    });
  });

  it('shows the turnout in groups that are large enough', async () => {
    const { turnout } = await resultOf((await aClosedPark()).id);
    expect(turnout.byTerritory.shown.map(({ territory, count }) => [territory, count])).toEqual([
      [VILLAGES[1], 48],
      [VILLAGES[0], 46],
    ]);
    expect(turnout.byDay.shown).toHaveLength(1);
  });

  it('gives a file that strict reading takes and anybody can recount', async () => {
    const { id } = await aClosedPark();
    const { text, file } = await fileOf(id);
    const result = await resultOf(id);
    expect(recount(file)).toMatchObject({
      winners: result.winners.map(({ number }) => String(number)),
    });
    expect(result.files).toEqual([
      expect.objectContaining({ sha256: createHash('sha256').update(text).digest('hex') }),
    ]);
    const voters = text.split('\n').slice(text.split('\n').indexOf('VOTES') + 2, -1);
    expect(voters).toHaveLength(94);
    expect(voters.map((line) => line.split(';')[1])).not.toEqual(
      voters.map((line) => line.split(';')[1]).toSorted(),
    );
    expect((await fileOf(id)).text).toBe(text);
  });

  it('tells each loser what it lacked, and the file proves it', async () => {
    const { id } = await aClosedPark();
    const result = await resultOf(id);
    const [dear, few] = [result.projects[1]!, result.projects[3]!];
    expect(dear.counterfactual).toEqual({ moreVotes: 6, costAtMost: '1000' });
    expect(few.counterfactual).toEqual({ moreVotes: 1, costAtMost: null });
    const { file } = await fileOf(id);
    for (const [project, votes, wins] of [
      ['2', 6, true],
      ['2', 5, false],
      ['4', 1, true],
    ] as const) {
      const place = file.election.projects.findIndex((each) => each.id === project);
      const further = { voters: votes, choices: [place] };
      const election = { ...file.election, ballots: [...file.election.ballots, further] };
      const again = recount({ ...file, election });
      expect([project, votes, again.kind === 'outcome' && again.winners.includes(project)]).toEqual(
        [project, votes, wins],
      );
    }
    const cheaper = (cost: bigint) => {
      const projects = file.election.projects.map((each) =>
        each.id === '2' ? { ...each, cost } : each,
      );
      return recount({ ...file, election: { ...file.election, projects } });
    };
    // The file counts in tenge, the result in tiyn: 10 tenge fit, 11 do not.
    expect(cheaper(10n)).toMatchObject({ winners: expect.arrayContaining(['2']) });
    expect(cheaper(11n)).not.toMatchObject({ winners: expect.arrayContaining(['2']) });
  });

  it('keeps the pots apart, each with a file of its own', async () => {
    const { id } = await aRoundToCount(portal.dataSource, {
      budgetTenge: 50,
      villages: [20, 20],
      projects: [
        { costTenge: 50 },
        { costTenge: 50 },
        { costTenge: 20, village: 0 },
        { costTenge: 30, village: 1 },
      ],
    });
    await addBallots(portal.dataSource, id, [
      { voters: 12, numbers: [1, 3] },
      { voters: 13, numbers: [2, 4] },
    ]);
    await act(officer, `${id}/closure`);
    const result = await resultOf(id);
    expect(result.winners.map(({ number, pot }) => [number, pot])).toEqual([
      [2, OKRUG],
      [3, VILLAGES[0]],
    ]);
    for (const [pot, winners] of [
      ['', ['2']],
      [VILLAGES[0], ['3']],
      [VILLAGES[1], []],
    ] as const) {
      expect(recount((await fileOf(id, pot)).file)).toMatchObject({ winners });
    }
    expect((await ask(`${id}/election.pb?pot=123456789`)).status).toBe(404);
  });

  it('leaves a tie open until lots are drawn in public', async () => {
    const { id } = await aRoundToCount(portal.dataSource, {
      budgetTenge: 60,
      ties: 'refuse',
      projects: [{ costTenge: 60 }, { costTenge: 60 }, { costTenge: 60 }],
    });
    await addBallots(portal.dataSource, id, [{ voters: 12, numbers: [1, 2] }]);
    await act(officer, `${id}/closure`);
    expect((await resultOf(id)).pots[0]?.tie).toEqual({ between: ['1', '2'], settled: [] });
    const decision = { protocolNumber: '3', text: TEXT };
    expect((await act(expert, `${id}/council-decision`, decision)).told.code).toBe(
      'result.tie_open',
    );
    const draw = { seed: '48151623', ...decision };
    expect((await act(officer, `${id}/tie-draw`, { ...draw, seed: ' ' })).told.code).toBe(
      'result.draw_invalid',
    );
    const drawn = await act(officer, `${id}/tie-draw`, draw);
    expect(drawn.status).toBe(201);
    expect(drawn.told.winners).toHaveLength(1);
    expect(drawn.told.rule.ties).toBe('lottery:48151623');
    expect(drawn.told.projects.map(({ outcome }) => outcome).toSorted()).toEqual([
      'NO_MONEY',
      'TIE_LOST',
      'WON',
    ]);
    expect(drawn.told.tallies).toHaveLength(2);
    expect((await act(officer, `${id}/tie-draw`, draw)).told.code).toBe('result.no_tie');
  });

  it('takes the Council’s decision and another officer to be final', async () => {
    const round = await aClosedPark();
    const strikes = [{ number: 3, ground: 'duplicate', text: TEXT }];
    const decision = { protocolNumber: '№ 7', text: TEXT, strikes };
    expect((await act(officer, `${round.id}/publication`)).told.code).toBe('result.not_decided');
    const wrong = { ...decision, strikes: [{ number: 2, ground: 'ugly', text: TEXT }] };
    expect((await act(officer, `${round.id}/council-decision`, wrong)).told.faults).toHaveLength(2);
    const decided = await act(officer, `${round.id}/council-decision`, decision);
    expect(decided.told).toMatchObject({ state: 'decided', winners: [{ number: 1, place: 1 }] });
    expect((await act(expert, `${round.id}/council-decision`, decision)).status).toBe(409);
    const alone = await act(officer, `${round.id}/publication`);
    expect([alone.status, alone.told.code]).toEqual([403, 'result.second_person_needed']);
    const published = await act(other, `${round.id}/publication`);
    expect(published.told).toMatchObject({ state: 'final', winners: [{ number: 1 }] });
    expect(published.told.projects[2]).toMatchObject({
      outcome: 'COUNCIL_REFUSED',
      reason: { ground: 'duplicate', text: TEXT },
    });
    expect((await act(other, `${round.id}/publication`)).status).toBe(409);
    expect((await act(other, `${round.id}/tallies`, { reason: 'x' })).status).toBe(409);
    const states: { state: string }[] = await portal.dataSource.query(
      `select state from proposals where round_id = $1 order by ballot_number`,
      [round.id],
    );
    expect(states.map(({ state }) => state)).toEqual([
      'winner',
      'not-selected',
      'not-selected',
      'not-selected',
      'withdrawn',
    ]);
    const audit: { act: string }[] = await portal.dataSource.query(
      `select act from audit_entries where object_id = $1 order by id`,
      [round.id],
    );
    expect(audit.map((entry) => entry.act)).toEqual([
      'round.closed',
      'result.decided',
      'result.published',
    ]);
  });

  it('counts again only for a reason, and keeps every count', async () => {
    const { id } = await aClosedPark();
    expect((await act(officer, `${id}/tallies`, { reason: ' ' })).told.code).toBe(
      'result.reason_missing',
    );
    expect((await act(expert, `${id}/tallies`, { reason: 'x' })).status).toBe(403);
    const again = await act(officer, `${id}/tallies`, { reason: 'Бақылаушының өтініші' });
    expect(again.told.tallies.map(({ reason }) => reason)).toEqual([null, 'Бақылаушының өтініші']);
    await expect(
      portal.dataSource.query(`delete from tallies where round_id = $1`, [id]),
    ).rejects.toThrow('never changed or deleted');
  });

  it('is closed and counted once, whoever comes', async () => {
    const { id } = await park();
    await addBallots(portal.dataSource, id, [{ voters: 30, numbers: [1] }]);
    const job = closeRoundsWhoseVotingEnded(portal.app);
    await Promise.all([
      job.run(),
      job.run(),
      ...[officer, other, officer, other].map((who) => act(who, `${id}/closure`)),
    ]);
    const [kept] = await portal.dataSource.query(
      `select (select count(*)::int from tallies where round_id = $1) as tallies,
              (select count(*)::int from outbox_messages where payload->>'roundId' = $1::text and topic = 'round.closed') as closures,
              (select count(*)::int from outbox_messages where payload->>'roundId' = $1::text and topic = 'round.counted') as counts`,
      [id],
    );
    expect(kept).toEqual({ tallies: 1, closures: 1, counts: 1 });
  });

  it('counts exactly the ballots that were acknowledged around the closing instant', async () => {
    await aVotingTown(portal.dataSource);
    const voters = await Promise.all(
      Array.from({ length: 60 }, () => aResident(portal.dataSource, {})),
    );
    const job = closeRoundsWhoseVotingEnded(portal.app);
    for (const votingUntil of ['500 milliseconds', '700 milliseconds', '900 milliseconds']) {
      const round = await aVotingRound(portal.dataSource, { votingUntil });
      let acknowledged = 0;
      const ends = Date.now() + 1_800;
      const castAll = voters.map(async (voter) => {
        await wait(Math.random() * 1_200);
        const answer = await fetch(`${portal.url}/api/v1/rounds/${round.roundId}/ballot`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', cookie: `qatysu_session=${voter.token}` },
          body: JSON.stringify({ votes: [{ project: round.projects[1] }] }),
        });
        if (answer.status === 201) acknowledged += 1;
        else expect(await answer.json()).toMatchObject({ code: 'ballot.voting_closed' });
      });
      while (Date.now() < ends) await job.run().then(() => wait(20));
      await Promise.all(castAll);
      const result = await resultOf(round.roundId);
      expect(acknowledged).toBeGreaterThan(0);
      expect(acknowledged).toBeLessThan(voters.length);
      expect([result.ballots, result.projects[0]?.votes]).toEqual([acknowledged, acknowledged]);
    }
  });

  it('neutralises formulas in the table for spreadsheets', async () => {
    const { id } = await aClosedPark();
    const plain = await (await ask(`${id}/results.csv`)).text();
    const sheet = Buffer.from(await (await ask(`${id}/results.csv?for=sheet`)).arrayBuffer());
    expect(plain).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(plain.split('\r\n')[0]).toMatch(/^number,project,title_kk/);
    expect([...sheet.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(sheet.toString('utf8').split('\r\n')[1]).toMatch(/^1;/);
  });

  it('is not for residents, strangers or officers of other places', async () => {
    const { id } = await park();
    const resident = await aPerson(portal.dataSource);
    for (const path of ['closure', 'tallies', 'tie-draw', 'council-decision', 'publication']) {
      const body = { reason: 'x', seed: 'x', protocolNumber: '1', text: TEXT };
      expect((await act(null, `${id}/${path}`, body)).status).toBe(401);
      expect((await act(resident, `${id}/${path}`, body)).status).toBe(403);
    }
  });
});
