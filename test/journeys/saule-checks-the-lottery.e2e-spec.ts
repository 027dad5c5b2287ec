import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { LotteryView } from '#apps/portal/api/lottery/lottery.presenter.js';
import type { ResultView } from '#apps/portal/api/results/result.presenter.js';
import { countPot } from '#rules/tally/round-count.js';
import { readPabulibText } from '#rules/tally/pabulib/read-pabulib.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';
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
  type TestPerson,
} from '#test/support/builders/counted-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const VALUE = '512,34';
const TEXT = { kk: 'Жеребе уәде бойынша тасталды', ru: 'Жребий брошен, как обещано' };
const PROMISE = {
  kk: 'Ұлттық банктің 2027-04-27 күнгі доллар бағамы',
  ru: 'Курс доллара Нацбанка на 27.04.2027',
};

describe('Saule checks the lottery of a round', () => {
  let portal: TestPortal;
  let browser: Browser;
  let officer: TestPerson;
  let other: TestPerson;
  let round: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    await aCountedTown(portal.dataSource);
    officer = await aPerson(portal.dataSource, 'officer');
    other = await aPerson(portal.dataSource, 'officer');
    round = await aTiedRound();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  /** Three projects with equal votes, money for one; the voting is still to come. */
  async function aTiedRound(ties = 'refuse'): Promise<string> {
    const { id } = await aRoundToCount(portal.dataSource, {
      budgetTenge: 60,
      ties,
      projects: [{ costTenge: 60 }, { costTenge: 60 }, { costTenge: 60 }],
    });
    await addBallots(portal.dataSource, id, [{ voters: 12, numbers: [1, 2, 3] }]);
    await shift(id, '1 hour');
    return id;
  }

  /** Puts the voting of a round so far ahead of now; negative: it is over. */
  async function shift(id: string, ahead: string): Promise<void> {
    await portal.dataSource.query(
      `update rounds set voting_from = clock_timestamp() + $2::interval,
         voting_until = clock_timestamp() + $2::interval + interval '1 minute',
         decision_by = clock_timestamp() + interval '3 days' where id = $1`,
      [id, ahead],
    );
  }

  async function act(who: TestPerson | null, path: string, body: object = {}) {
    const answer = await fetch(`${portal.url}/api/v1/rounds/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(who && { cookie: who.cookie }) },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as LotteryView & { code?: string };
    return { status: answer.status, code: told.code, told };
  }

  async function open(path: string, who: TestPerson, screen = DESK as typeof DESK | typeof PHONE) {
    const context = await openVisit(browser, { screen, baseUrl: portal.url, script: false });
    const [name = '', value = ''] = who.cookie.split('=');
    await context.addCookies([{ name, value, url: portal.url }]);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  const lotteryOf = async (id: string) =>
    (await (await fetch(`${portal.url}/api/v1/rounds/${id}/lottery`)).json()) as LotteryView;

  async function leave(page: Page, name: string): Promise<void> {
    await screenshot(page, name);
    await noHorizontalScroll(page);
    await page.context().close();
  }

  it('is promised before the voting, on the page, once, by an officer', async () => {
    const refused = await open(`/kk/rounds/${round}/lottery`, officer);
    await refused.getByRole('button', { name: 'Жеребені уәде ету' }).click();
    expect(await refused.locator('.govuk-error-summary li').count()).toBe(1);
    await refused.locator('#text').fill(PROMISE.kk);
    await refused.locator('#ru').fill(PROMISE.ru);
    await refused.getByRole('button', { name: 'Жеребені уәде ету' }).click();
    await refused.getByText(PROMISE.kk).waitFor();
    await leave(refused, 'lottery-promised');
    expect((await act(officer, `${round}/lottery`, { value: PROMISE })).code).toBe(
      'result.lottery_promised_already',
    );
    expect((await act(null, `${round}/lottery`, { value: PROMISE })).status).toBe(401);
    const ruled = await aTiedRound('id');
    expect((await act(officer, `${ruled}/lottery`, { value: PROMISE })).code).toBe(
      'result.lottery_invalid',
    );
  });

  it('stands on the round’s page and in its JSON, the secret closed', async () => {
    const { commitment, secret } = await lotteryOf(round);
    expect([commitment.length, secret]).toEqual([64, null]);
    const page = await (await fetch(`${portal.url}/ru/rounds/${round}`)).text();
    expect(page).toContain(commitment);
    await expectValidHtml(page);
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round}`);
    expect(await answer.json()).toMatchObject({ lottery: { commitment, secret: null } });
  });

  it('cannot be promised once the voting has opened', async () => {
    const late = await aTiedRound();
    await shift(late, '-1 second');
    expect((await act(officer, `${late}/lottery`, { value: PROMISE })).code).toBe(
      'result.lottery_invalid',
    );
    expect((await fetch(`${portal.url}/api/v1/rounds/${late}/lottery`)).status).toBe(404);
  });

  it('after the close takes the public value from one officer and the word of another', async () => {
    await shift(round, '-1 hour');
    await act(officer, `${round}/closure`);
    const own = { seed: 'mine', protocolNumber: '3', text: TEXT };
    expect((await act(officer, `${round}/tie-draw`, own)).code).toBe('result.lottery_promised');
    const page = await open(`/ru/rounds/${round}/lottery`, officer);
    await page.locator('#value').fill(VALUE);
    await page.getByRole('button', { name: 'Внести значение' }).click();
    expect(await page.locator('.govuk-error-summary li').count()).toBeGreaterThan(1);
    await page.locator('#source').fill('https://nationalbank.kz, 27.04.2027');
    await page.locator('#protocolNumber').fill('3');
    await page.locator('#text').fill(TEXT.kk);
    await page.locator('#ru').fill(TEXT.ru);
    await page.getByRole('button', { name: 'Внести значение' }).click();
    await page.getByText('Внесли вы: подтверждает другой сотрудник').waitFor();
    const [draw] = (await lotteryOf(round)).draws;
    const alone = await act(officer, `${round}/lottery/draws/${draw!.id}/confirmation`);
    expect([alone.status, alone.code]).toEqual([403, 'result.second_person_needed']);
    expect((await lotteryOf(round)).secret).toBeNull();
    const second = await open(`/kk/rounds/${round}/lottery`, other);
    await second.getByRole('button', { name: 'Растап, санау' }).click();
    await second.getByText('Басқа қызметкер растады').waitFor();
    await leave(second, 'lottery-drawn');
    await page.context().close();
  });

  it('then anybody checks secret, seed and lots, and counts the same winner again', async () => {
    const { commitment, secret, draws } = await lotteryOf(round);
    expect(createHash('sha256').update(secret!).digest('hex')).toBe(commitment);
    expect(draws[0]!.seed).toBe(`${secret}/${VALUE}`);
    const answer = await fetch(`${portal.url}/api/v1/rounds/${round}/results`);
    const result = (await answer.json()) as ResultView;
    expect(result.rule.ties).toBe(`lottery:${draws[0]!.seed}`);
    const file = await fetch(`${portal.url}/api/v1/rounds/${round}/election.pb`);
    const read = readPabulibText(await file.text(), { mode: 'strict' });
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
    const rule = ruleSpec({ name: 'greedy', ties: `lottery:${draws[0]!.seed!}` });
    const pot = { id: 'file', election: read.election };
    const again = countPot(pot, { rule, application: ['count'] });
    expect(again).toMatchObject({ winners: result.winners.map(({ number }) => String(number)) });
    const verify = await (await fetch(`${portal.url}/kk/rounds/${round}/verify`)).text();
    expect(verify).toContain(secret!);
    await expectValidHtml(verify);
  });

  it('keeps promise and draws for ever', async () => {
    for (const table of ['round_lotteries', 'lottery_draws', 'lottery_confirmations'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow(
        'never changed or deleted',
      );
    const confirmation = `insert into lottery_confirmations (draw_id, entered_by, confirmed_by, tally_id)
      select draw_id, entered_by, entered_by, tally_id from lottery_confirmations`;
    await expect(portal.dataSource.query(confirmation)).rejects.toThrow('two_people');
  });

  it.each([
    ['kk', PHONE],
    ['ru', DESK],
  ] as const)('is accessible and fits: %s', async (lang, screen) => {
    for (const path of ['lottery', 'verify', '']) {
      const context = await openVisit(browser, { screen, baseUrl: portal.url });
      const page = await context.newPage();
      await page.goto(`/${lang}/rounds/${round}/${path}`);
      await expectAccessible(page);
      await leave(page, `lottery-${lang}-${path || 'round'}`);
    }
    await expectValidHtml(
      await (await fetch(`${portal.url}/${lang}/rounds/${round}/lottery`)).text(),
    );
  });
});
