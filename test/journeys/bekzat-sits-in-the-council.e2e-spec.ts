import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
  type Visit,
} from '#test/support/browser.js';
import {
  aPerson,
  aReviewTown,
  aRoundUnderReview,
  aSubmittedProposal,
  type TestPerson,
} from '#test/support/builders/review-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const FAMILIES = ['Әбдірахманов', 'Ғалымжанова', 'Қасымов', 'Ілиясова', 'Оспан'] as const;

describe('Bekzat, a member of the Expert Council', () => {
  let portal: TestPortal;
  let browser: Browser;
  let council: TestPerson[];
  let asel: TestPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aReviewTown(portal.dataSource);
    asel = await aPerson(portal.dataSource);
    council = [];
    for (const family of FAMILIES)
      council.push(await aPerson(portal.dataSource, { role: 'expert', name: ['Бекзат', family] }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function visitOf(who: TestPerson, visit: Visit): Promise<BrowserContext> {
    const context = await openVisit(browser, { ...visit, baseUrl: portal.url });
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: portal.url }]);
    return context;
  }

  async function lookAt(page: Page, name: string): Promise<void> {
    await screenshot(page, `council-${name}`);
    await noHorizontalScroll(page);
    await expectAccessible(page);
    // As the server sent it: a browser writes out the page in its own way.
    const sent = await page.context().request.get(page.url());
    await expectValidHtml(await sent.text());
  }

  const send = (page: Page) => page.locator('main form button[type=submit]').last().click();

  const vote = (page: Page, seat: number, side: string) =>
    page.locator(`[name=vote-${council[seat]!.id}][value=${side}]`).check();

  it('a resident and a stranger find no door to the Council', async () => {
    const pages = ['review', 'council', 'appeals'].map((path) => `${portal.url}/kk/${path}`);
    for (const page of pages) {
      const resident = await fetch(page, { headers: { cookie: asel.cookie } });
      expect(resident.status).toBe(403);
      const stranger = await fetch(page, { redirect: 'manual' });
      expect([303, 302, 401]).toContain(stranger.status);
    }
  });

  it.each([
    ['kk', 'phone', { screen: PHONE }],
    ['ru', 'desk', { screen: DESK }],
  ] as const)(
    'votes on two projects and prints the protocol: %s, %s',
    async (lang, size, visit) => {
      const round = await aRoundUnderReview(portal.dataSource);
      const title = { good: `Жарық ${size}`, bad: `Дүкен ${size}` };
      const wish = { author: asel, state: 'under-review' } as const;
      const good = await aSubmittedProposal(portal.dataSource, round, {
        ...wish,
        title: title.good,
      });
      const bad = await aSubmittedProposal(portal.dataSource, round, { ...wish, title: title.bad });
      const context = await visitOf(council[0]!, visit);
      const page = await context.newPage();
      await page.goto(`/${lang}/council`);
      await page.locator(`main a[href$="${round}"]`).click();
      await lookAt(page, `agenda-${lang}-${size}`);

      await page.getByRole('link', { name: title.good }).click();
      await vote(page, 0, 'for');
      await vote(page, 1, 'for');
      await page.locator(`[name=conflict-${council[2]!.id}]`).check();
      await send(page);
      await page.locator('.govuk-error-summary').waitFor();
      expect(await page.locator(`[name=conflict-${council[2]!.id}]`).isChecked()).toBe(true);
      await lookAt(page, `vote-faults-${lang}-${size}`);
      await page.locator('[name=protocolNumber]').fill('№ 3/2027');
      await vote(page, 3, 'for');
      await send(page);
      await page.waitForURL(`**/council/${round}?protocol=*`);

      await page.goto(
        `/${lang}/council/${round}/proposals/${bad}?protocol=${encodeURIComponent('№ 3/2027')}`,
      );
      for (const seat of [0, 1, 2]) await vote(page, seat, 'against');
      await send(page);
      await page.waitForURL(`**/council/${round}?protocol=*`);
      await lookAt(page, `decided-${lang}-${size}`);

      await page.goto(`/${lang}/review/${bad}/admit`);
      await page.locator('[name=titleKk]').fill('Дүкен');
      await page.locator('[name=titleRu]').fill('Магазин');
      await send(page);
      await page.locator('.govuk-error-summary').waitFor();
      await page.goto(`/${lang}/review/${bad}/refuse`);
      await page.locator('input[value=private-commercial]').check();
      await page.locator('[name=reasonsKk]').fill('Жеке дүкеннің алдын жөндеу');
      await page.locator('[name=reasonsRu]').fill('Ремонт площадки частного магазина');
      await send(page);
      await page.waitForURL(`**/review/${bad}`);
      await page.goto(`/${lang}/review/${good}/admit`);
      await page.locator('[name=titleKk]').fill('Көше жарығы');
      await page.locator('[name=titleRu]').fill('Освещение улицы');
      await send(page);
      await page.waitForURL(`**/review/${good}`);

      await page.goto(`/${lang}/council/${round}`);
      await page.locator('main a[href*="protocol?number"]').click();
      await lookAt(page, `protocol-${lang}-${size}`);
      await page.emulateMedia({ media: 'print' });
      await screenshot(page, `council-protocol-print-${lang}-${size}`);
      const text = await page.locator('main').innerText();
      for (const family of FAMILIES.slice(0, 4)) expect(text).toContain(family);
      expect(text).toContain('81');
      await context.close();
    },
  );
});
