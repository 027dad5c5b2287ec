import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient } from '#apps/cli/replay/api-client.js';
import { readElection } from '#apps/cli/replay/read-election.js';
import { replayElection } from '#apps/cli/replay/replay-election.js';
import type { ReplayResult } from '#apps/cli/replay/replay-result.js';
import { countElection } from '#rules/tally/count.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const OWN = 'test/golden/elections';
const REAL = process.env['QATYSU_ELECTIONS'] ?? '../shared/pb';
const REAL_FILE = join(REAL, 'Poland_Gdynia_2021_Kamienna_Gora__large.pb');
const RULE = ruleSpec({ name: 'greedy', ties: 'id' });
const SILENT = { begin: () => () => undefined, end: () => undefined };

describe('an operator replays an election', () => {
  let portal: TestPortal;
  let api: ApiClient;

  beforeAll(async () => {
    portal = await openTestPortal();
    api = new ApiClient(portal.url, 8);
  });
  afterAll(async () => {
    api.close();
    await portal.close();
  });

  async function replay(path: string, limit: number | null = null): Promise<ReplayResult> {
    const file = await readElection(path, limit);
    const ground = { app: portal.app, api, connections: 8, progress: SILENT };
    return replayElection(ground, file, RULE);
  }

  /** The count of the file itself, without the product. */
  async function counted(path: string, limit: number | null = null): Promise<readonly string[]> {
    const outcome = countElection((await readElection(path, limit)).election, RULE);
    if (outcome.kind === 'tie') throw new Error('The rule leaves no ties');
    return outcome.winners;
  }

  const outcomeOf = ({ accepted, refused, same }: ReplayResult) => ({ accepted, refused, same });

  it('with decimals, empty and repeated votes, unknown projects and zero points', async () => {
    const path = join(OWN, 'park-quirks.pb');
    const result = await replay(path);
    expect(outcomeOf(result)).toEqual({ accepted: 9, refused: {}, same: true });
    expect(result.winners).toEqual(await counted(path));
    expect(result.oddities).toMatchObject({ vote_unknown_project: 1, vote_repeated_project: 1 });
  });

  it('with ranks, of which the file itself breaks the longest length', async () => {
    const path = join(OWN, 'streets-ranked.pb');
    const result = await replay(path);
    expect(outcomeOf(result)).toEqual({ accepted: 5, refused: {}, same: true });
    expect(result.winners).toEqual(await counted(path));
  });

  it('with grades, where 0 is no choice', async () => {
    const path = join(OWN, 'graded-yards.pb');
    const result = await replay(path);
    expect(outcomeOf(result)).toEqual({ accepted: 4, refused: {}, same: true });
    expect(result.winners).toEqual(await counted(path));
  });

  it('with the first votes alone', async () => {
    const path = join(OWN, 'park-quirks.pb');
    const result = await replay(path, 3);
    expect(result.accepted).toBe(3);
    expect(result.winners).toEqual(await counted(path, 3));
  });

  it('and leaves a published round that anybody can read', async () => {
    const { round } = await replay(join(OWN, 'streets-ranked.pb'));
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round}/results`);
    expect(await answer.json()).toMatchObject({ state: 'final', ballots: 5 });
  });

  (existsSync(REAL_FILE) ? it : it.skip)('of a real town (set QATYSU_ELECTIONS)', async () => {
    const result = await replay(REAL_FILE);
    expect(outcomeOf(result)).toEqual({ accepted: 288, refused: {}, same: true });
  });

  it('which is malformed: every fault with its line on standard error, nothing else', () => {
    const main = 'dist/apps/cli/main.js';
    const args = [main, 'replay', join(OWN, 'malformed.pb'), '--json'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([1, '']);
    for (const fault of [':9: budget invalid', ':16: cost invalid', ':17: project repeated'])
      expect(run.stderr).toContain(fault);
  });

  it('with wrong use told by code 2', () => {
    const args = ['dist/apps/cli/main.js', 'replay', 'x.pb', '--connections', '0'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([2, '']);
  });
});
