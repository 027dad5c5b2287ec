import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { textsIn } from '#apps/recount/language.js';
import { buildProgram } from '#apps/recount/program.js';
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
import {
  aCountedTown,
  addBallots,
  aPerson,
  aRoundToCount,
  type CountedProjectWish,
  type CountedRound,
  type TestPerson,
} from '#test/support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const MILLION = 1_000_000;

/** Title, cost in millions of tenge, voters; a few share a place, one was withdrawn. */
const PROJECTS: readonly (readonly [string, number, number, Partial<CountedProjectWish>?])[] = [
  ['Абай көшесі, 12-үйдің ауласындағы балалар ойын алаңы', 38.5, 241],
  ['Мектеп алдындағы жаяу жүргіншілер жолын жарықтандыру', 24, 230],
  ['Өзен жағалауындағы саябақты көгалдандыру', 61.2, 198],
  ['Теректі ауылындағы спорт алаңы', 30, 187],
  ['Стадион жанындағы автотұрақ', 12, 120, { group: 'stadium' }],
  ['Орталық алаңдағы орындықтар мен шатырлар', 9.4, 96],
  ['Арықтарды тазарту және жөндеу', 45, 77],
  ['Стадион жанындағы гүлзар', 6.6, 41, { group: 'stadium' }],
  ['Аялдамалар', 5, 19],
  ['Ескі су мұнарасын қалпына келтіру', 18, 12],
  ['Көпір жанындағы гүлзар', 3, 9, { state: 'withdrawn' }],
];

