import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { anAssembly, dayIn, type TestAssembly } from '#test/support/builders/assembly-town.js';
import { aPerson, aPetitionTown, OKRUG } from '#test/support/builders/petition-town.js';
import {
  BROWSER_TEST_MS,
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { builtAssets } from '#test/support/built-assets.js';
import { pdfText } from '#test/support/pdf-text.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 2);

const WRITTEN = 'Бюджет жобасы тыңдалды: ӘІҢҒҮҰҚӨҺ ₸';

describe('Gulnara, secretary of an assembly, keeps the minutes', () => {
  let portal: TestPortal;
  let browser: Browser;
  let assembly: TestAssembly;
  let desk: Page;
  let meeting = '';
  let minutes = '';

  beforeAll(async () => {
    builtAssets();
    portal = await openTestPortal();
    browser = await openBrowser();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
    desk = await (await visit(assembly.secretary.cookie)).newPage();
  }, BROWSER_TEST_MS);
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  async function visit(cookie?: string, screen: typeof DESK | typeof PHONE = DESK) {
    const context: BrowserContext = await openVisit(browser, { screen, baseUrl: portal.url });
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie) await context.addCookies([{ name, value, url: portal.url }]);
    return context;
  }

  async function look(page: Page, name: string): Promise<void> {
    await screenshot(page, `assembly-${name}`);
    await noHorizontalScroll(page);
    await expectValidHtml(await (await page.request.get(page.url())).text());
    await expectAccessible(page);
  }

  async function fillDay(name: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await desk.fill(`#${name}-day`, date);
    await desk.fill(`#${name}-month`, month);
    await desk.fill(`#${name}-year`, year);
  }

  it('is told the earliest lawful day when the notice is short', async () => {
    await desk.goto('/kk/assembly-desk/convene');
    await look(desk, 'convene');
    await fillDay('meeting', dayIn(9));
    await desk.fill('#time', '10:00');
    await desk.fill('#placeKk', 'Мәдениет үйі');
    await desk.fill('#placeRu', 'Дом культуры');
    await desk.selectOption('#question1', 'budget');
    await desk.fill('#channels', 'Ауыл тақтасы');
    await desk.click('main form button:has-text("Сақтау")');
    const [year, month, day] = dayIn(10).split('-');
    const refusal = await desk.textContent('.govuk-error-summary');
    expect(refusal).toContain(`${year} ж. ${Number(day)}`);
    expect(month).toBeTruthy();
  });

  it('convenes a meeting with an agenda from templates', async () => {
    await fillDay('meeting', dayIn(0));
    await desk.fill('#time', '00:01');
    await fillDay('notice', dayIn(-11));
    await desk.click('summary:has-text("2-мәселе")');
    await desk.selectOption('#question2', 'akim-report');
    await desk.click('main form button:has-text("Сақтау")');
    await desk.waitForURL('**/assembly-desk/meetings/*');
    meeting = desk.url().split('/').at(-1)!;
    expect(await desk.textContent('main')).toContain('Бюджет жобасын келісу');
  });

  it('is asked by a resident before the meeting', async () => {
    const { cookie } = await aPerson(portal.dataSource);
    const resident = await (await visit(cookie, PHONE)).newPage();
    await resident.goto(`/kk/meetings/${meeting}`);
    await resident.click('#item-1 a:has-text("сұрақ қою")');
    await look(resident, 'question-phone');
    await resident.fill('#text', 'Су құбыры қашан тартылады?');
    await resident.click('main form button');
    await resident.waitForSelector('text=Су құбыры қашан тартылады?');
  });

  it('sees the quorum while she ticks off who came', async () => {
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}/attendance`);
    for (let come = 0; come < 5; come += 1) {
      await desk.click('.hall__person:not(.hall__person--there) button');
      await desk.waitForFunction(hallHas, come + 1);
    }
    expect(await desk.textContent('.live-quorum')).toContain('9 × 1/2 → 5');
    expect(await desk.textContent('.live-quorum')).toContain('Кворум бар');
    await look(desk, 'attendance');
  });

  it('opens the meeting and goes on writing through ten minutes without the network', async () => {
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}`);
    await look(desk, 'meeting-desk');
    const others = await desk.$$eval('#secretary option', values);
    await desk.selectOption('#chair', assembly.chairId);
    await desk.selectOption(
      '#secretary',
      others.find((id) => id && id !== assembly.chairId)!,
    );
    await desk.click('button[value=open]');
    await desk.clock.install();
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}/writing`);
    await desk.context().setOffline(true);
    await desk.fill('#heard-kk-1-text', WRITTEN);
    await desk.click('#item-1 [data-add-speech]');
    await desk.fill('#item-1 [data-speeches] > div:last-child [data-part=speaker]', 'Делегат 2');
    await desk.fill('#item-1 [data-speeches] > div:last-child [data-part=text]', 'Қолдаймын.');
    await desk.clock.fastForward('10:00');
    expect(await desk.textContent('[data-writing-note]')).toContain('серверге әлі жетпеді');
    expect(await standing()).toEqual([]);
    await desk.context().setOffline(false);
    await desk.clock.fastForward('00:10');
    await until(async () => (await standing()).length === 2);
    expect(await standing()).toEqual(['heard-kk', expect.stringMatching(/^speech:/)]);
    await desk.reload();
    expect(await desk.inputValue('#heard-kk-1-text')).toBe(WRITTEN);
    // The clock of that browser ran ahead; another one knows the right time.
    desk = await (await visit(assembly.secretary.cookie)).newPage();
  });

  it('writes the answer to the resident beside the item', async () => {
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}/writing`);
    await desk.fill('[name=answerKk]', '2027 жылы тартылады.');
    await desk.fill('[name=answerRu]', 'Проведут в 2027 году.');
    await desk.click('button:has-text("Жауапты сақтау")');
    await desk.waitForFunction(firstAnswerIs, '2027 жылы тартылады.');
  });

  it('writes the decisions with phrases, and is told of votes that cannot be', async () => {
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}/writing`);
    await desk.fill('#heard-ru-1-text', 'Заслушан проект бюджета.');
    for (const lang of ['kk', 'ru']) await desk.fill(`#heard-${lang}-2-text`, 'Есеп · отчёт');
    for (const item of [1, 2]) {
      await desk.click(`#item-${item} details summary`);
      await desk.click(`#item-${item} .phrase`);
    }
    await desk.fill('#votes-1-for', '9');
    await desk.waitForSelector('#votes-1[data-state=refused]');
    for (const item of [1, 2]) {
      await desk.fill(`#votes-${item}-for`, '5');
      await desk.waitForSelector(`#votes-${item}[data-state=applied]`);
    }
    await until(async () => (await standing()).length === 11);
    await look(desk, 'writing');
  });

  it('has them checked, and submits them for signing', async () => {
    await desk.goto(`/kk/assembly-desk/meetings/${meeting}`);
    await desk.click('button:has-text("Хаттаманы рәсімдеу")');
    await desk.waitForURL('**/assembly-desk/minutes/*');
    minutes = desk.url().split('/').at(-1)!;
    expect(await desk.textContent('main')).toContain('Кемшілік табылмады');
    await look(desk, 'minutes-desk');
    await desk.click('button[value=submit]');
    await desk.waitForSelector('button[value=revise]');
  });

  it('is signed by the chair and by her, sent to the akim and published', async () => {
    const chair = await (await visit(assembly.chair.cookie, PHONE)).newPage();
    await chair.goto(`/kk/minutes/${minutes}/signature`);
    await look(chair, 'sign-phone');
    await chair.click('main form button');
    await chair.waitForSelector('text=порталда қол қойды');
    await sign();
    await desk.goto(`/kk/assembly-desk/minutes/${minutes}`);
    for (const step of ['send', 'publish']) await desk.click(`button[value=${step}]`);
    await desk.waitForSelector('text=жарияланған');
  });

  it('is answered by the akim: one decision agreed to, one objected to with reasons', async () => {
    const { cookie } = await aPerson(portal.dataSource, { role: 'akim', office: OKRUG });
    const akim = await (await visit(cookie)).newPage();
    await akim.goto('/kk/decision-desk');
    await look(akim, 'decisions');
    await akim.click('.meeting-line a');
    await akim.check('#answer1');
    await akim.check('#answer2-objection');
    await akim.click('main form button');
    await akim.waitForSelector('.govuk-error-summary');
    await akim.fill('#reasons2Kk', 'Қаражат жоқ');
    await akim.fill('#reasons2Ru', 'Нет средств');
    await akim.click('main form button');
    await akim.waitForSelector('text=әкім қарсы: қайта талқыланады');
    await look(akim, 'decision');
  });

  it('is read by a resident on a phone', async () => {
    const phone = await (await visit(undefined, PHONE)).newPage();
    for (const lang of ['kk', 'ru']) {
      await phone.goto(`/${lang}/assemblies?place=${OKRUG}`);
      await look(phone, `list-${lang}-phone`);
      await phone.goto(`/${lang}/meetings/${meeting}`);
      await look(phone, `meeting-${lang}-phone`);
      await phone.goto(`/${lang}/minutes/${minutes}`);
      await look(phone, `minutes-${lang}-phone`);
      await phone.goto(`/${lang}/assemblies/${OKRUG}`);
      await look(phone, `body-${lang}-phone`);
    }
    await phone.goto('/ru/minutes?q=бюджет');
    await look(phone, 'search-ru-phone');
    expect(await phone.textContent('.meeting-lines')).toContain('Согласование проекта бюджета');
  });

  it('is downloaded by a journalist in both languages', async () => {
    const at = (name: string) => fetch(`${portal.url}${name}`);
    const pdf = await at(`/kk/minutes/${minutes}/minutes.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
    expect(text).toContain('ӘІҢҒҮҰҚӨҺ ₸');
    expect(text).toContain('2027 жылы тартылады.');
    const russian = await at(`/api/v1/minutes/${minutes}.pdf?lang=ru`);
    expect(pdfText(Buffer.from(await russian.arrayBuffer()))).toContain('Протокол № ');
    const docx = await at(`/ru/minutes/${minutes}/minutes.docx`);
    expect(docx.status).toBe(200);
    const feed = await (await at(`/kk/assemblies/calendar.ics?place=${OKRUG}`)).text();
    expect(feed).toContain(`UID:meeting-${meeting}@`);
    const notice = await at(`/kk/meetings/${meeting}/notice.pdf`);
    expect(pdfText(Buffer.from(await notice.arrayBuffer()))).toContain('Хабарландыру');
  });

  async function sign(): Promise<void> {
    const [{ resident_id: id } = { resident_id: null }] = await portal.dataSource.query(
      `select resident_id from body_members where id = (select secretary_id from meetings where id = $1)`,
      [meeting],
    );
    const signer = id ? null : await aPerson(portal.dataSource);
    await portal.dataSource.query(
      `update body_members set resident_id = coalesce(resident_id, $2)
       where id = (select secretary_id from meetings where id = $1)`,
      [meeting, signer?.id ?? id],
    );
    const page = await (await visit(signer!.cookie)).newPage();
    await page.goto(`/kk/minutes/${minutes}/signature`);
    await page.click('main form button');
    await page.waitForSelector('text=Қазір қол қоятын ештеңе жоқ');
  }

  async function standing(): Promise<string[]> {
    const rows: { field: string }[] = await portal.dataSource.query(
      `select f.field from item_fields f join agenda_items i on i.id = f.item_id
       where i.meeting_id = $1 order by f.field`,
      [meeting],
    );
    return rows.map(({ field }) => field);
  }
});

const hallHas = (count: number): boolean => {
  const { document } = globalThis as unknown as {
    document: { querySelectorAll(selector: string): { length: number } };
  };
  return document.querySelectorAll('.hall__person--there').length === count;
};

const firstAnswerIs = (words: string): boolean => {
  const { document } = globalThis as unknown as {
    document: { querySelector(selector: string): { defaultValue: string } | null };
  };
  return document.querySelector('[name=answerKk]')?.defaultValue === words;
};

const values = (options: unknown[]): string[] =>
  options.map((option) => (option as { value: string }).value);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((again) => setTimeout(again, 100));
}
