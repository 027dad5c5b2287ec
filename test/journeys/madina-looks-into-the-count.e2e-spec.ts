import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { textsIn } from '#apps/recount/language.js';
import { buildProgram } from '#apps/recount/program.js';
import { studyCountedRounds } from '#apps/worker/results/study-counted-rounds.js';
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
  type CountedRoundWish,
  type TestPerson,
  VILLAGES,
} from '#test/support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const MILLION = 1_000_000;

/** Title, cost in millions of tenge. */
const PROJECTS = [
  ['Орталық саябақты жаңарту', 45],
  ['Стадионға жасанды жабын төсеу', 44],
  ['Ауыл кітапханасын жөндеу', 20],
  ['Көпір жанындағы жарықтандыру', 9],
  ['Арықтарды тазарту', 6],
  ['Аялдама', 5],
  ['Гүлзар', 3],
] as const;

/** The many choose two dear projects, two smaller groups cheap ones of their own. */
const BALLOTS = [
  { voters: 58, numbers: [1, 2] },
  { voters: 2, numbers: [1] },
  { voters: 22, numbers: [3, 4] },
  { voters: 8, numbers: [3, 4, 6] },
  { voters: 21, numbers: [4, 5] },
  { voters: 9, numbers: [6] },
  { voters: 4, numbers: [7] },
];

const WISH: CountedRoundWish = {
  rule: 'equal-shares',
  completion: 'add1u',
  budgetTenge: 100 * MILLION,
  minimumVotes: 10,
  projects: PROJECTS.map(([title, cost]) => ({ title, costTenge: cost * MILLION })),
};

