import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { throwOnMissing } from '#platform/views/catalogue.js';
import type { Lang } from '#platform/views/lang.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import {
  BROWSER_TEST_MS,
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { specimenModel } from '#test/support/specimen-model.js';
import { assets, openSpecimen } from '#test/support/specimen-page.js';

jest.setTimeout(BROWSER_TEST_MS);

describe('every shared part of the pages', () => {
  const views = new Views(VIEWS_ROOT, throwOnMissing);
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const html = (lang: Lang) =>
    views.render('_layout/specimen', specimenModel(views.wording(lang)), lang);

  it.each(['kk', 'ru', 'en'] as const)('is valid HTML in %s', async (lang) => {
    await expectValidHtml(html(lang));
  });

  it.each([
    ['kk', 'phone', { screen: PHONE }],
    ['ru', 'phone', { screen: PHONE, script: false }],
    ['kk', 'desk', { screen: DESK }],
    ['ru', 'desk', { screen: DESK }],
  ] as const)('fits the screen and is accessible: %s, %s', async (lang, name, visit) => {
    const page = await openSpecimen(browser, { html: html(lang), visit });
    await screenshot(page, `specimen-${lang}-${name}`);
    await noHorizontalScroll(page);
    if ('script' in visit) return; // axe itself is a script
    await expectAccessible(page);
  });

  it('keeps the style sheet below 14 KB', () => {
    const bytes = readFileSync(join(assets.folder, `${assets.names['app.css']}.br`)).length;
    if (bytes > 14 * 1024) throw new Error(`The style sheet takes ${bytes} bytes`);
  });
});
