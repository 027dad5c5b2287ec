import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { verifyArchive } from '#apps/recount/verify/verify-archive.js';
import {
  BROWSER_TEST_MS,
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { aCountedTown, aPerson } from '#test/support/builders/counted-town.js';
import {
  aPublishedRound,
  type PublishedRound,
  untilArchived,
} from '#test/support/builders/published-round.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 2);

const QUIET = { begin: () => {}, advance: () => {} };

describe('Nurlan, a journalist, checks a vote', () => {
  let portal: TestPortal;
  let browser: Browser;
  let round: PublishedRound;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nurlan-'));
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    const office = {
      officer: await aPerson(portal.dataSource, 'officer'),
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    round = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: Array.from({ length: 13 }, (_, voter) => [(voter % 3) + 1]),
    });
    await untilArchived(portal, round.id);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  it('downloads the archive, keeps a checkpoint and counts again', async () => {
    const context = await openVisit(browser, { screen: DESK, baseUrl: portal.url });
    const page = await context.newPage();
    await page.goto(`/ru/rounds/${round.id}/verify`);
    const downloading = page.waitForEvent('download');
    await page.locator('a[href$="archive.zip"]').click();
    const archive = join(folder, 'archive.zip');
    await (await downloading).saveAs(archive);
    const shown = await page.locator('#archive ~ p code.digest').first().textContent();
    await page.goto('/ru/ledger');
    const keeping = page.waitForEvent('download');
    await page.locator('a[download="checkpoint.txt"]').click();
    const kept = join(folder, 'checkpoint.txt');
    await (await keeping).saveAs(kept);
    const receipts = [round.receipts[4]!];
    const verified = await verifyArchive({ archive, checkpoints: [kept], receipts }, QUIET);
    expect(verified).toMatchObject({ ballots: 13, receipts: [{ state: 'counted' }] });
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round.id}/archive.zip`);
    expect(answer.headers.get('etag')).toBe(`"${shown}"`);
    await context.close();
  });

  it.each([
    ['kk', PHONE],
    ['ru', DESK],
  ] as const)('reads in %s what the ledger is and how to check', async (lang, screen) => {
    const context = await openVisit(browser, { screen, baseUrl: portal.url });
    const page = await context.newPage();
    for (const path of ['ledger', 'how-to-check', `rounds/${round.id}/verify`]) {
      const answer = await page.goto(`/${lang}/${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await noHorizontalScroll(page);
      await expectAccessible(page);
      await expectValidHtml(await answer!.text());
    }
    await page.goto(`/${lang}/ledger`);
    await screenshot(page, `ledger-${lang}`);
    await page.locator('a[href$="/how-to-check"]').first().click();
    expect(await page.locator('pre').count()).toBeGreaterThan(4);
    await context.close();
  });
});
