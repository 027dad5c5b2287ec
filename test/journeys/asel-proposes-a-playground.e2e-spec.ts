import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Lang } from '#platform/views/lang.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  anIntake,
  aProposingTown,
  somebody,
  type Somebody,
} from '#test/support/builders/proposing-town.js';
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

jest.setTimeout(180_000);

/** Text that would be heard of if any page took it for markup. */
const HOSTILE = `<img src=x onerror="document.title='hurt'">`;

const WRITTEN = {
  kk: {
    title: 'Абай көшесіндегі балалар ойын алаңы',
    problem: 'Аулада балалар ойнайтын орын жоқ, әткеншек 2009 жылдан бері сынық тұр.',
    idea: 'Ескі жабдықты алып, жұмсақ төсеме, екі әткеншек және сырғанақ орнату.',
  },
  ru: {
    title: 'Детская площадка на улице Абая',
    problem: 'Во дворе детям негде играть, качели сломаны с 2009 года.',
    idea: 'Убрать старое, сделать мягкое покрытие, поставить две качели и горку.',
  },
} as const;

describe('Asel proposes a playground', () => {
  let portal: TestPortal;
  let browser: Browser;
  let folder: string;
  let photo: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'qatysu-asel-'));
    photo = join(folder, 'аула.jpg');
    const ground = { width: 1200, height: 900, channels: 3, background: '#88aa66' } as const;
    await sharp({ create: ground }).jpeg().toFile(photo);
    await aProposingTown(portal.dataSource);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Visitor {
    readonly context: BrowserContext;
    readonly page: Page;
    /** Looks at the page as a checker of HTML and of accessibility does, and keeps a picture. */
    readonly look: (name: string) => Promise<void>;
  }

  async function visit(
    who: Somebody | null,
    script: boolean,
    screen: typeof PHONE | typeof DESK = PHONE,
  ): Promise<Visitor> {
    const context = await openVisit(browser, { screen, script, baseUrl: portal.url });
    if (who) await signIn(context, who);
    const page = await context.newPage();
    const look = async (name: string) => {
      await screenshot(page, `propose-${name}`);
      await noHorizontalScroll(page);
      await expectValidHtml(await (await fetchLike(context, page)).text());
      if (script) await expectAccessible(page);
    };
    return { context, page, look };
  }

  const signIn = (context: BrowserContext, { token }: Somebody) =>
    context.addCookies([{ name: 'qatysu_session', value: token, url: portal.url }]);

  /** The page as the server sent it, not as the browser has mended it. */
  const fetchLike = (context: BrowserContext, page: Page) => context.request.get(page.url());

  const next = (page: Page) => page.locator('form button[type=submit]:not([name])').last().click();

  async function fillWizard(visitor: Visitor, lang: 'kk' | 'ru', round: string): Promise<string> {
    const { page, look } = visitor;
    const words = WRITTEN[lang];
    await page.goto(`/${lang}/propose?round=${round}`);
    await look(`${lang}-start`);
    await next(page);
    await page.waitForURL(/\/propose\/[0-9a-f-]{36}$/);
    const path = new URL(page.url()).pathname;
    await look(`${lang}-tasks`);

    await page.goto(`${path}/category`);
    await next(page);
    await page.locator('.govuk-error-summary').waitFor();
    await screenshot(page, `propose-${lang}-category-missing`);
    await page.getByRole('radio').nth(7).check();
    await look(`${lang}-category`);
    await next(page);
    await page.waitForURL(/\/place$/);
    await page.locator('#address').fill('Көктөбе ауылы, Абай көшесі, 12');
    await page.locator('#coordinates').fill('43.2381, 76.9452');
    await look(`${lang}-place`);
    await next(page);
    await page.waitForURL(/\/idea$/);
    await page.locator('#title').fill(words.title);
    await page.locator('#problem').fill(words.problem);
    await page.locator('#idea').fill(`${words.idea}\n\n${HOSTILE}`);
    await look(`${lang}-idea`);
    await next(page);
    await page.waitForURL(/\/similar$/);
    await look(`${lang}-similar`);
    await next(page);
    await page.waitForURL(/\/cost$/);
    await page.locator('#cost').fill('99 000 000');
    await next(page);
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.locator('#cost').inputValue()).toBe('99 000 000');
    await screenshot(page, `propose-${lang}-cost-over-cap`);
    await page.locator('#cost').fill('3 850 000 ₸');
    await next(page);
    await page.waitForURL(/\/photos$/);
    await page.locator('#alternativeText').fill(HOSTILE);
    await page.locator('#file').setInputFiles(photo);
    await page.locator('form[enctype] button').click();
    await page.locator('main img').first().waitFor();
    await look(`${lang}-photos`);
    await next(page);
    await page.waitForURL(/\/documents$/);
    await look(`${lang}-documents`);
    await next(page);
    await page.waitForURL(/\/coauthors$/);
    await page.locator('#coauthors').fill('Ерлан Төлегенов\nСәуле Нұрланова');
    await look(`${lang}-coauthors`);
    await next(page);
    await page.waitForURL(/\/contact$/);
    await page.locator('#contact').fill('+7 701 111 22 33');
    await look(`${lang}-contact`);
    await next(page);
    await page.waitForURL(/\/check$/);
    await look(`${lang}-check`);
    return path;
  }

  it.each([
    ['kk', true],
    ['ru', false],
  ] as const)('from the first page to the number, in %s, with script: %s', async (lang, script) => {
    const asel = await somebody(portal.dataSource);
    const round = await anIntake(portal.dataSource, { capTenge: 10_000_000 });
    const visitor = await visit(asel, script);
    const { page, context, look } = visitor;
    const path = await fillWizard(visitor, lang, round);

    // A change leads back to the check.
    await page.locator('a[href*="/cost?from=check"]').click();
    await look(`${lang}-cost`);
    await next(page);
    await page.waitForURL(/\/check$/);

    // Signed out, the draft waits behind its link.
    await context.clearCookies();
    await page.goto(path);
    expect(page.url()).toContain(`/${lang}/sign-in?next=`);
    await signIn(context, asel);
    await page.goto(path);
    await look(`${lang}-tasks-done`);

    await page.goto(`${path}/check`);
    await next(page);
    await page.waitForURL(/\/done$/);
    const number = await page.locator('.panel-code').innerText();
    expect(number).toMatch(/^2027-\d{4}$/);
    await look(`${lang}-done`);

    // What is submitted is no longer written on.
    await page.goto(`${path}/idea`);
    expect(new URL(page.url()).pathname).toBe(`/${lang}/my/proposals/${number}`);
    await look(`${lang}-mine`);
    await page.goto(`/${lang}/my/proposals`);
    await look(`${lang}-mine-all`);
    await page.goto(`/${lang}/my/proposals/${number}/withdrawal`);
    await look(`${lang}-withdrawal`);

    const public_ = await visit(null, script);
    await public_.page.goto(`/${lang}/projects/${number}`);
    await public_.look(`${lang}-project`);
    const text = await public_.page.locator('body').innerText();
    expect(text).toContain(HOSTILE);
    expect(text).not.toMatch(/701 111|Төлегенов|Нұрланова|Оспанова/);
    expect(await public_.page.title()).not.toBe('hurt');
    await context.close();
    await public_.context.close();
  });

  describe('and everybody looks at the projects', () => {
    let round: string;
    let number: string;

    beforeAll(async () => {
      round = await anIntake(portal.dataSource, { capTenge: 10_000_000 });
      number = await aListOfProjects(portal, round);
    });

    const TITLES = [
      'Көктөбе саябағын көгалдандыру',
      'Освещение улицы Абая от школы до амбулатории',
      'Қайрат спорт алаңы',
      HOSTILE,
    ];

    async function aListOfProjects({ dataSource }: TestPortal, id: string): Promise<string> {
      const author = await somebody(dataSource);
      let last = '';
      for (const [place, title] of TITLES.entries()) {
        const { rows } = await submittedBy(author, id, title, place);
        last = rows;
      }
      return last;
    }

    /** Through the API, and admitted as the review would do. */
    async function submittedBy(author: Somebody, id: string, title: string, place: number) {
      const who = place === 3 ? await somebody(portal.dataSource) : author;
      const headers = { 'content-type': 'application/json', cookie: who.cookie };
      const post = async (path: string, body: unknown) =>
        (await (
          await fetch(`${portal.url}/api/v1${path}`, {
            method: 'POST',
            headers,
            body: JSON.stringify(body),
          })
        ).json()) as { id: string; number: string };
      const draft = await post(`/rounds/${id}/proposals`, {
        title,
        category: place === 0 ? 'greening' : 'common-places',
        territory: '975000000',
        address: `Абай көшесі, ${place + 1}`,
        coordinates: { latitude: 43.2 + place / 100, longitude: 76.9 + place / 200 },
        problem: HOSTILE,
        idea: 'Идея',
        cost: { amount: String(1_000_000 * (place + 1)) },
        language: place === 1 ? 'ru' : 'kk',
      });
      const { number: given } = await post(`/proposals/${draft.id}/submission`, {});
      await portal.dataSource.query(
        `update proposals set state = 'admitted', ballot_number = $2 where id = $1`,
        [draft.id, place + 1],
      );
      return { rows: given };
    }

    it.each([
      ['kk', PHONE],
      ['ru', PHONE],
      ['kk', DESK],
    ] as const)('in %s at %o', async (lang: Lang, screen) => {
      const { page, context, look } = await visit(null, true, screen);
      const wide = screen === DESK ? '-desk' : '';
      await page.goto(`/${lang}/rounds/${round}/projects`);
      expect(page.url()).toMatch(/\?seed=\d+$/);
      await look(`${lang}-list${wide}`);
      const first = await page.locator('.project-card').allInnerTexts();
      await page.reload();
      expect(await page.locator('.project-card').allInnerTexts()).toEqual(first);
      for (const view of ['map', 'table']) {
        await page.goto(`/${lang}/rounds/${round}/projects?view=${view}&seed=17`);
        await look(`${lang}-${view}${wide}`);
      }
      await page.goto(`/${lang}/rounds/${round}/projects?q=${encodeURIComponent('Kairat & co')}`);
      await look(`${lang}-nothing-found${wide}`);
      await page.locator('.chosen-filters a').first().click();
      expect(await page.locator('.project-card').count()).toBe(TITLES.length);
      await context.close();
    });

    it('without script finds a project from a Russian keyboard', async () => {
      const { page, context } = await visit(null, false);
      await page.goto(`/kk/rounds/${round}/projects`);
      await page.locator('details summary').first().click();
      await page.locator('#q').fill('саябаг');
      await page.locator('form[method=get] button').click();
      expect(await page.locator('.project-card').count()).toBe(1);
      expect(page.url()).toContain('seed=');
      await context.close();
    });

    it('and at what changed between two versions', async () => {
      await portal.dataSource.query(
        `insert into proposal_versions (proposal_id, version, at, by_person, by_officer, reason, fields)
         select proposal_id, 2, clock_timestamp(), by_person, true, $2,
           fields || jsonb_build_object('idea', $3::text, 'cost', '700')
         from proposal_versions where proposal_id = (select id from proposals where number = $1)`,
        [number, HOSTILE, `Идея 700 ш. м ${HOSTILE}`],
      );
      const { page, context, look } = await visit(null, true);
      await page.goto(`/ru/projects/${number}/versions`);
      await look('ru-versions');
      const added = await page.locator('ins').allInnerTexts();
      expect(added.map((text) => text.replace(/\s/g, ' '))).toContain('700 ₸');
      expect(await page.title()).not.toBe('hurt');
      await context.close();
    });
  });
});