describe('Madina looks into a count', () => {
  let portal: TestPortal;
  let browser: Browser;
  let officer: TestPerson;
  let round: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    officer = await aPerson(portal.dataSource, 'officer');
    round = await aCountedRound();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function aCountedRound(wish: Partial<CountedRoundWish> = {}): Promise<string> {
    const { id } = await aRoundToCount(portal.dataSource, { ...WISH, ...wish });
    await addBallots(portal.dataSource, id, BALLOTS);
    const closure = `${portal.url}/api/v1/rounds/${id}/closure`;
    const answer = await fetch(closure, { method: 'POST', headers: { cookie: officer.cookie } });
    expect(answer.status).toBe(201);
    return id;
  }

  /** The page's text with ordinary blanks in its numbers. */
  const textOf = async (path: string) =>
    (await (await fetch(`${portal.url}${path}`)).text()).replaceAll('\u00a0', ' ');

  it('before the study, every page says plainly what is not worked out yet', async () => {
    const compare = await textOf(`/en/rounds/${round}/results/compare`);
    expect(compare).toContain('This is being worked out after the count');
    await expectValidHtml(compare);
    const why = await textOf(`/kk/rounds/${round}/results/2`);
    expect(why).toContain('қайта санау арқылы есептеліп жатыр');
    expect(await textOf(`/kk/rounds/${round}/results`)).not.toContain('Дауыс бергендерге не тиді');
    await studyCountedRounds(portal.app).run();
  });

  it('reads step by step who paid, at what price, and what was left', async () => {
    const html = await textOf(`/ru/rounds/${round}/results/steps`);
    expect(html).toContain('Доля каждого голосующего');
    expect(html).toContain('Шаг 1. № 1 Орталық саябақты жаңарту');
    expect(html).toContain('Его выбрали 60 человек, заплатили все поровну: 750 000 ₸.');
    expect(html).toContain('Действующих голосов: 60.');
    expect(html).toMatch(/Отдали последнее из своей доли: \d+\./);
    await expectValidHtml(html);
  });

  it('reads on a winner’s own page who paid for it', async () => {
    const html = await textOf(`/ru/rounds/${round}/results/1`);
    expect(html).toContain('Его выбрали 60 человек, заплатили все поровну: 750 000 ₸.');
    await expectValidHtml(html);
  });

  it('learns what a loser lacked, and that it was found by counting again', async () => {
    const html = await textOf(`/ru/rounds/${round}/results/2`);
    expect(html).toMatch(/Победил бы, если бы набрал ещё \d+ голос/);
    expect(html).toContain('Найдено повторным подсчётом с этим изменением');
    expect(html).toMatch(/До этого в долях тех, кто его выбрал, было: [\d ,]+ ₸/);
    await expectValidHtml(html);
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round}/results`);
    const { projects } = (await answer.json()) as { projects: { counterfactual: object }[] };
    expect(projects[1]!.counterfactual).toMatchObject({ smallest: false });
    expect(projects[6]!.counterfactual).toMatchObject({ moreVotes: 6, costAtMost: null });
  });

  it('sees greedy beside equal shares: who wins, for whom, and who has more', async () => {
    const html = await textOf(`/ru/rounds/${round}/results/compare`);
    expect(html).toContain('Только по правилу: Равные доли');
    expect(html).toMatch(/Больше по другому правилу: \d+ \(\d+ %\)/);
    expect(html).toContain('Голосовавшие, у которых не победило ничего из выбранного');
    await expectValidHtml(html);
    const greedy = await aCountedRound({ rule: 'greedy', completion: 'none' });
    await studyCountedRounds(portal.app).run();
    const other = await textOf(`/en/rounds/${greedy}/results/compare`);
    expect(other).toContain('By votes · Equal shares');
    await expectValidHtml(other);
    await expectValidHtml(await textOf(`/kk/rounds/${greedy}/results/steps`));
  });

  it('tries next year’s rules without script, and is told that it is no result', async () => {
    const context = await openVisit(browser, { screen: DESK, baseUrl: portal.url, script: false });
    const page = await context.newPage();
    await page.goto(`/ru/rounds/${round}/results/trial`);
    await page.getByLabel('Правило Фрагмена').check();
    await page.getByLabel('Минимум голосов для победы').fill('many');
    await page.getByRole('button', { name: 'Подсчитать' }).click();
    await page.getByText('Напишите целое число').first().waitFor();
    await page.getByLabel('Минимум голосов для победы').fill('25');
    await page.getByRole('button', { name: 'Подсчитать' }).click();
    await page.getByRole('heading', { name: 'Что даёт проба' }).waitFor();
    expect(await page.getByText('Это не результат, а проба').count()).toBe(2);
    await context.close();
    await expectValidHtml(
      await textOf(`/ru/rounds/${round}/results/trial?rule=phragmen&minimum=25`),
    );
    await expectValidHtml(await textOf(`/kk/rounds/${round}/results/trial?rule=greedy&minimum=-1`));
  });

  it('recounts the trial with the command of its page', async () => {
    const query = 'rule=greedy&minimum=25';
    const page = (await textOf(`/ru/rounds/${round}/results/trial?${query}`)).replaceAll(
      '&#x27;',
      "'",
    );
    const [, name = '', words = ''] = /recount -- tally (\S+\.pb) ([^<]+)</.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-trial-'));
    const election = await fetch(`${portal.url}/api/v1/rounds/${round}/election.pb`);
    writeFileSync(join(folder, name), await election.text());
    const told = await recounted(join(folder, name), words.replaceAll("'", '').trim().split(' '));
    expect(told.winners).toEqual(['1', '2', '4']);
    expect(told.reasons['5']).toMatchObject({ outcome: 'BELOW_MINIMUM', minimum: 25 });
    expect(page).toContain('Только по другому правилу: 1.');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['kk', PHONE, 'phone'],
    ['ru', PHONE, 'phone'],
    ['kk', DESK, 'desk'],
    ['ru', DESK, 'desk'],
  ] as const)('every page fits and is accessible: %s, %j, %s', async (lang, screen, name) => {
    for (const path of ['', '/steps', '/compare', '/trial?rule=phragmen&minimum=0']) {
      const context = await openVisit(browser, { screen, baseUrl: portal.url });
      const page = await context.newPage();
      await page.goto(`/${lang}/rounds/${round}/results${path}`);
      await screenshot(page, `count-${lang}-${name}${path.split('?')[0]!.replace('/', '-')}`);
      await noHorizontalScroll(page);
      await expectAccessible(page);
      await context.close();
    }
  });

  it('keeps the pots of a round apart on every page', async () => {
    const { id } = await aRoundToCount(portal.dataSource, {
      rule: 'equal-shares',
      completion: 'add1u',
      budgetTenge: 50 * MILLION,
      villages: [20 * MILLION],
      projects: [
        { costTenge: 30 * MILLION, title: 'Саябақ' },
        { costTenge: 25 * MILLION, title: 'Көше' },
        { costTenge: 12 * MILLION, title: 'Құдық', village: 0 },
        { costTenge: 9 * MILLION, title: 'Көпір', village: 0 },
      ],
    });
    await addBallots(portal.dataSource, id, [
      { voters: 30, numbers: [1, 3] },
      { voters: 22, numbers: [2, 4] },
    ]);
    const closure = `${portal.url}/api/v1/rounds/${id}/closure`;
    await fetch(closure, { method: 'POST', headers: { cookie: officer.cookie } });
    await studyCountedRounds(portal.app).run();
    const own = await textOf(`/ru/rounds/${id}/results/steps`);
    const village = await textOf(`/ru/rounds/${id}/results/steps?pot=${VILLAGES[0]}`);
    expect([own.includes('Саябақ'), own.includes('Құдық')]).toEqual([true, false]);
    expect([village.includes('Саябақ'), village.includes('Құдық')]).toEqual([false, true]);
    for (const path of ['compare', 'trial?rule=greedy&minimum=0']) {
      const html = await textOf(`/ru/rounds/${id}/results/${path}`);
      await expectValidHtml(html);
      expect(html).toContain('id="beside-974000000"');
      expect(html).toContain(`id="beside-${VILLAGES[0]}"`);
    }
  });

  it('reads the steps of Phragmén’s rule, of points and of hundreds of steps', async () => {
    const phragmen = await aCountedRound({ rule: 'phragmen', completion: 'none' });
    const html = await textOf(`/ru/rounds/${phragmen}/results/steps`);
    expect(html).toContain('К этому времени каждый голосующий получил: 176 470,59 ₸');
    await expectValidHtml(html);
    const long = await aLongRound();
    const last = await textOf(`/kk/rounds/${long}/results/steps?page=99`);
    await expectValidHtml(last);
    expect(await textOf(`/kk/rounds/${long}/results/steps`)).toContain('Бір ұпайға');
    expect(Buffer.byteLength(last)).toBeLessThan(250 * 1024);
  });

  async function aLongRound(): Promise<string> {
    const { id } = await aRoundToCount(portal.dataSource, {
      rule: 'equal-shares',
      completion: 'utilitarian',
      kind: 'cumulative',
      budgetTenge: 250 * MILLION,
      projects: Array.from({ length: 240 }, (_, place) => ({
        title: `Абаттандыру жобасы, нөмірі ${place + 1}`,
        costTenge: (1 + (place % 3)) * MILLION,
      })),
    });
    const ballots = Array.from({ length: 240 }, (_, place) => ({
      voters: 3 + (place % 5),
      numbers: [place + 1, 1 + ((place * 7) % 240)].toSorted((a, b) => a - b),
      points: [6, 4],
    }));
    await addBallots(portal.dataSource, id, ballots);
    const closure = `${portal.url}/api/v1/rounds/${id}/closure`;
    await fetch(closure, { method: 'POST', headers: { cookie: officer.cookie } });
    return id;
  }
});

interface Recounted {
  readonly winners: readonly string[];
  readonly reasons: Readonly<Record<string, unknown>>;
}

/** Runs `recount tally` in this process and reads its JSON. */
async function recounted(file: string, options: readonly string[]): Promise<Recounted> {
  let printed = '';
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean((printed += String(text))));
  try {
    const words = ['node', 'recount', 'tally', file, ...options, '--json'];
    await buildProgram(textsIn('en')).parseAsync(words);
  } finally {
    write.mockRestore();
  }
  return JSON.parse(printed) as Recounted;
}
