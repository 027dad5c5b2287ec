import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { sendPetitionsThatReachedTheirThreshold } from '#apps/worker/petitions/send-petitions-that-reached-their-threshold.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
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
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(240_000);

const BAUYRZHAN = holdersOf('deputy', DEMO.district)[1]!;
const SIGNERS = DEMO_RESIDENTS.filter(
  ({ territory, bornOn }) => territory === DEMO.qarasuVillage && bornOn < '2000',
);

describe('Bauyrzhan, a deputy of the district', () => {
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    sendPetitionsThatReachedTheirThreshold(portal.app);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function visitOf(iin: string, visit: Visit): Promise<BrowserContext> {
    const context = await openVisit(browser, { ...visit, baseUrl: portal.url });
    const data = { provider: 'stand-in', iin };
    await context.request.post(`${portal.url}/api/v1/sessions`, { data });
    return context;
  }

  async function lookAt(page: Page, name: string): Promise<void> {
    await screenshot(page, `deputy-${name}`);
    await noHorizontalScroll(page);
    await expectAccessible(page);
    // As the server sent it: a browser writes out the page in its own way.
    const sent = await page.context().request.get(page.url());
    await expectValidHtml(await sent.text());
  }

  const send = (page: Page) =>
    page.locator('main form .govuk-button:not(.govuk-button--secondary)').first().click();

  async function fillPair(page: Page, name: string, kk: string, ru: string): Promise<void> {
    await page.locator(`[name=${name}Kk]`).fill(kk);
    await page.locator(`[name=${name}Ru]`).fill(ru);
  }

  /** Everybody of the village signs; the threshold is lowered, for the village has few demo people. */
  async function gatherSignatures(id: string): Promise<void> {
    await portal.dataSource.query(`update petitions set required = 3 where id = $1`, [id]);
    for (const { iin } of SIGNERS.slice(0, 4)) {
      const signer = await Caller.signedIn(portal, iin);
      const answer = await signer.send('POST', `/petitions/${id}/signatures`, { body: {} });
      expect(answer.status).toBe(201);
    }
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
  }

  it.each([
    ['kk', 'phone', { screen: PHONE }],
    ['ru', 'desk', { screen: DESK }],
  ] as const)(
    'collects signatures, brings them to the session and asks the akim: %s, %s',
    async (lang, size, visit) => {
      const look = (page: Page, name: string) => lookAt(page, `${name}-${lang}-${size}`);
      const deputy = await visitOf(BAUYRZHAN.iin, visit);
      const page = await deputy.newPage();
      await page.goto(`/${lang}/deputy-desk`);
      await page.locator('a[href$="/deputy-desk/collection"]').click();
      await send(page);
      await page.locator('.govuk-error-summary').waitFor();
      await look(page, 'subjects');
      await page.locator('[name=excluded][value=no]').check();
      await send(page);
      await page.locator('[name=addressee]').selectOption(`${DEMO.qarasu}:akim-office`);
      await look(page, 'addressee');
      await send(page);

      await fillPair(page, 'title', `Ауылға су құбыры ${size}`, `Водопровод в село ${size}`);
      await look(page, 'title');
      await send(page);
      await page.waitForURL('**/similar');
      await look(page, 'similar');
      await send(page);
      await fillPair(page, 'text', 'Су құбырын тартуды сұраймыз.', 'Просим провести водопровод.');
      await send(page);
      await page.waitForURL('**/arguments');
      await fillPair(page, 'arguments', 'Құдықтар кеуіп қалды.', 'Колодцы пересохли.');
      await send(page);
      await page.waitForURL('**/proposals');
      await fillPair(page, 'proposals', 'Бюджетке енгізу.', '');
      await send(page);
      await page.waitForURL('**/check');
      await send(page);
      await page.locator('.govuk-error-summary').waitFor();
      await page.goto(page.url().replace('/check', '/proposals'));
      await fillPair(page, 'proposals', 'Бюджетке енгізу.', 'Включить в бюджет.');
      await send(page);
      await page.waitForURL('**/check');
      await look(page, 'check');
      expect(await page.locator('main').innerText()).toContain('192');
      await send(page);
      await page.waitForURL(/collections\/[0-9a-f-]{36}$/);
      await look(page, 'under-check');
      const id = page.url().split('/').at(-1)!;

      const [officer] = holdersOf('officer', DEMO.district);
      const office = await visitOf(officer!.iin, visit);
      const desk = await office.newPage();
      await desk.goto(`/${lang}/petition-desk`);
      await look(desk, 'queue');
      await desk.locator(`a[href$="${id}"]`).click();
      await look(desk, 'petition-desk');
      await desk.goto(`/${lang}/petition-desk/${id}/refuse`);
      await send(desk);
      await desk.locator('.govuk-error-summary').waitFor();
      await look(desk, 'refuse');
      await desk.goto(`/${lang}/petition-desk/${id}`);
      await send(desk);
      await desk.waitForURL(`**/petition-desk/${id}`);
      await page.goto(`/${lang}/deputy-desk/collections/${id}/sheets`);
      await send(page);
      await page.locator('a[href$="sheets.pdf"]').waitFor();
      await look(page, 'sheets');
      const [clerk] = holdersOf('clerk', DEMO.district);
      const counter = await visitOf(clerk!.iin, visit);
      const paper = await counter.newPage();
      await paper.goto(`/${lang}/paper-desk`);
      await look(paper, 'paper-desk');
      await paper.locator('main li a').first().click();
      await paper.locator('[name=line1]').fill('12');
      await send(paper);
      await paper.locator('.govuk-error-summary').waitFor();
      await look(paper, 'sheet');
      await paper.locator('[name=line1]').fill('');
      await send(paper);
      await paper.waitForURL('**/paper-desk');
      await gatherSignatures(id);
      await page.goto(`/${lang}/deputy-desk/collections/${id}`);

      await look(page, 'reached');
      await fillPair(page, 'title', 'Қол жиналды', 'Подписи собраны');
      await fillPair(page, 'body', 'Рақмет!', 'Спасибо!');
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForURL(/#news$/);
      await page.locator('a[href$="/session"]').click();
      await look(page, 'session');
      await send(page);
      await page.waitForURL(`**/collections/${id}`);
      await page.locator(`a[href$="inquiry?petition=${id}"]`).click();
      await page.locator('[name=addresseeKind][value=akim]').check();
      await fillPair(page, 'addressee', 'Округ әкімі', 'Аким округа');
      await page.locator('[name=competence]').fill('Бюджет');
      await look(page, 'inquiry');
      await send(page);
      await page.waitForURL('**/inquiries/*');
      const inquiry = page.url();
      await look(page, 'filed');

      const [akim] = holdersOf('akim', DEMO.qarasu);
      const head = await visitOf(akim!.iin, visit);
      const answers = await head.newPage();
      await answers.goto(`/${lang}/petition-desk/${id}/answer`);
      await send(answers);
      await answers.locator('.govuk-error-summary').waitFor();
      await answers.locator('[name=decision][value=partly]').check();
      await fillPair(answers, 'reasons', 'Келесі жылы салынады.', 'Построят в следующем году.');
      await look(answers, 'answer');
      await send(answers);
      await answers.waitForURL(`**/petition-desk/${id}`);
      await answers.goto(`/${lang}/petition-desk/${id}/discussion`);
      await look(answers, 'discussion');
      await answers.goto(`${inquiry}/answer`);
      await answers.locator('[name=body]').fill('Жоба дайын');
      await answers.locator('[name=signatory][value=addressee]').check();
      await answers.locator('[name=signedBy]').fill('Есенов А. Т.');
      await answers.locator('[name=signedPost]').fill('Округ әкімі');
      await look(answers, 'inquiry-answer');
      await send(answers);
      await answers.waitForURL(inquiry);

      await page.goto(`${inquiry}/comment`);
      await page.locator('[name=verdict][value=partly]').check();
      await page.locator('[name=body]').fill('Мерзімі жоқ');
      await send(page);
      await page.waitForURL(inquiry);
      await look(page, 'commented');
      await page.goto(`/${lang}/deputy-desk`);
      await look(page, 'desk');
      await page.goto(`/${lang}/deputy-desk/collections/${id}`);
      await look(page, 'collection');
      await page.locator('main a[href*="/petitions/"]').first().click();
      await page.locator('#session').waitFor();
      await look(page, 'petition');
      await Promise.all([deputy, office, counter, head].map((context) => context.close()));
    },
  );

  it.each([
    ['kk', 'phone', { screen: PHONE }],
    ['ru', 'desk', { screen: DESK }],
  ] as const)(
    'is found with the whole maslikhat by everybody: %s, %s',
    async (lang, size, visit) => {
      const context = await openVisit(browser, { ...visit, baseUrl: portal.url });
      const page = await context.newPage();
      await page.goto(`/${lang}/deputies?maslikhat=${DEMO.district}`);
      await lookAt(page, `maslikhat-${lang}-${size}`);
      await page.getByRole('link', { name: 'Серікұлы' }).first().click();
      await lookAt(page, `page-${lang}-${size}`);
      await page.goto(`/${lang}/inquiries`);
      await lookAt(page, `inquiries-${lang}-${size}`);
      await context.close();
      const [secretary] = holdersOf('maslikhat-secretary', DEMO.district);
      const register = await visitOf(secretary!.iin, visit);
      const forms = await register.newPage();
      await forms.goto(`/${lang}/deputy-register`);
      await lookAt(forms, `register-${lang}-${size}`);
      await forms.locator('a[href*="/mandate?"]').first().click();
      await send(forms);
      await forms.locator('.govuk-error-summary').waitFor();
      await lookAt(forms, `mandate-${lang}-${size}`);
      for (const act of ['report', 'recall', 'end']) {
        await forms.goto(`/${lang}/deputy-register`);
        await forms.locator(`a[href$="/${act}"]`).first().click();
        await lookAt(forms, `${act}-${lang}-${size}`);
      }
      await register.close();
    },
  );
});
