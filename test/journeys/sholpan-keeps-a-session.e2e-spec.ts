import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { aLine, aSubmittedBudget, theBudgetPeople } from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

describe('desks of officials, on their pages', () => {
  let portal: TestPortal;
  let today: CivilDate;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());

  async function visitor(iin: string): Promise<FormVisitor> {
    const caller = await Caller.signedIn(portal, iin);
    const [name, value] = caller.cookieHeader.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }
  const holder = (role: string, territory: string) => holdersOf(role, territory)[0]!.iin;
  const day = (name: string, on: CivilDate) => {
    const [year, month, date] = on.split('-') as [string, string, string];
    return { [`${name}Year`]: year, [`${name}Month`]: month, [`${name}Day`]: date };
  };

  it('Sholpan convenes, notes who is there, and records what each deputy voted', async () => {
    const people = await theBudgetPeople(portal);
    const budget = await aSubmittedBudget(people, Number(today.slice(0, 4)) + 1, [aLine('1000')]);
    const sholpan = await visitor(holder('maslikhat-secretary', DEMO.district));
    const plan = {
      maslikhat: DEMO.district,
      number: '21',
      kind: 'regular',
      placeKk: 'Зал',
      placeRu: 'Зал',
      budgets: budget,
      title1Kk: 'Есеп туралы',
      title1Ru: 'Об отчёте',
      ...day('session', today),
      ...day('materials', addDays(today, -6)),
    };
    const short = await sholpan.post('/ru/session-desk/convene', {
      ...plan,
      ...day('notice', addDays(today, -9)),
    });
    expect(short.status).toBe(422);
    expect(short.html).toContain('сессия может пройти не раньше');
    const convened = await sholpan.post('/ru/session-desk/convene', {
      ...plan,
      ...day('notice', addDays(today, -10)),
    });
    const desk = convened.path;
    expect(desk).toMatch(/session-desk\/sessions\//);

    const sits = (count: number) =>
      Object.fromEntries(people.deputies.slice(0, count).map((id) => [`present-${id}`, 'yes']));
    const few = { ...sits(3), chair: people.deputies[0]! };
    expect((await sholpan.post(`${desk}/attendance`, few)).html).toContain('Кворума нет');
    const votes = (side: string) =>
      Object.fromEntries(people.deputies.map((id) => [`vote-${id}`, side]));
    const text = { number: '21/1-VIII', textKk: 'Бекітілсін', textRu: 'Утвердить' };
    const adoption = `${desk}/budgets/${budget}/adoption`;
    const early = await sholpan.post(adoption, { ...votes('for'), ...text });
    expect([early.status, early.html.includes('Кворума нет: присутствует')]).toEqual([422, true]);

    await sholpan.post(`${desk}/attendance`, { ...sits(99), chair: people.deputies[0]! });
    const returned = await sholpan.post(adoption, votes('against'));
    expect(returned.html).toContain('Если проект не принят');
    expect((await sholpan.post(adoption, { ...votes('for'), ...text })).path).toBe(desk);
    const question = { ...votes('for'), number: '21/2-VIII', textKk: 'Есеп', textRu: 'Отчёт' };
    expect((await sholpan.post(`${desk}/questions/2`, question)).path).toBe(desk);

    const open = await sholpan.get(desk);
    const publication = /href="([^"]*\/publication)"/.exec(open.html)![1]!;
    const place = { place: '«Талды» газеті', ...day('publishedOn', today) };
    expect((await sholpan.post(publication, place)).html).toContain('«Талды» газеті');
    expect((await sholpan.post(`${desk}/closure`, {})).html).toContain('закрыта');

    const page = await aFormVisitor(portal.url).get(desk.replace('/session-desk', ''));
    for (const shown of ['21/1-VIII', '21/2-VIII', 'Кворум есть', 'Ибраева Жанар'])
      expect(page.html).toContain(shown);
    expect((await aFormVisitor(portal.url).get('/kk/sessions')).html).toContain('21 сессия');
  });

  it('Arman leaves for a fortnight, and an official of the district acts for him', async () => {
    const arman = await visitor(holder('akim', DEMO.qarasu));
    const { html } = await arman.get('/kk/duties/delegation');
    const standIn = /<option value="([0-9a-f-]{36})"/.exec(html)![1]!;
    const sent = {
      post: `akim ${DEMO.qarasu}`,
      toPersonId: standIn,
      act: '№ 12-ө',
      ...day('from', today),
    };
    const wrong = await arman.post('/kk/duties/delegation', {
      ...sent,
      ...day('until', addDays(today, -1)),
    });
    expect(wrong.status).toBe(422);
    const done = await arman.post('/kk/duties/delegation', {
      ...sent,
      ...day('until', addDays(today, 13)),
    });
    expect([done.path, done.html.includes('№ 12-ө')]).toEqual(['/kk/duties', true]);
    const end = /action="([^"]*\/end)"/.exec(done.html)![1]!;
    expect((await arman.post(end, {})).html).not.toContain('№ 12-ө');
  });

  it('the district’s secretary hands the desk over, and both sign', async () => {
    const maksim = await visitor(holder('administrator', DEMO.oblast));
    const { html } = await maksim.get('/ru/handover-desk');
    const row = html.split('<tr').find((part) => part.includes('Секретарь маслихата района'))!;
    const form = /href="([^"]*handover-desk\/[^"]*)"/.exec(row)![1]!;
    const incoming = DEMO_RESIDENTS[3]!.iin;
    const refused = await maksim.post(form, { iin: incoming, ground: '' });
    expect(refused.html).toContain('Назовите распоряжение');
    const act = (await maksim.post(form, { iin: incoming, ground: 'Решение № 3' })).path;

    const [sholpan, next] = [
      await visitor(holder('maslikhat-secretary', DEMO.district)),
      await visitor(incoming),
    ];
    const digest = hiddenField((await sholpan.get(act)).html, 'digest');
    await sholpan.post(`${act}/signature`, { digest });
    expect((await next.get('/ru/session-desk')).status).toBe(403);
    expect((await next.post(`${act}/signature`, { digest })).html).toContain('переданы');
    expect((await next.get('/ru/session-desk')).status).toBe(200);
    expect((await sholpan.get('/ru/session-desk')).status).toBe(403);
    const line = await aFormVisitor(portal.url).get('/ru/handovers');
    expect(line.html).toContain('Дела переданы');
    expect((await aFormVisitor(portal.url).get(act)).html).not.toContain('Решение № 3');
  });
});
