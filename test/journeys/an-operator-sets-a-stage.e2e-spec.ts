import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
import { aCountedTown, aPerson, type TestPerson } from '#test/support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 2);

const SAID = {
  kk: {
    short: 'Себебін кемінде он таңбамен жазыңыз',
    set: 'Әкімші қойған',
    measured: 'Портал өзі өлшеп',
  },
  ru: {
    short: 'Напишите причину: не меньше десяти знаков',
    set: 'Установил администратор',
    measured: 'Портал определяет сам',
  },
} as const;

describe('an operator sets a stage of load', () => {
  let portal: TestPortal;
  let browser: Browser;
  let operator: TestPerson;

  beforeAll(async () => {
    builtAssets();
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    operator = await aPerson(portal.dataSource, 'administrator');
  }, BROWSER_TEST_MS);
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it.each([
    { lang: 'kk', screen: PHONE, name: 'phone' },
    { lang: 'ru', screen: DESK, name: 'desk' },
  ] as const)('without a deploy, with a reason that everybody reads: %j', async (look) => {
    const { lang, screen, name } = look;
    const said = SAID[lang];
    const page = await visit(operator, screen);
    await page.goto(`/${lang}/switches`);
    expect(await page.textContent('main')).toContain(said.measured);
    await check(page, `switches-${lang}-${name}`);

    await page.click('a[href$="/switches/stage"]');
    await page.check('input[value="no-search"]');
    await page.fill('[name=reason]', 'тез');
    await page.click('main form button');
    expect(await page.textContent('.govuk-error-summary')).toContain(said.short);
    expect(await page.isChecked('input[value="no-search"]')).toBe(true);
    expect(await page.inputValue('[name=reason]')).toBe('тез');
    await check(page, `switches-stage-${lang}-${name}`);

    await page.fill('[name=reason]', `Ашылу минуты ${name}`);
    await page.click('main form button');
    await page.waitForURL(`**/${lang}/switches`);
    expect(await page.textContent('main')).toContain(said.set);
    expect((await fetch(`${portal.url}/kk/petitions?q=саябақ`)).status).toBe(503);
    await page.goto(`/${lang}/audit`);
    expect(await page.textContent('main')).toContain(`Ашылу минуты ${name}`);

    await page.goto(`/${lang}/switches/stage`);
    await page.check('input[value="auto"]');
    await page.fill('[name=reason]', 'Адам азайды, өзі шешсін');
    await page.click('main form button');
    await page.waitForURL(`**/${lang}/switches`);
    expect(await page.textContent('main')).toContain(said.measured);
    await page.context().close();
  });

  it.each(['/kk/switches', '/ru/switches/limits'])('%s is valid HTML', async (path) => {
    const headers = { cookie: operator.cookie };
    await expectValidHtml(await (await fetch(portal.url + path, { headers })).text());
  });

  it.each(['stages', '__proto__', 'constructor'])('there is no switch %s', async (name) => {
    const headers = { cookie: operator.cookie };
    const answer = await fetch(`${portal.url}/ru/switches/${name}`, { headers });
    expect(answer.status).toBe(404);
  });

  it.each(['officer', 'auditor', undefined])('is not for: %s', async (role) => {
    const { cookie } = await aPerson(portal.dataSource, role);
    const body = new URLSearchParams({ value: 'no-drafts', reason: 'Өзім білемін, солай' });
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const there = `${portal.url}/kk/switches/stage`;
    expect((await fetch(there, { method: 'POST', headers, body })).status).toBe(403);
    expect((await fetch(there, { headers })).status).toBe(403);
  });

  async function visit(who: TestPerson, screen: typeof PHONE | typeof DESK): Promise<Page> {
    const context = await openVisit(browser, { screen, baseUrl: portal.url });
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: portal.url }]);
    return context.newPage();
  }
});

async function check(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  await noHorizontalScroll(page);
  await expectAccessible(page);
}
