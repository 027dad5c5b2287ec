import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { studyCountedRounds } from '#apps/worker/results/study-counted-rounds.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { CloseRound } from '#features/participation/results/close-round.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { TallyStudyReader } from '#features/participation/results/tally-study.reader.js';
import { TrialDesk } from '#features/participation/results/trial-desk.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { readPabulibText } from '#rules/tally/pabulib/read-pabulib.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
import {
  aCountedTown,
  addBallots,
  aRoundToCount,
  type CountedRoundWish,
  VILLAGES,
} from '#test/support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

/** Two thirds of the town choose two dear projects, a third two cheap ones of its own. */
const TOWN: CountedRoundWish = {
  rule: 'equal-shares',
  completion: 'add1u',
  budgetTenge: 900,
  projects: [{ costTenge: 450 }, { costTenge: 440 }, { costTenge: 200 }, { costTenge: 90 }],
};
const BALLOTS = [
  { voters: 40, numbers: [1, 2] },
  { voters: 20, numbers: [3, 4] },
];

describe('what is found out after a count', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
  });
  afterAll(() => portal.close());

  const get = <T>(part: abstract new (...args: never[]) => T): T =>
    portal.app.get<T>(part as never, { strict: false });

  async function aCountedRound(wish: Partial<CountedRoundWish> = {}, ballots = BALLOTS) {
    const { id } = await aRoundToCount(portal.dataSource, { ...TOWN, ...wish });
    await addBallots(portal.dataSource, id, ballots);
    await get(CloseRound).run(id, null);
    await get(CountRound).run(id);
    return { id, result: await get(ResultReader).get(id) };
  }

  it('does not keep the result waiting, and comes by itself', async () => {
    const { result } = await aCountedRound();
    const studies = get(TallyStudyReader);
    const nothing = { measures: null, purses: null, counterpart: null, lacks: null };
    expect(await studies.get(result.tally)).toEqual(nothing);
    expect(result.count.pots[0]).toMatchObject({ winners: ['1', '3', '4'], purse: '1500' });

    await studyCountedRounds(portal.app).run();

    expect(await studies.listToStudy()).toEqual([]);
    const { measures, purses, counterpart, lacks } = await studies.get(result.tally);
    expect(measures?.[0]).toMatchObject({ voters: 60, withNothing: 0, exclusionRatio: '0' });
    expect(purses?.[0]?.map(({ project, payable }) => [project, payable])).toEqual([
      ['1', 4],
      ['3', 2],
      ['4', 1],
    ]);
    expect(counterpart).toMatchObject({ rule: { name: 'greedy' }, minimumVotes: 0 });
    expect(counterpart?.pots[0]).toMatchObject({
      winners: ['1', '2'],
      preferences: { first: 20, second: 40, indifferent: 0 },
      measures: { withNothing: 20, exclusionRatio: '1/3' },
    });
    expect(lacks).toMatchObject({ isWhole: true, found: [{ id: '2' }] });
  });

  it('what a loser is told it lacked makes it win when it is counted again', async () => {
    const { result } = await aCountedRound({ budgetTenge: 901 });
    await studyCountedRounds(portal.app).run();
    const { lacks } = await get(TallyStudyReader).get(result.tally);
    const { lack } = lacks!.found[0]!;
    const more = await aCountedRound({ budgetTenge: 901 }, [
      ...BALLOTS,
      { voters: lack.moreVotes!, numbers: [2] },
    ]);
    expect(more.result.count.pots[0]!.winners).toContain('2');
    const costs = TOWN.projects.map(({ costTenge }, place) => ({
      costTenge: place === 1 ? Number(lack.costAtMost) / 100 : costTenge,
    }));
    const cheaper = await aCountedRound({ budgetTenge: 901, projects: costs });
    expect(cheaper.result.count.pots[0]!.winners).toContain('2');
  });

  it('merges places with fewer than ten voters, and names none when all are small', async () => {
    const { result } = await aCountedRound({}, [{ voters: 40, numbers: [1, 4] }]);
    const small = await aCountedRound({}, [{ voters: 12, numbers: [1] }]);
    await studyCountedRounds(portal.app).run();
    const studies = get(TallyStudyReader);
    const { measures } = await studies.get(result.tally);
    const places = measures![0]!.byPlace.map(({ territory }) => territory);
    expect(places.toSorted()).toEqual([...VILLAGES]);
    expect((await studies.get(small.result.tally)).measures![0]!.byPlace).toEqual([]);
  });

  it('waits for the lots where a tie is open', async () => {
    await aCountedRound({ rule: 'greedy', completion: 'none', ties: 'refuse', budgetTenge: 450 }, [
      { voters: 12, numbers: [1, 2] },
    ]);
    expect(await get(TallyStudyReader).listToStudy()).toEqual([]);
  });

  it('gives way when the process ends, and is begun anew', async () => {
    const { result } = await aCountedRound();
    const ending = AbortSignal.abort();
    await studyCountedRounds(portal.app).run(ending);
    expect(await get(TallyStudyReader).get(result.tally)).toMatchObject({ lacks: null });
    await studyCountedRounds(portal.app).run();
    expect(await get(TallyStudyReader).get(result.tally)).toMatchObject({
      lacks: { isWhole: true },
    });
  });

  it('a large round is counted in a thread, with the same winners and a file that proves it', async () => {
    const { result } = await aCountedRound({}, [
      { voters: 14_000, numbers: [1, 2] },
      { voters: 7_000, numbers: [3, 4] },
    ]);
    expect(result.count).toMatchObject({ voters: 21_000, pots: [{ winners: ['1', '3', '4'] }] });
    const { territory, digest } = (await get(ResultReader).listFiles(result.tally))[0]!;
    const file = await get(ResultReader).getFile(result.tally, territory);
    const text = gunzipSync(file.gzipped);
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
    const read = readPabulibText(text.toString(), { mode: 'strict' });
    expect(read).toMatchObject({ kind: 'read' });
  });

  it('tries another rule and another minimum on the same ballots', async () => {
    const { id, result } = await aCountedRound();
    const round = await get(RoundReader).getPublic(id);
    const wish = { rule: ruleSpec({ name: 'phragmen', ties: 'id' }), minimumVotes: 21 };
    const trial = await get(TrialDesk).run(round, result, wish);
    expect(trial.pots[0]!.winners).toEqual(['2', '1']);
    expect(get(TrialDesk).run(round, result, wish)).toBe(get(TrialDesk).run(round, result, wish));
  });

  it('takes few trials at once', async () => {
    const { id, result } = await aCountedRound();
    const round = await get(RoundReader).getPublic(id);
    const rule = ruleSpec({ name: 'greedy', ties: 'id' });
    const trials = [1, 2, 3].map((minimumVotes) =>
      get(TrialDesk).run(round, result, { rule, minimumVotes }),
    );
    const fourth = get(TrialDesk).run(round, result, { rule, minimumVotes: 4 });
    await expect(fourth).rejects.toThrow('result.trials_waiting');
    await Promise.all(trials);
  });
});
