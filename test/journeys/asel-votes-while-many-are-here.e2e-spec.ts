import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SetPortalSwitch } from '#features/record/portal-switches/set-portal-switch.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';
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
import { aBallotRound } from '#test/support/builders/ballot-round.js';
import { aResident, aVotingTown, TOWN, WEST } from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 2);

const SAID = {
  kk: {
    banner: 'жаңа ұсыныс бастау уақытша өшірілді',
    always: 'Дауыс беру мен қол қою әдеттегідей жүріп жатыр',
    off: 'іздеу өшіріліп тұр',
    again: 'Шамамен 1 минут күтіңіз',
  },
  ru: {
    banner: 'новые черновики временно отключены',
    always: 'Голосование и сбор подписей идут как обычно',
    off: 'поиск отключён',
    again: 'Подождите около 1 минуты',
  },
} as const;

describe('Asel votes while many are here', () => {
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    builtAssets();
    portal = await openTestPortal();
    browser = await openBrowser();
    await aVotingTown(portal.dataSource);
    await setStage('no-drafts');
  }, BROWSER_TEST_MS);
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function setStage(value: string): Promise<void> {
    const { id } = await aResident(portal.dataSource, {});
    const held = { role: 'administrator', territory: TOWN, territoryPath: [TOWN] };
    const operator = { personId: id, name: 'Ерлан А.', territory: WEST, roles: [held] };
    const setting = { name: 'stage', value, reason: 'Дауыс берудің ашылу минуты' } as const;
    await portal.app.get(SetPortalSwitch, { strict: false }).run(operator, setting);
    await portal.app.get(StageKeeper, { strict: false }).lookAtSwitches();
  }

  it.each([
    { lang: 'kk', screen: PHONE, name: 'phone' },
    { lang: 'ru', screen: DESK, name: 'desk' },
  ] as const)('is told what is left out, and casts her ballot: %j', async (look) => {
    const { lang, screen, name } = look;
    const said = SAID[lang];
    const round = await aBallotRound(portal.dataSource, { ballot: { kind: 'knapsack', min: 1 } });
    const context = await openVisit(browser, { screen, baseUrl: portal.url });
    const page = await context.newPage();

    await page.goto(`/${lang}`);
    expect(await page.textContent('.site-notice:has(a)')).toContain(said.banner);
    expect(await page.textContent('.site-notice:has(a)')).toContain(said.always);
    await check(page, `load-home-${lang}-${name}`);

    await page.click('.site-notice a');
    await check(page, `load-status-${lang}-${name}`);

    const search = await page.goto(`/${lang}/petitions?q=саябақ`);
    expect(search?.status()).toBe(503);
    expect(await page.textContent('main')).toContain(said.off);
    expect(await page.textContent('main')).toContain(said.again);
    await check(page, `load-search-${lang}-${name}`);

    await signIn(context);
    await cast(page, `/${lang}/rounds/${round.roundId}/vote`);
    expect(await page.textContent('.site-notice:has(a)')).toContain(said.always);
    await check(page, `load-done-${lang}-${name}`);
    await page.click('a[href*="/r/"]');
    expect(await page.textContent('main')).not.toContain(said.off);
    await context.close();
  });

  it('is told nothing when few are here', async () => {
    await setStage('auto');
    const home = await (await fetch(`${portal.url}/ru`)).text();
    expect(home).not.toContain('/ru/status');
    const status = await (await fetch(`${portal.url}/ru/status`)).text();
    expect(status).toContain('Всё работает как обычно');
  });

  async function signIn(context: BrowserContext): Promise<void> {
    const { token } = await aResident(portal.dataSource, {});
    await context.addCookies([{ name: 'qatysu_session', value: token, url: portal.url }]);
  }

  /** From the first page of the voting to its receipt. */
  async function cast(page: Page, start: string): Promise<void> {
    await page.goto(start);
    await page.click('form[action$="/start"] button');
    await page.click('#card-1 .project-choice button');
    await page.waitForSelector('#card-1.project-card--chosen');
    await page.goto(`${start}/confirm`);
    await page.click('main form button');
    await page.waitForURL('**/vote/done');
  }
});

async function check(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  await noHorizontalScroll(page);
  await expectValidHtml(await page.content());
  await expectAccessible(page);
}
