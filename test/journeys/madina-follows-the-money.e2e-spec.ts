import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
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
  aLine,
  anOpenSession,
  aSubmittedBudget,
  idOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast } from '#test/support/builders/demo-oblast.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(240_000);

const BOTH = { kk: 'Бекітілсін', ru: 'Утвердить' };

describe('Madina, a journalist', () => {
  let portal: TestPortal;
  let browser: Browser;
  let addresses: Readonly<Record<string, string>>;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    const people = await theBudgetPeople(portal);
    const { today } = await portal.app.get(DatabaseClock, { strict: false }).now();
    const wish = { territory: DEMO.district, daysAgo: 400 };
    const { roundId } = await aWonProject(portal, { ...wish, number: '2025-0001' });
    await aWonProject(portal, { ...wish, number: '2025-0002' });
    const line = aLine('500', { origin: { kind: 'project', id: '2025-0001' } });
    const budget = await aSubmittedBudget(people, Number(today.slice(0, 4)), [line]);
    const session = await anOpenSession(portal, people, { today });
    const vote = { session, number: '17/104-VIII', text: BOTH };
    const votes = votesOf(people.deputies, people.deputies.length);
    const path = `/budgets/${budget}/adoption`;
    const decided = await people.secretary.send('POST', path, { body: { ...vote, votes } });
    await portal.app.get(NoteDuties, { strict: false }).run();
    addresses = {
      trail: '/projects/2025-0001/trail',
      works: '/projects/2025-0001/works',
      reports: `/rounds/${roundId}/reports`,
      discrepancies: '/discrepancies',
      discrepancy: '/discrepancies/winner-without-line.2025-0002',
      duties: '/obligations',
      budgets: '/budgets',
      budget: `/budgets/${budget}`,
      line: `/budgets/${budget}/lines/1/trail`,
      decision: `/decisions/${idOf(decided)}`,
    };
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it.each([
    ['kk', PHONE],
    ['ru', DESK],
  ] as const)('reads the whole way of the money: %s', async (lang, screen) => {
    const visit = await openVisit(browser, { screen, baseUrl: portal.url });
    const page = await visit.newPage();
    for (const [name, address] of Object.entries(addresses)) {
      const answer = await page.goto(`/${lang}${address}`);
      expect([name, answer!.status()]).toEqual([name, 200]);
      await screenshot(page, `money-${name}-${lang}`);
      await noHorizontalScroll(page);
      await expectAccessible(page);
      await expectValidHtml(await (await visit.request.get(page.url())).text());
    }
    await visit.close();
  });

  it('finds the winner that the budget forgot', async () => {
    const answer = await fetch(`${portal.url}/ru/discrepancies`);
    expect(await answer.text()).toContain('/ru/projects/2025-0002/trail');
  });
});
