import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { throwOnMissing } from '#platform/views/catalogue.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import { BROWSER_TEST_MS, openBrowser, PHONE } from '#test/support/browser.js';
import { specimenModel } from '#test/support/specimen-model.js';
import { openSpecimen, photoFile, sendHtml } from '#test/support/specimen-page.js';

jest.setTimeout(BROWSER_TEST_MS);

describe('scripts of the pages', () => {
  const views = new Views(VIEWS_ROOT, throwOnMissing);
  const model = specimenModel(views.wording('kk'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  function open(change: object, answer: (route: Route) => Promise<void>): Promise<Page> {
    const html = views.render('_layout/specimen', { ...model, ...change }, 'kk');
    return openSpecimen(browser, { html, visit: { screen: PHONE }, answer });
  }

  it('leads from the summary of faults to the field', async () => {
    const page = await open({}, (route) => route.abort());
    await page.click('.govuk-error-summary a[href="#until"]');
    expect(await focusedId(page)).toBe('until-day');
  });

  it('chooses a project without reloading the page', async () => {
    const cards = (model['cards'] as object[]).map((card) => ({ ...card, chosen: true }));
    const budget = { ...(model['budget'] as object), percent: 95, text: 'Қалды: 5 млн ₸' };
    const after = views.render('_layout/specimen', { ...model, cards, budget }, 'kk');
    const page = await open({}, (route) => sendHtml(route, after));
    await page.evaluate('window.sameDocument = true');
    await page.click('#card-17 button');
    await page.waitForSelector('#card-17.project-card--chosen');
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    expect(await page.textContent('[data-live]')).toBe('Қалды: 5 млн ₸');
  });

  it('sends the form in the ordinary way when the line is broken', async () => {
    const asked: string[] = [];
    const page = await open({}, async (route) => {
      asked.push(route.request().postData() ?? '');
      const plain = route.request().isNavigationRequest();
      await (plain ? sendHtml(route, '<title>ok</title><p id="plain">ok</p>') : route.abort());
    });
    await page.click('#card-17 button');
    await page.waitForSelector('#plain');
    expect(asked).toEqual(['project=17&chosen=yes', 'project=17&chosen=yes']);
  });

  it('keeps a draft while a person writes, and says when it cannot', async () => {
    let online = false;
    const change = { autosave: true };
    const page = await open(change, (route) => (online ? sendHtml(route, '') : route.abort()));
    await page.fill('#idea', 'Аула');
    await page.waitForFunction(noteSays, views.wording('kk').t('common.draft.lost'));
    online = true;
    await page.fill('#idea', 'Аула мен көше');
    await page.waitForFunction(noteSays, views.wording('kk').t('common.draft.saved'));
  });

  it('shows the chosen photos before they are sent', async () => {
    const page = await open({ autosave: true }, (route) => route.abort());
    await page.setInputFiles('#photos', photoFile());
    await page.waitForSelector('#photos-preview img');
  });
});

async function focusedId(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.id');
}

const noteSays = (words: string): boolean => {
  const { document } = globalThis as unknown as {
    document: { querySelector(selector: string): { textContent: string } | null };
  };
  return document.querySelector('[data-draft-note]')?.textContent === words;
};
