import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import {
  BROWSER_TEST_MS,
  expectAccessible,
  expectValidHtml,
  findChromium,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
} from '#test/support/browser.js';
import {
  aDemoOblast,
  calendarAround,
  Caller,
  holdersOf,
} from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(3 * BROWSER_TEST_MS);

const YEAR = new Date().getUTCFullYear() + 1;
const OPEN_VOTING = [-400, -300, -200, -100, 3600, 90_000] as const;

const TALDY_ROUND = {
  territory: DEMO.taldy,
  year: YEAR,
  title: { kk: 'Талды жобалары', ru: 'Проекты Талды' },
  pots: [{ territory: DEMO.taldy, amount: { amount: '48000000', currency: 'KZT' } }],
};

describe('Aigerim sets up a round', () => {
  let portal: TestPortal;
  let aigerim: Caller;
  let erlan: Caller;
  const officers = holdersOf('officer', DEMO.district);

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    aigerim = await Caller.signedIn(portal, officers[0]!.iin);
    erlan = await Caller.signedIn(portal, officers[1]!.iin);
  });
  afterAll(() => portal.close());

  it('fills in from the rulebook what she leaves out', async () => {
    const { status, body } = await aigerim.send('POST', '/rounds', { body: TALDY_ROUND });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      phase: 'announced',
      nationalScope: true,
      minimumVotes: 10,
      minimumAge: 18,
      costCap: { amount: '6487500', currency: 'KZT' },
      ballot: { kind: 'approval', min: 1, max: 3 },
      rule: { name: 'greedy', satisfaction: 'cost' },
      calendar: {
        intakeFrom: `${YEAR}-01-20T00:00:00+05:00`,
        intakeUntil: `${YEAR}-03-02T00:00:00+05:00`,
        votingUntil: `${YEAR}-04-25T00:00:00+05:00`,
      },
    });
  });

  it.each([
    ['9 votes below the law', { minimumVotes: 9 }, 'round.minimum_votes_below_law'],
    ['a later end', { calendar: { votingUntil: `${YEAR}-04-25` } }, 'round.later_than_law'],
    [
      'a shorter intake',
      { calendar: { intakeUntil: `${YEAR}-02-28` } },
      'round.window_shorter_than_law',
    ],
    ['a higher cap', { costCap: '6487500.01' }, 'round.cost_cap_above_law'],
    ['no Russian title', { title: { kk: 'А', ru: '' } }, 'round.title_missing'],
    [
      'money elsewhere',
      { pots: [{ territory: DEMO.qarasu, amount: '1' }] },
      'round.pot_outside_territory',
    ],
    [
      'cumulative without points',
      { ballot: { kind: 'cumulative' } },
      'round.ballot_points_invalid',
    ],
  ])('is refused %s, with the source where there is one', async (_what, change, code) => {
    const { status, body } = await aigerim.send('POST', '/rounds', {
      body: { ...TALDY_ROUND, ...change },
    });
    expect(status).toBe(422);
    expect(body.faults?.map((fault) => fault.code)).toContain(code);
    if (/law/.test(code)) expect(JSON.stringify(body.faults)).toMatch(/"point":"(77|78|82|83)"/);
  });

  it('is told all faults at once', async () => {
    const { body } = await aigerim.send('POST', '/rounds', {
      body: { ...TALDY_ROUND, minimumVotes: 1, title: { kk: '', ru: '' }, costCap: '99999999' },
    });
    expect(body.faults).toHaveLength(3);
  });

  it.each([
    ['10 votes, the law’s own number', { minimumVotes: 10 }],
    ['the last lawful day', { calendar: { votingUntil: `${YEAR}-04-24` } }],
    ['a sum as plain text', { pots: [{ territory: DEMO.taldy, amount: '48000000.50' }] }],
    ['knapsack', { ballot: { kind: 'knapsack' } }],
    ['cumulative points', { ballot: { kind: 'cumulative', points: 10 } }],
    ['places', { ballot: { kind: 'ordinal', max: 5 } }],
    ['grades and blank ballots', { ballot: { kind: 'scoring', max: 5, min: 0 } }],
  ])('is granted %s', async (_what, change) => {
    const { status } = await aigerim.send('POST', '/rounds', {
      body: { ...TALDY_ROUND, ...change },
    });
    expect(status).toBe(201);
  });

  it('is free of the national windows in a rural okrug', async () => {
    const { status, body } = await aigerim.send('POST', '/rounds', {
      body: {
        ...TALDY_ROUND,
        territory: DEMO.qarasu,
        pots: [{ territory: DEMO.qarasu, amount: '1000000' }],
        calendar: calendarAround(OPEN_VOTING),
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      phase: 'voting',
      nationalScope: false,
      minimumVotes: 0,
      costCap: null,
    });
  });

  it('changes a round only with the version that she saw', async () => {
    const { body } = await aigerim.send('POST', '/rounds', { body: TALDY_ROUND });
    const path = `/rounds/${String(body['id'])}`;
    const change = { body: { minimumVotes: 12 } };
    expect((await aigerim.send('PATCH', path, change)).status).toBe(428);
    const first = await aigerim.send('PATCH', path, { ...change, headers: { 'if-match': '"1"' } });
    expect(first).toMatchObject({ status: 200, etag: '"2"', body: { minimumVotes: 12 } });
    const stale = await erlan.send('PATCH', path, { ...change, headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'platform.stale' } });
  });

  it('freezes the rules, and copies the round for another year', async () => {
    const { body } = await aigerim.send('POST', '/rounds', { body: TALDY_ROUND });
    const path = `/rounds/${String(body['id'])}`;
    expect((await aigerim.send('POST', `${path}/freeze`)).status).toBe(200);
    const change = { body: { minimumVotes: 12 }, headers: { 'if-match': '"2"' } };
    expect(await aigerim.send('PATCH', path, change)).toMatchObject({
      status: 409,
      body: { code: 'round.frozen' },
    });
    const copy = await aigerim.send('POST', `${path}/copies`, { body: { year: YEAR + 1 } });
    expect(copy).toMatchObject({
      status: 201,
      body: { year: YEAR + 1, copiedFrom: body['id'], frozenAt: null },
    });
  });

  it('extends an open voting with a second officer, and everybody sees why', async () => {
    const { body } = await aigerim.send('POST', '/rounds', {
      body: {
        ...TALDY_ROUND,
        territory: DEMO.kokzhiek,
        pots: [{ territory: DEMO.kokzhiek, amount: '1000000' }],
        calendar: calendarAround(OPEN_VOTING),
      },
    });
    const id = String(body['id']);
    const votingUntil = new Date(Date.now() + 7_200_000).toISOString();
    const wanted = { votingUntil, reason: { kk: 'Су тасқыны болды', ru: 'Случился паводок' } };
    const proposed = await aigerim.send('POST', `/rounds/${id}/extensions`, { body: wanted });
    expect(proposed.status).toBe(201);
    const confirmation = `/extensions/${String(proposed.body['id'])}/confirmation`;
    expect((await aigerim.send('POST', confirmation)).status).toBe(422);
    expect((await erlan.send('POST', confirmation)).status).toBe(200);
    expect((await erlan.send('POST', confirmation)).status).toBe(409);
    const page = await (await fetch(`${portal.url}/ru/rounds/${id}`)).text();
    expect(page).toContain('Случился паводок');
    expect(page).toMatch(/<s>[^<]+<\/s>/);
  });

  it('leaves every act in the audit trail: by post to everybody, by name to the auditor', async () => {
    const anybody = await Caller.anybody(portal).send('GET', '/audit-trail?act=round.freeze');
    const [auditorIin] = holdersOf('auditor', DEMO.oblast).map((person) => person.iin);
    const auditor = await Caller.signedIn(portal, auditorIin!);
    const named = await auditor.send('GET', '/audit-trail?act=round.freeze');
    const who = (answer: typeof named) =>
      (answer.body['items'] as { who: { name?: string; post: { ru: string } } }[])[0]!.who;
    expect(who(anybody)).toEqual({
      role: 'officer',
      post: expect.objectContaining({ ru: 'Руководитель аппарата акима района' }) as never,
    });
    expect(who(named).name).toBe('Ахметова Гүлнар Серікқызы');
  });

  it('lets nobody else set up rounds', async () => {
    const [resident] = holdersOf('akim', DEMO.qarasu);
    const akim = await Caller.signedIn(portal, resident!.iin);
    expect((await akim.send('POST', '/rounds', { body: TALDY_ROUND })).status).toBe(403);
    const [cityOfficer] = holdersOf('officer', DEMO.city);
    const stranger = await Caller.signedIn(portal, cityOfficer!.iin);
    expect((await stranger.send('POST', '/rounds', { body: TALDY_ROUND })).status).toBe(403);
    expect((await Caller.anybody(portal).send('POST', '/rounds', { body: {} })).status).toBe(401);
  });

  it('answers unreadable bodies with all fields, never with a fault of its own', async () => {
    const broken = {
      ...TALDY_ROUND,
      year: '2027',
      pots: [{ territory: 'x', amount: { currency: 'USD' } }],
    };
    const { status, body } = await aigerim.send('POST', '/rounds', { body: broken });
    expect(status).toBe(400);
    expect(Object.keys(body['errors'] as object)).toEqual(
      expect.arrayContaining(['year', 'pots.0.territory', 'pots.0.amount']),
    );
    for (const strange of [
      null,
      [],
      1,
      'x',
      { title: 1 },
      { ...TALDY_ROUND, calendar: 'x', rule: null },
    ])
      expect((await aigerim.send('POST', '/rounds', { body: strange })).status).toBeLessThan(500);
  });

  const inBrowser = findChromium() ? it : it.skip;

  describe('in the browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      if (findChromium()) browser = await openBrowser();
    });
    afterAll(async () => browser?.close());

    inBrowser.each([
      ['kk', true],
      ['ru', false],
    ] as const)('on a phone in %s, with script: %s', async (lang, script) => {
      const context = await openVisit(browser, { screen: PHONE, script, baseUrl: portal.url });
      const page = await context.newPage();
      const look = async (): Promise<void> => (script ? expectFine(page) : undefined);
      await signIn(page, lang, officers[0]!.iin);
      const form = `/${lang}/round-setup/new?territory=${DEMO.taldy}&year=${YEAR}`;
      await expectValidHtml(await (await page.goto(form))!.text());
      await look();
      expect(await page.inputValue('[name=votingUntilDay]')).toBe('24');
      await page.fill('[name=titleKk]', 'Беттен құрылған кезең');
      await page.fill('[name=votingUntilDay]', '26');
      await page.fill(`[name=pot-${DEMO.taldy}]`, '48 000 000');
      await page.click('main button[type=submit]');
      expect(await page.locator('.govuk-error-summary li').count()).toBe(2);
      expect(await page.inputValue('[name=titleKk]')).toBe('Беттен құрылған кезең');
      await look();
      await page.fill('[name=titleRu]', 'Раунд со страницы');
      await page.fill('[name=votingUntilDay]', '23');
      await page.click('main button[type=submit]');
      await page.waitForURL(/\/round-setup\/[0-9a-f-]{36}$/);
      await look();
      await page.click('form[action$="/freeze"] button');
      await page.waitForLoadState();
      expect(await page.locator('form[action$="/freeze"]').count()).toBe(0);
      await context.close();
    });

    inBrowser('shows the public pages fit for a phone in both languages', async () => {
      const context = await openVisit(browser, { screen: PHONE, baseUrl: portal.url });
      const page = await context.newPage();
      const { body } = await aigerim.send('POST', '/rounds', { body: TALDY_ROUND });
      const paths = [
        '',
        '/places',
        '/places?q=qarasu',
        `/places/${DEMO.qarasu}`,
        '/rounds',
        '/rules',
        '/audit',
      ];
      for (const lang of ['kk', 'ru'])
        for (const path of [...paths, `/rounds/${String(body['id'])}`]) {
          await expectValidHtml(await (await page.goto(`/${lang}${path}`))!.text());
          await (lang === 'kk' ? expectFine(page) : noHorizontalScroll(page));
        }
      await context.close();
    });
  });
});

async function signIn(page: Page, lang: string, iin: string): Promise<void> {
  await page.goto(`/${lang}/sign-in`);
  await page.fill('[name=iin]', iin);
  await page.click('main button[type=submit]');
}

/** What a phone's owner and a checker of markup would find; both need a script to look. */
async function expectFine(page: Page): Promise<void> {
  await noHorizontalScroll(page);
  await expectAccessible(page);
}
