import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { writeXlsx } from '#platform/spreadsheets/write-xlsx.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { LINE_COLUMNS } from '#rules/budgets/line-table.js';
import { aLine, aSubmittedBudget, theBudgetPeople } from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const WINNER = '2025-0007';

describe('Gulnar draws up a budget, and the commission takes it from there', () => {
  let portal: TestPortal;
  let officer: FormVisitor;
  let akim: FormVisitor;
  let deputy: FormVisitor;
  let secretary: FormVisitor;
  let today: string;
  let year: number;
  let budget: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    await aWonProject(portal, { territory: DEMO.district, daysAgo: 400, number: WINNER });
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    year = Number(today.slice(0, 4));
    [officer, akim, deputy, secretary] = (await Promise.all(
      ['officer', 'akim', 'deputy', 'maslikhat-secretary'].map(visitorIn),
    )) as [FormVisitor, FormVisitor, FormVisitor, FormVisitor];
  });
  afterAll(() => portal.close());

  async function visitorIn(role: string): Promise<FormVisitor> {
    const caller = await Caller.signedIn(portal, holdersOf(role, DEMO.district)[0]!.iin);
    const [name, value] = caller.cookieHeader.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }

  const desk = (path = '') => `/ru/budget-desk/${budget}${path}`;
  const dossier = (path = '') => `/ru/commission-desk/${budget}${path}`;

  async function tableOf(rows: readonly (readonly string[])[]): Promise<FormData> {
    const columns = LINE_COLUMNS.map((title) => ({
      title,
      width: 10,
      isNumber: title === 'amount',
    }));
    const bytes = new Uint8Array(await writeXlsx({ name: 'Жолдар', columns, rows }));
    return fileOf(bytes, 'lines.xlsx');
  }

  function fileOf(bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
    const form = new FormData();
    form.append('way', 'add');
    form.append('file', new Blob([bytes]), name);
    return form;
  }

  it('begins a draft; sums that are none come back, all of them, with what was typed', async () => {
    const typed = {
      territory: DEMO.district,
      year: String(year + 1),
      revenuesTiyn: '10 миллионов',
    };
    const refused = await officer.post('/ru/budget-desk/new', { ...typed, transfersTiyn: 'x' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('10 миллионов');
    expect(refused.html.match(/#(revenues|transfers)Tiyn"/g)).toHaveLength(2);
    const begun = await officer.post('/ru/budget-desk/new', {
      ...typed,
      revenuesTiyn: '10 000 000',
    });
    budget = begun.path.split('/').at(-1)!;
    expect(begun.html).toContain('В проекте бюджета нет ни одной строки');
    expect((await officer.get('/ru/budget-desk')).html).toContain(budget);
  });

  it('picks a winner that waits for money; it is offered once', async () => {
    const picker = await officer.get(desk(`/origins?q=${WINNER}`));
    const [, address] = /href="([^"]*lines\/new\?origin[^"]*)"/.exec(picker.html)!;
    const form = await officer.get(address!.replaceAll('&#x3D;', '='));
    const version = hiddenField(form.html, 'version');
    const [, origin] = /value="(project:[^"]+)" selected/.exec(form.html)!;
    const line = {
      version,
      origin: origin!,
      titleKk: 'Алаң',
      titleRu: '',
      functionalGroup: '07',
      programme: '11',
      administrator: '124',
      amount: 'много',
      funding: 'own',
    };
    const refused = await officer.post(desk('/lines/new'), line);
    expect([refused.status, refused.html.includes('много')]).toEqual([422, true]);
    expect(refused.html.match(/href="#(title|programme|amount)"/g)).toHaveLength(3);
    const whole = { ...line, titleRu: 'Площадка', programme: '011', amount: '1 000 000' };
    expect((await officer.post(desk('/lines/new'), whole)).path).toBe(desk());
    const stale = await officer.post(desk('/lines/new'), { ...whole, origin: 'akimat' });
    expect([stale.status, stale.html.includes('уже изменил')]).toEqual([412, true]);
    expect((await officer.get(desk('/origins'))).html).not.toContain(WINNER);
  });

  it('sends a file: every fault by its row, and nothing of it is entered', async () => {
    const row = (changes: Readonly<Record<number, string>>) =>
      ['', '01', '', '001', 'Аппарат', 'Аппарат', '9000000', '', 'law', ''].map(
        (text, place) => changes[place] ?? text,
      );
    const faulty = await officer.send(
      desk('/import'),
      await tableOf([row({ 1: '99' }), row({ 4: '', 6: 'x' }), row({ 8: 'project', 9: WINNER })]),
    );
    expect(faulty.status).toBe(422);
    for (const fault of [
      'Неизвестная функциональная группа в строке 2',
      'Строке 3 нужно название',
      'Сумму строки 3 напишите цифрами',
      'На основании строки 4 уже стоит',
    ])
      expect(faulty.html).toContain(fault);
    const shown = await officer.send(desk('/import'), await tableOf([row({})]));
    const [, take] = /action="(\/ru\/budget-desk\/[^"]+\/import\/[^"]+)"/.exec(shown.html)!;
    expect((await officer.get(desk())).html).not.toContain('Аппарат');
    expect((await officer.post(take!, {})).html).toContain('Аппарат');
    expect((await officer.post(take!, {})).status).toBe(412);
  });

  it.each([
    ['cut off', 'PK\u0003\u0004 nothing more'],
    ['an older spreadsheet', '\u00d0\u00cf\u0011\u00e0'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0'],
    ['nothing at all', ''],
  ])('is told when the file is %s', async (_name, text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    const { status, html } = await officer.send(desk('/import'), fileOf(bytes, 'lines.xlsx'));
    expect([status, html.includes('href="#file"')]).toEqual([422, true]);
  });

  it('gives everybody the lines as a file that could be taken in again', async () => {
    const answer = await fetch(`${portal.url}/api/v1/budgets/${budget}/lines.xlsx`);
    const form = fileOf(new Uint8Array(await answer.arrayBuffer()), 'lines.xlsx');
    form.set('way', 'replace');
    const shown = await officer.send(desk('/import'), form);
    expect([shown.status, shown.html.includes('10\u00a0000\u00a0000')]).toEqual([200, true]);
  });

  it('submits; the commission reads it with origins and the difference box', async () => {
    expect((await officer.post(desk('/submission'), {})).html).toContain('внесён в маслихат');
    const { html } = await deputy.get(dossier());
    expect(html).toContain('Жители выбрали проектов: 1');
    const item = await deputy.get(dossier('/lines/1?add=900%20000'));
    expect(item.html).toContain('Кто этого хотел');
    expect(item.html).toContain('8\u00a0100\u00a0000');
  });

  const amendment = {
    'rows-changes': '3',
    'rows-sources': '2',
    'line-0': '1',
    'change-0': '500 000',
    justificationKk: 'Керек',
    justificationRu: 'Нужно',
    calculation: '5 × 100 000',
  };

  it('an amendment shows its balance at once and is refused while it has none', async () => {
    const path = dossier('/amendments/new');
    const counted = await deputy.post(path, { ...amendment, step: 'count' });
    expect(counted.html).toContain('расхождение: +500');
    const refused = await deputy.post(path, { ...amendment, calculation: '' });
    expect([refused.status, refused.html.includes('5 × 100')]).toEqual([422, false]);
    expect(refused.html.match(/href="#(sources|calculation)"/g)).toHaveLength(2);
    const funded = {
      ...amendment,
      'source-kind-0': 'transfer',
      'source-name-0': 'Трансферт области',
      'source-amount-0': '500000',
    };
    const proposed = await deputy.post(path, funded);
    expect([proposed.path, proposed.html.includes('Трансферт области')]).toEqual([dossier(), true]);
  });

  it('the akim concludes; a refusal says why', async () => {
    const [, path] = /href="(\/ru\/budget-desk\/[^"]+\/amendments\/[^"]+)"/.exec(
      (await akim.get(desk())).html,
    )!;
    const refused = await akim.post(path!, { agrees: 'no' });
    expect([refused.status, refused.html.includes('href="#reasons"')]).toEqual([422, true]);
    expect((await akim.post(path!, { agrees: 'yes' })).html).toContain('аким согласен');
    expect((await akim.post(path!, { agrees: 'yes' })).status).toBe(409);
  });

  it('an opinion takes a quorum and a majority of all members', async () => {
    const path = dossier('/opinions/new');
    const form = await secretary.get(`${path}?line=1`);
    const [, commission] = /name="commission" type="radio" value="([^"]+)"/.exec(form.html)!;
    const vote = {
      commission: commission!,
      about: 'line:1',
      present: '0',
      inFavour: '0',
      against: '0',
      abstained: '0',
      reasonsKk: 'Қолдаймыз',
      reasonsRu: 'Поддерживаем',
    };
    const alone = await secretary.post(path, { ...vote, inFavour: 'x' });
    expect([alone.status, alone.html.includes('Поддерживаем')]).toEqual([422, true]);
    expect((await secretary.post(path, vote)).html).toContain('В комиссии нет кворума');
    const [, members] = /Членов: (\d+)/.exec(form.html)!;
    const given = await secretary.post(path, { ...vote, present: members!, inFavour: members! });
    expect(given.html).toContain('№ 1: ');
  });

  it('a hearing is announced, held and told to everybody', async () => {
    const path = dossier('/hearings/new');
    const [, commission] = /<option value="([0-9a-f-]{36})"/.exec(
      (await secretary.get(path)).html,
    )!;
    const [y, m, d] = addDays(today, 3).split('-') as [string, string, string];
    const call = { commission: commission!, startsAtYear: y, startsAtMonth: m, startsAtDay: d };
    const texts = { placeKk: 'Зал', placeRu: 'Зал', noticeKk: 'Келіңіз', noticeRu: 'Приходите' };
    const past = { ...call, ...texts, startsAtYear: '2020', time: '15:00' };
    expect((await secretary.post(path, past)).status).toBe(422);
    const called = await secretary.post(path, { ...call, ...texts, time: '15:00' });
    expect(called.path).toBe(dossier());
    expect((await aFormVisitor(portal.url).get(`/ru/budgets/${budget}`)).html).toContain(
      'Приходите',
    );
    const [, protocol] = /href="(\/ru\/commission-desk\/[^"]+\/hearings\/(?!new)[^"]+)"/.exec(
      called.html,
    )!;
    const form = new FormData();
    form.append('attended', '12');
    const early = await secretary.send(protocol!, form);
    expect(early.html).toContain('Слушания ещё не прошли');
    await portal.dataSource.query(`set session_replication_role = replica`);
    await portal.dataSource
      .query(
        `update budget_hearings set at = at - interval '9 days', starts_at = now() - interval '1 hour'`,
      )
      .finally(() => portal.dataSource.query(`set session_replication_role = origin`));
    for (const [name, text] of Object.entries({
      summaryKk: 'Қолдады',
      summaryRu: 'Поддержали',
      rows: '3',
      'remark-0': 'Жарық керек',
      'answer-0': 'Енгізілді',
    }))
      form.append(name, text);
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), 'Хаттама.pdf');
    expect((await secretary.send(protocol!, form)).html).toContain('пришли 12 человек');
    const { html } = await aFormVisitor(portal.url).get(`/kk/budgets/${budget}`);
    for (const told of ['Жарық керек', 'Енгізілді', 'Хаттама.pdf']) expect(html).toContain(told);
  });

  it('a budget that missed its date lives by the plan of a quarter', async () => {
    const people = await theBudgetPeople(portal);
    const late = await aSubmittedBudget(people, year, [aLine('4000000')]);
    const path = `/ru/budget-desk/${late}/plan`;
    const [y, m, d] = today.split('-') as [string, string, string];
    const act = { onYear: y, onMonth: m, onDay: d, number: '', amount: '1 000 000,01' };
    const refused = await officer.post(path, act);
    expect(refused.html.match(/href="#(number|amount)"/g)).toHaveLength(2);
    await officer.post(path, { ...act, number: '12-қ', amount: '1 000 000' });
    const { html } = await aFormVisitor(portal.url).get(`/kk/budgets/${late}`);
    expect(html).toContain('№ 12-қ акт');
    const comparison = await aFormVisitor(portal.url).get(`/kk/budgets/${late}/comparison`);
    expect(comparison.html).toContain('Бекітілді');
  });
});