describe('Nurlan reads the results', () => {
  let portal: TestPortal;
  let browser: Browser;
  let round: CountedRound;
  let officer: TestPerson;
  let other: TestPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    officer = await aPerson(portal.dataSource, 'officer');
    other = await aPerson(portal.dataSource, 'officer');
    round = await aRound('id');
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function aRound(ties: string, wish: object = {}): Promise<CountedRound> {
    const made = await aRoundToCount(portal.dataSource, {
      budgetTenge: 150 * MILLION,
      minimumVotes: 20,
      ties,
      projects: PROJECTS.map(([title, cost, , more]) => ({
        title,
        costTenge: Math.round(cost * MILLION),
        ...more,
      })),
      ...wish,
    });
    const ballots = PROJECTS.map(([, , voters], place) => ({ voters, numbers: [place + 1] }));
    await addBallots(portal.dataSource, made.id, ballots);
    return made;
  }

  async function open(
    path: string,
    screen: typeof PHONE | typeof DESK,
    who?: TestPerson,
  ): Promise<Page> {
    const context = await openVisit(browser, { screen, baseUrl: portal.url });
    if (who) {
      const [name = '', value = ''] = who.cookie.split('=');
      await context.addCookies([{ name, value, url: portal.url }]);
    }
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** The page's HTML with ordinary blanks in its numbers. */
  const textOf = async (path: string) =>
    (await (await fetch(`${portal.url}${path}`)).text()).replaceAll('\u00a0', ' ');

  it('finds no counts before the close, on no page', async () => {
    const { id } = await aRound('id', { votingUntil: '1 hour' });
    for (const path of ['results', 'results/1', 'verify', 'protocol', 'chart.svg']) {
      const answer = await fetch(`${portal.url}/kk/rounds/${id}/${path}`);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(await answer.text()).not.toMatch(/(241|230) дауыс/);
    }
  });

  it('the officer closes and counts without script; nothing can be edited', async () => {
    const context = await openVisit(browser, { screen: DESK, baseUrl: portal.url, script: false });
    const [name = '', value = ''] = officer.cookie.split('=');
    await context.addCookies([{ name, value, url: portal.url }]);
    const page = await context.newPage();
    await page.goto(`/kk/rounds/${round.id}/count`);
    await page.getByRole('button', { name: 'Жабу және санау' }).click();
    await page.getByText('Бюллетень саны: 1 230').waitFor();
    await page.getByRole('button', { name: 'Шешімді тіркеу' }).click();
    await page.getByText('Хаттама нөмірін жазыңыз').first().waitFor();
    await screenshot(page, 'count-kk-faults');
    expect(await page.locator('.govuk-error-summary li').count()).toBe(2);
  });

  it('sees who won, what the money went to and why the others lost', async () => {
    const html = await textOf(`/kk/rounds/${round.id}/results`);
    await expectValidHtml(html);
    expect(html).toContain('1 230 адам дауыс берді. 10 жобадан 5 жоба');
    expect(html).toContain('Алдын ала нәтиже');
    expect(html).toContain('Ең аз дауыс санына жетпеді. Жинағаны: 19. Керегі: 20.');
    expect(html).toContain('Жеңуі үшін: тағы 78 дауыс.');
    expect(html).toMatch(/№ 5 жобамен бір орынға жоспарланған. Ол жинаған артық дауыс: 79/);
  });

  it.each([
    ['kk', PHONE, 'phone'],
    ['ru', PHONE, 'phone'],
    ['kk', DESK, 'desk'],
    ['ru', DESK, 'desk'],
  ] as const)('every page fits and is accessible: %s, %j, %s', async (lang, screen, name) => {
    for (const path of ['results', 'results/3', 'results/5', 'verify', 'protocol']) {
      const page = await open(`/${lang}/rounds/${round.id}/${path}`, screen);
      await screenshot(page, `result-${lang}-${name}-${path.replace('/', '-')}`);
      await noHorizontalScroll(page);
      await expectAccessible(page);
      await page.context().close();
    }
    const count = await open(`/${lang}/rounds/${round.id}/count`, screen, officer);
    await screenshot(count, `count-${lang}-${name}`);
    await noHorizontalScroll(count);
    await expectAccessible(count);
    await count.context().close();
  });

  it('is valid HTML everywhere', async () => {
    for (const lang of ['kk', 'ru', 'en']) {
      for (const path of ['results', 'results/3', 'results/9', 'verify', 'protocol']) {
        await expectValidHtml(await textOf(`/${lang}/rounds/${round.id}/${path}`));
      }
    }
    const count = await fetch(`${portal.url}/ru/rounds/${round.id}/count`, {
      headers: { cookie: officer.cookie },
    });
    await expectValidHtml(await count.text());
    expect((await fetch(`${portal.url}/kk/rounds/${round.id}/results/99`)).status).toBe(404);
  });

  it('recounts with the very command of the page and finds the same winners', async () => {
    const page = (await textOf(`/ru/rounds/${round.id}/verify`)).replaceAll('&#x27;', "'");
    const [, name = '', words = ''] = /recount -- tally (\S+\.pb) ([^<]+)</.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-recount-'));
    const file = join(folder, name);
    const election = await fetch(`${portal.url}/api/v1/rounds/${round.id}/election.pb`);
    writeFileSync(file, await election.text());
    const options = words.replaceAll("'", '').trim().split(' ');
    const counted = await recount('tally', file, ...options);
    const told = await fetch(`${portal.url}/api/v1/rounds/${round.id}/results`);
    const { winners } = (await told.json()) as { winners: { number: number }[] };
    expect(counted.winners.map(Number)).toEqual(winners.map(({ number }) => number));
    expect(counted.reasons['09']).toEqual({ outcome: 'BELOW_MINIMUM', votes: 19, minimum: 20 });
    rmSync(folder, { recursive: true });
  });

  it('downloads the chart as a drawing of its own', async () => {
    const answer = await fetch(`${portal.url}/kk/rounds/${round.id}/chart.svg`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const drawing = await answer.text();
    expect(drawing).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(drawing.match(/<text /g)).toHaveLength(1 + 2 * PROJECTS.length);
  });

  it('sees the Council strike a winner, and another officer make it final', async () => {
    const page = await open(`/kk/rounds/${round.id}/count`, DESK, officer);
    await page.getByLabel('Хаттама нөмірі').fill('7');
    const [kk, ru] = [page.locator('#text'), page.locator('#ru')];
    await kk.fill('Нәтиже бекітілсін');
    await ru.fill('Утвердить результат');
    await page.getByText('№ 6 Орталық алаңдағы').click();
    await page.locator('#strike-6').check();
    await page.locator('#ground-6').selectOption('duplicate');
    await page.locator('#kk-6').fill('Жоспарланған жұмысты қайталайды');
    await page.locator('#ru-6').fill('Повторяет запланированную работу');
    await page.getByRole('button', { name: 'Шешімді тіркеу' }).click();
    await page.getByText('Тіркелді: № 7 хаттама').waitFor();
    await page.getByRole('button', { name: 'Нәтижені жариялау' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.content()).not.toContain('Жарияланды:');
    const second = await open(`/kk/rounds/${round.id}/count`, DESK, other);
    await second.getByRole('button', { name: 'Нәтижені жариялау' }).click();
    await second.getByText('Жарияланды:').waitFor();
    // A page of its own: the other one may have been made for everybody a moment ago.
    const html = await textOf(`/ru/rounds/${round.id}/results?page=1`);
    expect(html).toContain('Окончательный результат');
    expect(html).toContain('Повторяет запланированную работу');
    await expectValidHtml(html);
    const protocol = await open(`/ru/rounds/${round.id}/protocol`, DESK);
    await protocol.emulateMedia({ media: 'print' });
    await screenshot(protocol, 'protocol-ru-print');
  });

  it('sees a tie as a tie, and the draw that settles it', async () => {
    const tied = await aRoundToCount(portal.dataSource, {
      budgetTenge: 60 * MILLION,
      ties: 'refuse',
      projects: [
        { costTenge: 60 * MILLION },
        { costTenge: 60 * MILLION },
        { costTenge: 5 * MILLION },
      ],
    });
    await addBallots(portal.dataSource, tied.id, [{ voters: 30, numbers: [1, 2] }]);
    const page = await open(`/ru/rounds/${tied.id}/count`, DESK, officer);
    await page.getByRole('button', { name: 'Закрыть и подсчитать' }).click();
    await page.getByText('Голосов поровну у проектов: № 1, № 2').waitFor();
    const results = await textOf(`/ru/rounds/${tied.id}/results`);
    expect(results).toContain('денег на все не хватает: № 1, № 2');
    await expectValidHtml(results);
    await screenshot(page, 'count-ru-tie');
    await page.getByLabel('Число или слово, которое дал жребий').fill('48151623');
    await page.getByLabel('Номер протокола').fill('3');
    await page.locator('#text').fill('Жеребе ашық тасталды');
    await page.locator('#ru').fill('Жребий брошен открыто');
    await page.getByRole('button', { name: 'Записать жребий' }).click();
    await page.getByText('Жребий записан: протокол № 3').waitFor();
    const why = await textOf(`/ru/rounds/${tied.id}/results/1`);
    expect(why).toContain('48151623');
    await expectValidHtml(why);
  });

  it('reads a round of several pots, and a long one page by page', async () => {
    const long = await aRoundToCount(portal.dataSource, {
      budgetTenge: 50 * MILLION,
      villages: [20 * MILLION, 20 * MILLION],
      projects: Array.from({ length: 330 }, (_, place) => ({
        costTenge: (1 + (place % 9)) * MILLION,
        title: `Ұзақ тізімдегі абаттандыру жобасы, нөмірі ${place + 1}`,
        ...(place >= 310 && { village: place % 2 }),
      })),
    });
    const ballots = Array.from({ length: 330 }, (_, place) => ({
      voters: 10 + ((place * 37) % 211),
      numbers: [place + 1],
    }));
    await addBallots(portal.dataSource, long.id, ballots);
    await fetch(`${portal.url}/api/v1/rounds/${long.id}/closure`, {
      method: 'POST',
      headers: { cookie: officer.cookie },
    });
    const overview = await textOf(`/kk/rounds/${long.id}/results`);
    await expectValidHtml(overview);
    const page = await open(`/kk/rounds/${long.id}/results`, PHONE);
    await screenshot(page, 'result-kk-pots');
    await noHorizontalScroll(page);
    await page.getByRole('link', { name: 'Барлық жоба: Қарасу ауылдық округі' }).click();
    await page.getByRole('link', { name: '4-бет' }).waitFor();
    const full = await textOf(`/kk/rounds/${long.id}/results?pot=974000000&page=2`);
    await expectValidHtml(full);
    expect(Buffer.byteLength(full)).toBeLessThan(200 * 1024);
  });
});

interface Recounted {
  readonly winners: readonly string[];
  readonly reasons: Readonly<Record<string, unknown>>;
}

/** Runs the recount in this process and reads what it prints. */
async function recount(...words: readonly string[]): Promise<Recounted> {
  let printed = '';
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean((printed += String(text))));
  try {
    await buildProgram(textsIn('en')).parseAsync(['node', 'recount', ...words]);
  } finally {
    write.mockRestore();
  }
  return JSON.parse(printed) as Recounted;
}
