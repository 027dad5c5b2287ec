import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { changeChoices, type BallotDraft } from '#features/participation/ballots/ballot-draft.js';
import { BallotDraftReader } from '#features/participation/ballots/ballot-draft.reader.js';
import type { DraftKey } from '#features/participation/ballots/ballot-draft.repository.js';
import { ChangeBallotDraft } from '#features/participation/ballots/change-ballot-draft.js';
import { DiscardBallotDraft } from '#features/participation/ballots/discard-ballot-draft.js';
import { ForgetOldBallotDrafts } from '#features/participation/ballots/forget-old-ballot-drafts.js';
import { HandOverBallotDraft } from '#features/participation/ballots/hand-over-ballot-draft.js';
import { StartBallotDraft } from '#features/participation/ballots/start-ballot-draft.js';
import { TakeOverBallotDraft } from '#features/participation/ballots/take-over-ballot-draft.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { aVotingRound, aVotingTown } from '#test/support/builders/voting-town.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

jest.setTimeout(60_000);

describe('a ballot in the making', () => {
  let database: TestDatabase;
  let work: UnitOfWork;
  let roundId: string;
  let tokens = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    work = new UnitOfWork(database.dataSource);
    await aVotingTown(database.dataSource);
    ({ roundId } = await aVotingRound(database.dataSource));
  });
  afterAll(() => database.close());

  const newKey = (): DraftKey => ({ tokenDigest: digestOfToken(`t${(tokens += 1)}`), roundId });
  const find = (key: DraftKey) => new BallotDraftReader(database.dataSource).find(key);
  const choosing = (project: string) => (draft: BallotDraft) => ({
    ...draft,
    choices: changeChoices(draft.choices, { act: 'choose', project }),
  });

  async function aDraft(...projects: string[]): Promise<DraftKey> {
    const key = newKey();
    await new StartBallotDraft(work).run(key, null);
    for (const project of projects) await new ChangeBallotDraft(work).run(key, choosing(project));
    return key;
  }

  it('loses none of many changes at once', async () => {
    const key = await aDraft();
    const projects = Array.from({ length: 12 }, (_, place) => `project-${place}`);
    const changing = new ChangeBallotDraft(work);
    await Promise.all(projects.map((project) => changing.run(key, choosing(project))));
    const found = await find(key);
    expect(found?.choices.map(({ project }) => project).toSorted()).toEqual(projects.toSorted());
  });

  it('is not emptied by starting again', async () => {
    const key = await aDraft('a');
    await new StartBallotDraft(work).run(key, null);
    expect((await find(key))?.choices).toEqual([{ project: 'a' }]);
  });

  it('needs a round that is there', async () => {
    const key = { ...newKey(), roundId: '01900000-0000-7000-8000-000000000000' };
    await expect(new StartBallotDraft(work).run(key, null)).rejects.toMatchObject({
      code: 'round.not_found',
    });
  });

  it('opens on one other device, once, even when two ask at the same time', async () => {
    const { code } = await new HandOverBallotDraft(work).run(await aDraft('a', 'b'));
    const taking = new TakeOverBallotDraft(work);
    const [one, other] = [newKey(), newKey()];
    const tries = await Promise.allSettled([taking.run(one, code), taking.run(other, code)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const opened = [await find(one), await find(other)].filter((draft) => draft !== null);
    expect(opened.map((draft) => draft?.choices.length)).toEqual([2]);
  });

  it('does not open by a code whose time is over, nor in another round', async () => {
    const key = await aDraft('a');
    const { code } = await new HandOverBallotDraft(work).run(key);
    const elsewhere = (await aVotingRound(database.dataSource)).roundId;
    const taking = new TakeOverBallotDraft(work);
    const refused = { code: 'ballot.handover_code_wrong' };
    await expect(taking.run({ ...newKey(), roundId: elsewhere }, code)).rejects.toMatchObject(
      refused,
    );
    await database.dataSource.query(
      `update ballot_drafts set handover_until = clock_timestamp() - interval '1 second' where handover_code = $1`,
      [code],
    );
    await expect(taking.run(newKey(), code)).rejects.toMatchObject(refused);
  });

  it('is forgotten when it is cast, and after a month', async () => {
    const [cast, old, fresh] = [await aDraft('a'), await aDraft('b'), await aDraft('c')];
    await new DiscardBallotDraft(work).run(cast);
    await database.dataSource.query(
      `update ballot_drafts set updated_at = clock_timestamp() - interval '31 days' where token_digest = $1`,
      [old.tokenDigest],
    );
    await new ForgetOldBallotDrafts(work).run();
    expect(await find(cast)).toBeNull();
    expect(await find(old)).toBeNull();
    expect((await find(fresh))?.choices).toEqual([{ project: 'c' }]);
  });
});
