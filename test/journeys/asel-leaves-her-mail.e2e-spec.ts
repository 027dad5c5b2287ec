import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sendMessages } from '#apps/worker/messages/send-messages.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
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
import { aPerson, aPetitionTown } from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(2 * BROWSER_TEST_MS);

const MAIL = 'asel@example.kz';

describe('Asel leaves her mail address', () => {
  let portal: TestPortal;
  let browser: Browser;
  let folder: string;
  let cookie: readonly [string, string];

  beforeAll(async () => {
    portal = await openTestPortal();
    folder = join(portal.app.get<Config>(CONFIG, { strict: false }).dataFolder, 'outgoing');
    await aPetitionTown(portal.dataSource);
    const asel = await aPerson(portal.dataSource, { role: 'secretary' });
    cookie = asel.cookie.split('=') as unknown as readonly [string, string];
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function visit(screen: typeof PHONE | typeof DESK): Promise<BrowserContext> {
    const context = await openVisit(browser, { screen, script: false, baseUrl: portal.url });
    await context.addCookies([{ name: cookie[0], value: cookie[1], url: portal.url }]);
    return context;
  }

  async function look(page: Page, name: string): Promise<void> {
    // As it was sent: a browser writes attributes anew.
    await expectValidHtml(await (await page.request.get(page.url())).text());
    await noHorizontalScroll(page);
    await screenshot(page, name);
  }

  /** What stands in for the mail server keeps letters as files. */
  async function codeInTheLetter(): Promise<string> {
    for (const job of sendMessages(portal.app)) await job.run();
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    const letter = readFileSync(join(folder, files.at(-1)!), 'utf8');
    expect(letter).toContain(`To: ${MAIL}`);
    const text = Buffer.from(
      /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(letter)![1]!,
      'base64',
    );
    return /\b\d{6}\b/.exec(text.toString('utf8'))![0];
  }

  it('on a phone, in Kazakh and without a script', async () => {
    const context = await visit(PHONE);
    const page = await context.newPage();
    await page.goto('/kk/my');
    await page.click('a[href="/kk/my/contacts"]');
    await look(page, 'contacts-empty-360-kk');
    await page.click('a[href="/kk/my/contacts/mail/address"]');
    await page.fill('#address', 'asel');
    await page.click('main form button');
    expect(await page.textContent('.govuk-error-summary')).toContain('name@example.kz');
    await look(page, 'contacts-address-fault-360-kk');
    await page.fill('#address', MAIL);
    await page.click('main form button');
    expect(new URL(page.url()).pathname).toBe('/kk/my/contacts/mail/code');
    expect(page.url()).not.toContain('asel');
    await page.fill('#code', '12');
    await page.click('main form button');
    expect(await page.textContent('.govuk-error-summary')).toContain('сәйкес келмейді');
    await look(page, 'contacts-code-360-kk');
    await page.fill('#code', await codeInTheLetter());
    await page.click('main form button');
    expect(await page.textContent('main')).toContain(MAIL);
    await expectAccessible(await pageWithScript(page.url()));
    await page.check('input[name="signed-petitions"][value="mail"]');
    await page.click('form[action="/kk/my/contacts/choices"] button');
    expect(await page.isChecked('input[name="signed-petitions"][value="mail"]')).toBe(true);
    expect(await page.isChecked('input[name="own-proposals"][value="mail"]')).toBe(false);
    expect(await page.isChecked('input[name="own-desk"][value="mail"]')).toBe(true);
    await look(page, 'contacts-360-kk');
    await context.close();
  });

  it('and takes it back at a desk, in Russian', async () => {
    const context = await visit(DESK);
    const page = await context.newPage();
    await page.goto('/ru/my/contacts');
    await look(page, 'contacts-1280-ru');
    await page.click('a[href="/ru/my/contacts/mail/address"]');
    await look(page, 'contacts-address-1280-ru');
    await page.click('form[action="/ru/my/contacts/mail/removal"] button');
    expect(await page.textContent('main')).not.toContain(MAIL);
    await context.close();
  });

  it('is shown nothing of another person, nor a way that there is not', async () => {
    const other = await aPerson(portal.dataSource);
    const ask = (path: string) => fetch(portal.url + path, { headers: { cookie: other.cookie } });
    expect(await (await ask('/kk/my/contacts')).text()).not.toContain(MAIL);
    expect((await ask('/kk/my/contacts/pigeon/address')).status).toBe(404);
    const nobody = await fetch(`${portal.url}/kk/my/contacts`, { redirect: 'manual' });
    expect(nobody.status).not.toBe(200);
  });

  /** Axe needs scripts, which Asel has switched off. */
  async function pageWithScript(url: string): Promise<Page> {
    const context = await openVisit(browser, { screen: PHONE, baseUrl: portal.url });
    await context.addCookies([{ name: cookie[0], value: cookie[1], url: portal.url }]);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }
});
