import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiClient } from '#apps/cli/replay/api-client.js';
import { readElection } from '#apps/cli/replay/read-election.js';
import { replayElection } from '#apps/cli/replay/replay-election.js';
import type { ReplayResult } from '#apps/cli/replay/replay-result.js';
import { studyCountedRounds } from '#apps/worker/results/study-counted-rounds.js';
import { countElection } from '#rules/tally/count.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
import {
  DESK,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(240_000);

const OWN = 'test/golden/elections';
const REAL = process.env['QATYSU_ELECTIONS'] ?? '../shared/pb';
const REAL_FILE = join(REAL, 'Poland_Gdynia_2021_Kamienna_Gora__large.pb');
const WIELICZKA = join(REAL, 'Poland_Wieliczka_2023_Green_Budget.pb');
const RULE = ruleSpec({ name: 'greedy', ties: 'id' });
/** What Wieliczka itself used in 2023. */
const SHARES = ruleSpec({ name: 'equal-shares', completion: 'add1xu', ties: 'id' });
/** Searching what each loser lacked may be cut short here: the rest of the pages needs no search. */
const LONGEST_STUDY_MS = 15_000;
const SILENT = { begin: () => () => undefined, end: () => undefined };

describe('an operator replays an election', () => {
  let portal: TestPortal;
  let api: ApiClient;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await openTestPortal();
    api = new ApiClient(portal.url, 8);
  });
  afterAll(async () => {
    api.close();
    await browser.close();
    await portal.close();
  });

  async function replay(
    path: string,
    limit: number | null = null,
    rule = RULE,
  ): Promise<ReplayResult> {
    const file = await readElection(path, limit);
    const ground = { app: portal.app, api, connections: 8, progress: SILENT };
    return replayElection(ground, file, rule);
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

  /** A town's own election as its pages would have shown it here. */
  it('counted by equal shares, with its pages', async () => {
    const path = existsSync(WIELICZKA) ? WIELICZKA : join(OWN, 'aqbulaq.pb');
    if (path !== WIELICZKA)
      process.stderr.write('Wieliczka’s election is not here: set QATYSU_ELECTIONS\n');
    const { round, refused, winners, same } = await replay(path, null, SHARES);
    expect([refused, path === WIELICZKA ? same : true]).toEqual([{}, true]);
    await studyCountedRounds(portal.app).run(AbortSignal.timeout(LONGEST_STUDY_MS));
    for (const lang of ['kk', 'ru'])
      for (const page of ['results', 'results/steps', 'results/compare']) {
        const answer = await fetch(`${portal.url}/${lang}/rounds/${round}/${page}`);
        const html = await answer.text();
        expect([page, answer.status]).toEqual([page, 200]);
        await expectValidHtml(html);
        await keepPictures(`${portal.url}/${lang}/rounds/${round}/${page}`, lang);
      }
    const steps = await (await fetch(`${portal.url}/ru/rounds/${round}/results/steps`)).text();
    expect(steps.match(/class="count-steps__one"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(steps).toContain('Действующих голосов');
    expect(winners.length).toBeGreaterThan(2);
  });

  async function keepPictures(url: string, lang: string): Promise<void> {
    for (const [screen, name] of [
      [PHONE, 'phone'],
      [DESK, 'desk'],
    ] as const) {
      const page = await (await openVisit(browser, { screen })).newPage();
      await page.goto(url);
      await noHorizontalScroll(page);
      await screenshot(page, `replayed-${lang}-${name}-${url.split('/').at(-1)}`);
      await page.context().close();
    }
  }

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
