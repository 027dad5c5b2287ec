import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { v7 } from 'uuid';
import { throwOnMissing } from '#platform/views/catalogue.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import { presentWritingTable } from '#apps/portal/pages/assembly-desk/writing.presenter.js';
import { BROWSER_TEST_MS, DESK, openBrowser } from '#test/support/browser.js';
import { aWritingTable } from '#test/support/builders/writing-table.js';
import { openSpecimen } from '#test/support/specimen-page.js';

jest.setTimeout(BROWSER_TEST_MS);

interface Sent {
  readonly op: string;
  readonly item: number;
  readonly field: string;
  readonly base: number;
  readonly value: Readonly<Record<string, string>>;
}

/** A server that keeps what it is sent as the real one does: an op once, a field by versions. */
class Desk {
  readonly applied: Sent[] = [];
  line: 'whole' | 'cut' | 'answers-lost' = 'whole';

  async answer(route: Route): Promise<void> {
    if (this.line === 'cut') return route.abort();
    const { writings } = route.request().postDataJSON() as { writings: Sent[] };
    const answers = writings.map((writing) => this.apply(writing));
    if (this.line === 'answers-lost') return route.abort();
    return route.fulfill({ json: { answers } });
  }

  version({ item, field }: Pick<Sent, 'item' | 'field'>): number {
    return this.applied.filter((each) => each.item === item && each.field === field).length;
  }

  private apply(writing: Sent) {
    const { op } = writing;
    const isKnown = this.applied.some((each) => each.op === op);
    if (!isKnown && writing.base !== this.version(writing))
      return { op, outcome: 'conflicting', version: this.version(writing), words: 'Екі мәтін' };
    if (!isKnown) this.applied.push(writing);
    return { op, outcome: 'applied', version: this.version(writing) };
  }
}

describe('the writing table in the browser', () => {
  const views = new Views(VIEWS_ROOT, throwOnMissing);
  const say = { page: views.wording('kk'), kk: views.wording('kk'), ru: views.wording('ru') };
  const words = (state: string) => say.page.t(`assemblyDesk.writing.states.${state}`);
  let browser: Browser;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = new Desk();
    const frame = { path: '/', requestId: '1', today: '2026-11-20', standIn: false };
    const model = { ...presentWritingTable(aWritingTable(v7), say), onceKey: v7(), frame };
    const html = views.render('assembly-desk/writing', model, 'kk');
    const answer = (route: Route) => desk.answer(route);
    page = await openSpecimen(browser, { html, visit: { screen: DESK }, answer });
  });
  afterEach(() => page.context().close());

  const heard = '#heard-kk-1-text';
  const says = (text: string) => page.getByText(text).first().waitFor();

  it('sends what is written, once, and says that the server has it', async () => {
    await page.fill(heard, 'Бюджет жобасы тыңдалды');
    await says(words('saved'));
    expect(desk.applied.map(({ field, value }) => [field, value])).toEqual([
      ['heard-kk', { text: 'Бюджет жобасы тыңдалды' }],
    ]);
  });

  it('keeps what is written while the network is cut, through a reload, and sends it after', async () => {
    desk.line = 'cut';
    await page.fill(heard, 'Бірінші');
    await says(words('kept'));
    await page.fill('#decision-kk-2-text', 'Екінші');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    expect(await page.inputValue(heard)).toBe('Бірінші');
    await says(words('kept'));
    desk.line = 'whole';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await says(words('saved'));
    expect(desk.applied.map(({ value }) => value['text'])).toEqual(['Бірінші', 'Екінші']);
    await page.reload();
    expect(await page.evaluate('Object.values(localStorage).join()')).toBe('{}');
  });

  it('applies nothing twice when answers are lost, and goes on from the right version', async () => {
    desk.line = 'answers-lost';
    await page.fill(heard, 'Бірінші');
    await page.waitForFunction(`document.querySelector('[data-state=kept]') !== null`);
    await waitUntil(() => desk.applied.length === 1);
    await page.fill(heard, 'Бірінші, түзетілді');
    desk.line = 'whole';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await waitUntil(() => desk.applied.length === 2);
    await says(words('saved'));
    expect(desk.applied.map(({ base, value }) => [base, value['text']])).toEqual([
      [0, 'Бірінші'],
      [1, 'Бірінші, түзетілді'],
    ]);
  });

  it('says so when somebody else wrote in the same place', async () => {
    const other = { op: v7(), item: 1, field: 'heard-kk', base: 0, value: { text: 'Басқа' } };
    desk.applied.push(other);
    await page.fill(heard, 'Менікі');
    await says('Екі мәтін');
    expect(desk.applied).toEqual([other]);
  });

  it('adds a speech without the network, and keeps it through a reload', async () => {
    desk.line = 'cut';
    await page.click('#item-1 [data-add-speech]');
    await page.fill('#item-1 [data-speeches] > div:last-child [data-part=speaker]', 'Асан');
    await page.fill('#item-1 [data-speeches] > div:last-child [data-part=text]', 'Қолдаймын');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    const speech = page.locator('#item-1 [data-speeches] > div').last();
    expect(await speech.locator('[data-part=text]').inputValue()).toBe('Қолдаймын');
    desk.line = 'whole';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await waitUntil(() => desk.applied.length > 0);
    expect(desk.applied[0]!.field).toMatch(/^speech:[\da-f-]{36}$/);
    expect(desk.applied[0]!.value).toEqual({ speaker: 'Асан', text: 'Қолдаймын' });
  });

  it('puts a phrase into both languages, and notes the time of a vote', async () => {
    await page.click('#item-2 details summary');
    await page.click('#item-2 .phrase');
    expect(await page.inputValue('#decision-kk-2-text')).toBe(
      say.kk.t('assemblyDesk.phrases.agree'),
    );
    expect(await page.inputValue('#decision-ru-2-text')).toBe(
      say.ru.t('assemblyDesk.phrases.agree'),
    );
    await page.fill('#votes-2-for', '9');
    await waitUntil(() => desk.applied.some(({ field }) => field === 'votes'));
    const votes = desk.applied.find(({ field }) => field === 'votes')!;
    expect(votes.value['for']).toBe('9');
    expect(votes.value['votedTime']).toMatch(/^\d\d:\d\d:\d\d$/);
  });
});

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((again) => setTimeout(again, 50));
}
