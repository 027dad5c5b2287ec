import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
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
import { builtAssets } from '#test/support/built-assets.js';
import { aBallotRound, type BallotRound } from '#test/support/builders/ballot-round.js';
import { aResident, aVotingTown, NEIGHBOUR } from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 3);

type Lang = 'kk' | 'ru';

/** One picture and every check of a page; axe is a script itself. */
interface Look {
  readonly lang: Lang;
  readonly screen: 'phone' | 'desk';
  readonly script: boolean;
}

const LOOKS: readonly Look[] = [
  { lang: 'kk', screen: 'phone', script: true },
  { lang: 'ru', screen: 'phone', script: false },
  { lang: 'ru', screen: 'desk', script: true },
];

const KNAPSACK: BallotRule = { kind: 'knapsack', min: 1 };

describe('Asel votes in a browser', () => {
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    builtAssets();
    portal = await openTestPortal();
    browser = await openBrowser();
    await aVotingTown(portal.dataSource);
  }, BROWSER_TEST_MS);
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const visit = ({ screen, script }: Look) =>
    openVisit(browser, { screen: screen === 'phone' ? PHONE : DESK, script, baseUrl: portal.url });

  async function signIn(context: BrowserContext, wish = {}): Promise<void> {
    const { token } = await aResident(portal.dataSource, wish);
    await context.addCookies([{ name: 'qatysu_session', value: token, url: portal.url }]);
  }

  async function check(page: Page, look: Look, name: string): Promise<void> {
    await screenshot(page, `vote-${name}-${look.lang}-${look.screen}`);
    await noHorizontalScroll(page);
    await expectValidHtml(await (await fetchAgain(page)).text());
    if (look.script) await expectAccessible(page);
  }

  const fetchAgain = (page: Page) => page.request.get(page.url());

  it.each(LOOKS)('walks from the start to the receipt: %j', async (look) => {
    const at = await aBallotRound(portal.dataSource, { ballot: KNAPSACK, districts: true });
    const context = await visit(look);
    const page = await context.newPage();
    await page.goto(`/${look.lang}/rounds/${at.roundId}/vote`);
    await check(page, look, '1-start');
    await page.click('form[action$="/start"] button');
    await check(page, look, '2-district');
    await page.check('input[value="990100000"]');
    await page.click('main form button');
    await page.evaluate('window.sameDocument = true').catch(() => undefined);
    await page.click('#card-1 .project-choice button');
    await page.waitForSelector('#card-1.project-card--chosen');
    if (look.script) expect(await page.evaluate('window.sameDocument')).toBe(true);
    await page.click('#card-3 .project-choice button');
    await page.waitForSelector('#card-3.project-card--chosen');
    await check(page, look, '3-choose');
    await page.click('#card-2 .project-choice button');
    await page.waitForSelector('.budget-bar--over');
    await check(page, look, '3-choose-over');
    await page.click('.budget-bar__action');
    await check(page, look, '4-check-over');
    await page.click('.ballot-lines__one:nth-child(2) .link-button');
    await page.waitForSelector('.ballot-lines__one:nth-child(2)');
    await check(page, look, '4-check');
    await page.click('a[href$="/vote/identify"]');
    await check(page, look, '5-identify');
    await signIn(context);
    await page.goto(`/${look.lang}/rounds/${at.roundId}/vote/confirm`);
    await check(page, look, '6-confirm');
    await page.dblclick('main form button');
    await page.waitForURL('**/vote/done');
    await check(page, look, '7-done');
    await page.click('a[href*="/r/"]');
    await check(page, look, '8-receipt');
    await context.close();
  });

  it.each<[string, BallotRule, (page: Page) => Promise<void>]>([
    [
      'approval',
      { kind: 'approval', min: 1, max: 2 },
      async (page) => press(page, '#card-2 button', '#card-2.project-card--chosen'),
    ],
    [
      'cumulative',
      { kind: 'cumulative', min: 1, points: 10, maxPerProject: 6 },
      async (page) => {
        await page.fill('#points-3', '7');
        await press(page, '#card-3 button', '#card-3.project-card--chosen');
      },
    ],
    [
      'ordinal',
      { kind: 'ordinal', min: 1, max: 3 },
      async (page) => {
        await press(page, '#card-2 button', '#card-2.project-card--chosen');
        await press(page, '#card-4 button', '#card-4.project-card--chosen');
      },
    ],
    [
      'scoring',
      { kind: 'scoring', min: 1, maxPoints: 5 },
      async (page) => {
        await page.selectOption('#points-1', '4');
        await press(page, '#card-1 button', '#card-1.project-card--chosen');
      },
    ],
  ])('has its own choosing page for a ballot of kind %s', async (kind, ballot, choose) => {
    const at = await aBallotRound(portal.dataSource, { ballot });
    for (const look of LOOKS) {
      const context = await visit(look);
      const page = await context.newPage();
      await page.goto(`/${look.lang}/rounds/${at.roundId}/demo/choose`);
      await choose(page);
      await check(page, look, `kind-${kind}`);
      await context.close();
    }
  });

  it.each(LOOKS)('has a page for refusals, help and the person: %j', async (look) => {
    const at = await aBallotRound(portal.dataSource, { ballot: KNAPSACK });
    const closed = await aBallotRound(portal.dataSource, {
      ballot: KNAPSACK,
      votingFrom: '-1 day',
      votingUntil: '-7 minutes',
    });
    const context = await visit(look);
    const page = await context.newPage();
    for (const [name, path] of publicPages(at, closed)) {
      await page.goto(`/${look.lang}${path}`);
      await check(page, look, name);
    }
    await signIn(context);
    await page.goto(`/${look.lang}/my`);
    await check(page, look, 'my');
    await signIn(context, { territory: NEIGHBOUR });
    await page.goto(`/${look.lang}/rounds/${at.roundId}/vote`);
    await check(page, look, 'refusal-elsewhere');
    await context.close();
  });
});

async function press(page: Page, button: string, appears: string): Promise<void> {
  await page.click(button);
  await page.waitForSelector(appears);
}

function publicPages(at: BallotRound, closed: BallotRound): [string, string][] {
  const articles = [
    'help',
    'accessibility',
    'privacy',
    'cookies',
    'contacts',
    'feedback',
    'glossary',
  ];
  return [
    ['demo', `/rounds/${at.roundId}/demo`],
    ['demo-done', `/rounds/${at.roundId}/demo/done`],
    ['continue', `/rounds/${at.roundId}/vote/continue`],
    ['refusal-closed', `/rounds/${closed.roundId}/vote`],
    ['receipts', '/receipts'],
    ['receipt-wrong', '/r/2222-2222-2222-2'],
    ...articles.map((name): [string, string] => [name, `/${name}`]),
  ];
}
