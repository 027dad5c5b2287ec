import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { integrityThresholdsOn } from '#rules/integrity/integrity-thresholds.js';
import {
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { aCountedTown, aPerson, type TestPerson } from '#test/support/builders/counted-town.js';
import { aPublishedRound, type PublishedRound } from '#test/support/builders/published-round.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

/** Without these twelve voters project 2 wins instead of project 1. */
const BATCH = 12;
const CHOICES = Array.from({ length: 23 }, (_, voter) => (voter < BATCH ? [1] : [2, 3]));
const REASON = { kk: 'Бір күнде туғандар бірінен соң бірі дауыс берген', ru: 'Голосовали подряд' };
const THRESHOLDS = integrityThresholdsOn('2027-01-01');

describe('an auditor doubts a batch of ballots', () => {
  let portal: TestPortal;
  let browser: Browser;
  let auditor: TestPerson;
  let officer: TestPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    auditor = await aPerson(portal.dataSource, 'auditor');
    officer = await aPerson(portal.dataSource, 'officer');
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it('moves it on a phone; an officer confirms it at a desk; everybody sees both counts', async () => {
    const office = {
      officer,
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    const round = await aPublishedRound(portal, office, {
      projects: [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }],
      choices: CHOICES,
      beforeDecision: async (counted) => {
        await aSuspicion(counted);
        await moves(counted);
        await confirms(counted);
      },
    });
    await everybodySees(round);
  });

  async function aSuspicion({ id, voters }: PublishedRound): Promise<void> {
    await portal.dataSource.query(
      `update residents set born_on = '1961-05-01' where id = any($1::uuid[])`,
      [voters.slice(0, BATCH).map((voter) => voter.id)],
    );
    const where = '1961';
    const finding = { signal: 'age-cluster', where, measured: BATCH, threshold: BATCH };
    await portal.dataSource.query(
      `insert into integrity_reports (round_id, thresholds, figures, findings)
       values ($1, $2, '{"ballots":23,"busiestMinute":null,"nightPercent":null,"places":[]}', $3)`,
      [id, JSON.stringify({ ...THRESHOLDS, ageLeast: BATCH }), JSON.stringify([finding])],
    );
  }

  async function moves({ id }: PublishedRound): Promise<void> {
    const page = await openAs(auditor, PHONE);
    await page.goto(`/kk/rounds/${id}/quarantine`);
    await looksRight(page, 'quarantine-desk-kk-360');
    await page.getByRole('link', { name: /1961/ }).click();
    await looksRight(page, 'quarantine-preview-kk-360');
    const preview = await page.textContent('main');
    expect(preview).toContain('Сонда саналатыны');
    await page.fill('textarea[name=kk]', REASON.kk);
    await page.getByRole('button', { name: 'Ұсынысты жіберу' }).click();
    await looksRight(page, 'quarantine-refused-kk-360');
    expect(await page.inputValue('textarea[name=kk]')).toBe(REASON.kk);
    await page.fill('textarea[name=ru]', REASON.ru);
    await page.getByRole('button', { name: 'Ұсынысты жіберу' }).click();
    expect(await page.textContent('main')).toContain('Өз ұсынысыңыз бойынша');
    await page.context().close();
  }

  async function confirms({ id }: PublishedRound): Promise<void> {
    const page = await openAs(officer, DESK);
    await page.goto(`/ru/rounds/${id}/quarantine`);
    await looksRight(page, 'quarantine-decision-ru-1280');
    await page.fill('textarea[name=kk]', REASON.kk);
    await page.fill('textarea[name=ru]', REASON.ru);
    await page.locator('button[value=confirm]').click();
    await looksRight(page, 'quarantine-confirmed-ru-1280');
    expect(await page.textContent('main')).toContain(REASON.ru);
    await page.context().close();
  }

  async function everybodySees({ id }: PublishedRound): Promise<void> {
    const context = await openVisit(browser, { screen: PHONE, baseUrl: portal.url });
    const page = await context.newPage();
    await page.goto(`/kk/rounds/${id}/results`);
    await looksRight(page, 'quarantine-result-kk-360');
    expect(await page.textContent('main')).toContain('12 бюллетень күмәнді деп оқшауланды');
    await page.goto(`/kk/rounds/${id}/integrity`);
    await looksRight(page, 'quarantine-integrity-kk-360');
    expect(await page.textContent('main')).toContain(REASON.kk);
    await context.close();
  }

  async function openAs(who: TestPerson, screen: typeof PHONE | typeof DESK): Promise<Page> {
    const context = await openVisit(browser, { screen, baseUrl: portal.url });
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: portal.url }]);
    return context.newPage();
  }

  async function looksRight(page: Page, name: string): Promise<void> {
    await expectAccessible(page);
    const sent = await page.context().request.get(page.url());
    await expectValidHtml(await sent.text());
    await noHorizontalScroll(page);
    await screenshot(page, name);
  }
});
