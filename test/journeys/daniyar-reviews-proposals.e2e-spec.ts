import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  EVALUATION_CRITERIA,
  type EvaluationStage,
} from '#rules/participation/evaluation-criteria.js';
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

const reasons = { kk: 'Жер телімі жеке меншікте', ru: 'Участок в частной собственности' };

const checklist = (stage: EvaluationStage) =>
  EVALUATION_CRITERIA.filter((each) => each.stage === stage).map(({ code }) => ({
    criterion: code,
    met: true,
  }));

describe('Daniyar, an officer of the akimat, reviews proposals', () => {
  let portal: TestPortal;
  let browser: Browser;
  let round: string;
  let daniyar: TestPerson;
  let saule: TestPerson;
  let asel: TestPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    const { dataSource } = portal;
    await aReviewTown(dataSource);
    round = await aRoundUnderReview(dataSource);
    daniyar = await aPerson(dataSource, { role: 'officer', name: ['Данияр', 'Оспанов'] });
    saule = await aPerson(dataSource, { role: 'officer', name: ['Сәуле', 'Бекова'] });
    asel = await aPerson(dataSource, { name: ['Әсел', 'Нұрланова'] });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const proposal = (title?: string) =>
    aSubmittedProposal(portal.dataSource, round, { author: asel, ...(title ? { title } : {}) });

  async function api(
    who: TestPerson | null,
    [method, path]: readonly [method: string, path: string],
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        ...(who ? { cookie: who.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: (await answer.json()) as Record<string, unknown>,
    };
  }

  async function visitOf(who: TestPerson, visit: Visit): Promise<BrowserContext> {
    const context = await openVisit(browser, { ...visit, baseUrl: portal.url });
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: portal.url }]);
    return context;
  }

  async function lookAt(page: Page, name: string, script = true): Promise<void> {
    await screenshot(page, `review-${name}`);
    await noHorizontalScroll(page);
    if (!script) return;
    await expectAccessible(page);
    // As the server sent it: a browser writes out the page in its own way.
    const sent = await page.context().request.get(page.url());
    await expectValidHtml(await sent.text());
  }

  describe('over the API', () => {
    it('checks, estimates, decides in Council, admits; the card is public', async () => {
      const id = await proposal();
      const at = `/proposals/${id}`;
      const checked = await api(
        daniyar,
        ['POST', `${at}/check`],
        { checklist: checklist('formal') },
        { 'if-match': '"1"' },
      );
      expect(checked).toMatchObject({ status: 201, etag: '"2"', body: { state: 'under-review' } });
      const estimated = await api(daniyar, ['POST', `${at}/estimate`], {
        lines: [
          { title: 'Резеңке төсем', amount: { amount: '12000000', currency: 'KZT' } },
          { title: 'Орындықтар', amount: { amount: '500000.50', currency: 'KZT' } },
        ],
        opinion: { kk: 'Іске асыруға болады', ru: 'Можно выполнить' },
        checklist: checklist('technical'),
      });
      expect(estimated.body).toMatchObject({
        state: 'estimated',
        checkedCost: { amount: '12500000.50', currency: 'KZT' },
      });
      const admitted = await api(daniyar, ['POST', `${at}/admission`], {
        title: { kk: 'Балалар алаңы', ru: 'Детская площадка' },
      });
      expect(admitted).toMatchObject({ status: 201, body: { state: 'admitted', version: 4 } });
      const card = await api(null, ['GET', `${at}/evaluation`]);
      expect(card).toMatchObject({ status: 200, body: { ballotNumber: expect.any(Number) } });
      expect(JSON.stringify(card.body)).not.toContain('Данияр');
    });

    it('admits at once with an empty body, as the Council may decide at once', async () => {
      const id = await proposal();
      const admitted = await api(daniyar, ['POST', `/proposals/${id}/admission`]);
      expect(admitted).toMatchObject({ status: 201, body: { state: 'admitted' } });
    });

    it('refuses with grounds, hears the author, lets another officer decide', async () => {
      const id = await proposal();
      const refusal = { grounds: ['not-common-use'], reasons };
      const bad = await api(daniyar, ['POST', `/proposals/${id}/refusal`], {
        grounds: ['ugly'],
        reasons: { kk: '', ru: '' },
      });
      expect(bad.status).toBe(422);
      expect(bad.body['faults']).toHaveLength(2);
      expect((await api(daniyar, ['POST', `/proposals/${id}/refusal`], refusal)).status).toBe(201);
      expect((await api(saule, ['POST', `/proposals/${id}/appeal`], { remarks: 'x' })).status).toBe(
        403,
      );
      const appeal = await api(asel, ['POST', `/proposals/${id}/appeal`], {
        remarks: 'Аула ортақ',
      });
      expect(appeal.status).toBe(201);
      const decision = `/appeals/${String(appeal.body['id'])}/decision`;
      expect(
        await api(daniyar, ['POST', decision], { decision: 'admitted', reasons }),
      ).toMatchObject({
        status: 403,
        body: { code: 'appeal.decided_by_refuser' },
      });
      expect(await api(saule, ['POST', decision], { decision: 'refused', reasons })).toMatchObject({
        status: 201,
        body: {
          state: 'refused',
          refusals: [{ grounds: [{ ground: 'not-common-use', point: '79' }] }],
        },
      });
    });

    it('answers a stale If-Match with 412 and the version that stands now', async () => {
      const id = await proposal();
      const body = { checklist: checklist('formal') };
      await api(daniyar, ['POST', `/proposals/${id}/check`], body);
      const late = await api(
        saule,
        ['POST', `/proposals/${id}/refusal`],
        { grounds: ['duplicate'], reasons },
        { 'if-match': '"1"' },
      );
      expect(late).toMatchObject({ status: 412, body: { version: 2 } });
    });

    it('asks for the right office, for an id that is there, for a body that can be read', async () => {
      const id = await proposal();
      const body = { checklist: checklist('formal') };
      expect((await api(null, ['POST', `/proposals/${id}/check`], body)).status).toBe(401);
      expect((await api(asel, ['POST', `/proposals/${id}/check`], body)).status).toBe(403);
      expect((await api(daniyar, ['POST', `/proposals/unknown/check`], body)).status).toBe(404);
      expect(
        (await api(daniyar, ['POST', `/proposals/${id}/check`], { checklist: 'all' })).status,
      ).toBe(400);
    });

    it('takes odd signs out of texts and refuses days and ids that are none', async () => {
      const id = await proposal();
      const odd = { field: 'idea', remark: 'a\u0000b\ud800' };
      const late = { remarks: [odd], deadline: '2027-02-30' };
      expect((await api(daniyar, ['POST', `/proposals/${id}/return`], late)).status).toBe(400);
      const back = await api(daniyar, ['POST', `/proposals/${id}/return`], { remarks: [odd] });
      expect(back).toMatchObject({ status: 201, body: { state: 'returned' } });
      const [stored] = await portal.dataSource.query(
        `select remarks->0->>'remark' as remark from proposal_returns where proposal_id = $1`,
        [id],
      );
      expect(stored.remark).toBe('ab');
      expect((await api(null, ['GET', '/proposals/a%00b/evaluation'])).status).toBe(404);
    });

    it('puts proposals into a group that excludes its members', async () => {
      const [one, two] = [await proposal(), await proposal()];
      for (const id of [one, two])
        await api(daniyar, ['PUT', `/proposals/${id}/exclusive-group`], { group: 'abai-12' });
      const { body } = await api(null, ['GET', `/proposals/${one}/evaluation`]);
      expect(body['excludes']).toHaveLength(1);
    });
  });

  describe.each([
    ['kk', 'phone', { screen: PHONE, script: false }],
    ['ru', 'phone', { screen: PHONE }],
    ['kk', 'desk', { screen: DESK }],
    ['ru', 'desk', { screen: DESK }],
  ] as const)('in a browser: %s, %s', (lang, size, visit) => {
    const name = (what: string) => `${what}-${lang}-${size}`;
    const script = !('script' in visit);

    it('finds the proposal, checks it, estimates it, admits it', async () => {
      const id = await proposal(`Балалар алаңы ${lang} ${size}`);
      const context = await visitOf(daniyar, visit);
      const page = await context.newPage();
      await page.goto(`/${lang}/review?state=submitted`);
      await lookAt(page, name('inbox'), script);
      await page.getByRole('link', { name: `Балалар алаңы ${lang} ${size}` }).click();
      await lookAt(page, name('proposal'), script);

      await page.goto(`/${lang}/review/${id}/check`);
      await page.locator('form button[type=submit]').last().click();
      await page.locator('.govuk-error-summary').waitFor();
      await lookAt(page, name('check-faults'), script);
      for (const radio of await page.locator('main input[type=radio][value=yes]').all())
        await radio.check();
      await page.locator('main form button[type=submit]').last().click();
      await page.waitForURL(`**/${lang}/review/${id}`);

      await page.goto(`/${lang}/review/${id}/estimate`);
      await page.locator('[name=title-1]').fill('Резеңке төсем, 120 м²');
      await page.locator('[name=amount-1]').fill('18 500 000');
      await page.locator('[name=more]').click();
      expect(await page.locator('[name^=title-]').count()).toBe(8);
      await page.locator('[name=opinionKk]').fill('Іске асыруға болады');
      await page.locator('[name=opinionRu]').fill('Можно выполнить');
      for (const radio of await page.locator('main input[type=radio][value=yes]').all())
        await radio.check();
      await lookAt(page, name('estimate'), script);
      await page.locator('main form button[type=submit]').last().click();
      await page.waitForURL(`**/${lang}/review/${id}`);

      await page.goto(`/${lang}/review/${id}/admit`);
      await page.locator('[name=titleKk]').fill('Абай 12, балалар алаңы');
      await page.locator('[name=titleRu]').fill('');
      await page.locator('main form button[type=submit]').last().click();
      await page.locator('.govuk-error-summary').waitFor();
      expect(await page.locator('[name=titleKk]').inputValue()).toBe('Абай 12, балалар алаңы');
      await page.locator('[name=titleRu]').fill('Абая 12, детская площадка');
      await lookAt(page, name('admit'), script);
      await page.locator('main form button[type=submit]').last().click();
      await page.waitForURL(`**/${lang}/review/${id}`);
      await page.goto(`/${lang}/review/${id}/card`);
      await lookAt(page, name('card'), script);
      await context.close();
    });

    it('returns one, refuses another, and is told when a colleague was faster', async () => {
      const [back, gone] = [await proposal(), await proposal()];
      const context = await visitOf(daniyar, visit);
      const page = await context.newPage();
      await page.goto(`/${lang}/review/${back}/return`);
      await page.locator('[name=cost]').fill('Смета жолдары сомаға тең емес');
      await page.locator('[name=deadlineDay]').fill('1');
      await page.locator('[name=deadlineMonth]').fill('1');
      await page.locator('[name=deadlineYear]').fill('2026');
      await page.locator('main form button[type=submit]').last().click();
      await page.locator('.govuk-error-summary').waitFor();
      await lookAt(page, name('return-faults'), script);
      for (const part of ['Day', 'Month', 'Year'])
        await page.locator(`[name=deadline${part}]`).fill('');
      await page.locator('main form button[type=submit]').last().click();
      await page.waitForURL(`**/${lang}/review/${back}`);

      await page.goto(`/${lang}/review/${gone}/refuse`);
      await page.locator('input[value=not-common-use]').check();
      await page.locator('[name=reasonsKk]').fill(reasons.kk);
      await page.locator('[name=reasonsRu]').fill(reasons.ru);
      await api(saule, ['POST', `/proposals/${gone}/check`], { checklist: checklist('formal') });
      await page.locator('main form button[type=submit]').last().click();
      await page.locator('.clash').waitFor();
      expect(await page.locator('[name=reasonsKk]').inputValue()).toBe(reasons.kk);
      await lookAt(page, name('clash'), script);
      await page.locator('main form button[type=submit]').last().click();
      await page.waitForURL(`**/${lang}/review/${gone}`);

      const authors = await visitOf(asel, visit);
      const own = await authors.newPage();
      const [row] = await portal.dataSource.query(`select number from proposals where id = $1`, [
        gone,
      ]);
      await own.goto(`/${lang}/my/proposals/${row.number}/appeal`);
      await lookAt(own, name('remarks'), script);
      await own.locator('[name=remarks]').fill('Аула ортақ пайдалануда, актісі бар.');
      await own.locator('main form button[type=submit]').last().click();
      await own.waitForURL('**/appeal');
      expect(await own.locator('[name=remarks]').count()).toBe(0);
      await authors.close();

      await page.goto(`/${lang}/appeals`);
      await lookAt(page, name('appeals'), script);
      const others = await visitOf(saule, visit);
      const desk = await others.newPage();
      await desk.goto(`/${lang}/appeals`);
      await desk.locator('main table a[href*="/appeals/"]').first().click();
      await lookAt(desk, name('appeal'), script);
      await desk.locator('input[name=decision][value=refused]').check();
      await desk.locator('[name=reasonsKk]').fill(reasons.kk);
      await desk.locator('[name=reasonsRu]').fill(reasons.ru);
      await desk.locator('main form button[type=submit]').last().click();
      await desk.waitForURL('**/review/*');
      await lookAt(desk, name('upheld'), script);
      await others.close();
      await context.close();
    });
  });
});
