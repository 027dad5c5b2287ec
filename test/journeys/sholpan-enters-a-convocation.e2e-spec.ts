import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aFormVisitor, type FormVisitor } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const PATH = `/kk/deputy-register/${DEMO.district}/convocation`;

/** What a browser would send of the form on a page: inputs, chosen options, areas. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const form = /<form[^]*<\/form>/.exec(html)![0];
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([^<]*)/g))
    fields[name!] = value!;
  for (const [, name, options] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([^]*?)<\/select/g,
  ))
    fields[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  return fields;
}

const faultsAt = (html: string, field: string) =>
  new RegExp(`id="${field}-error"[^>]*>(?:<span[^]*?</span>)?([^<]*)`).exec(html)?.[1]?.trim();

describe('Sholpan, secretary of the district’s maslikhat, enters a convocation', () => {
  let portal: TestPortal;
  let sholpan: FormVisitor;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    sholpan = await visitorHolding('maslikhat-secretary', DEMO.district);
  });
  afterAll(() => portal.close());

  async function visitorHolding(role: string, territory: string): Promise<FormVisitor> {
    const caller = await Caller.signedIn(portal, holdersOf(role, territory)[0]!.iin);
    const [name, value] = caller.cookieHeader.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }

  it('begins with the one in office, adds a constituency and takes another out', async () => {
    const { html } = await sholpan.get(PATH);
    const blank = fieldsOf(html);
    expect(blank).toMatchObject({
      rows: '5',
      fromDay: '19',
      fromYear: '2028',
      'c1.nameKk': 'Қарасу',
      'c1.units': 'Қарасу ауылдық округі',
      'c4.kind': 'party-list',
    });
    const typed = { ...blank, number: 'IX', 'c0.nameRu': 'Жазып жатырмын' };
    const more = await sholpan.post(PATH, { ...typed, addRows: '1', rowsToAdd: '2' });
    const added = fieldsOf(more.html);
    expect([more.status, added]).toMatchObject([
      200,
      { rows: '7', number: 'IX', 'c0.nameRu': 'Жазып жатырмын', 'c6.number': '7' },
    ]);
    const fewer = fieldsOf((await sholpan.post(PATH, { ...added, removeRow: '0' })).html);
    expect(fewer).toMatchObject({ rows: '6', 'c0.nameKk': 'Қарасу', 'c5.number': '7' });
  });

  it('is told every fault at once, each where it stands, and keeps what was typed', async () => {
    const fields = fieldsOf((await sholpan.get(PATH)).html);
    const wrong = {
      ...fields,
      fromDay: '31',
      fromMonth: '02',
      'c0.nameRu': '',
      'c0.units': 'Атлантида\nТалды қаласы: Абай көшесі',
      'c1.seats': 'екі',
      'c2.number': '4',
      commissions: 'Бюджет комиссиясы',
    };
    const page = await sholpan.post(PATH, wrong);
    expect([page.status, fieldsOf(page.html)]).toMatchObject([
      422,
      { 'c0.units': 'Атлантида\nТалды қаласы: Абай көшесі', 'c1.seats': 'екі', fromDay: '31' },
    ]);
    const said = ['number', 'from', 'until', 'c0', 'c1', 'commissions'].map((field) => [
      field,
      faultsAt(page.html, field),
    ]);
    expect(Object.fromEntries(said)).toMatchObject({
      number: 'Шақырылымның нөмірін жазыңыз',
      c0: expect.stringContaining('мұндай аумақ табылмады: Атлантида'),
      c1: expect.stringContaining('цифрмен жазылады'),
      commissions: 'Комиссия атауын қазақша және орысша жазыңыз',
    });
    for (const field of ['from', 'until']) expect(faultsAt(page.html, field)).toBeTruthy();
    expect(page.html).toContain('Екі округтің нөмірі бірдей');
    expect(page.html).toContain('№ 1 округтің атауын қазақша және орысша жазыңыз');
  });

  it('is refused by the law’s limits beside the field, and enters a lawful one', async () => {
    const fields = fieldsOf((await sholpan.get(PATH)).html);
    const lawful = {
      ...fields,
      number: 'IX',
      untilDay: '18',
      untilMonth: '3',
      untilYear: '2033',
      'c0.units': 'Талды қаласы: Абай көшесі, 1/2–40 | ул. Абая, 1/2–40',
    };
    const long = await sholpan.post(PATH, { ...lawful, untilDay: '19', 'c1.units': 'Жаңасу' });
    expect([long.status, faultsAt(long.html, 'c1')]).toMatchObject([
      422,
      expect.stringContaining('табылмады'),
    ]);
    const tooLong = await sholpan.post(PATH, { ...lawful, untilDay: '19' });
    expect(faultsAt(tooLong.html, 'until')).toContain('5 жылдан аспайды');
    const away = await sholpan.post(PATH, { ...lawful, 'c2.units': DEMO.city });
    expect(faultsAt(away.html, 'c2')).toContain('осы мәслихаттың аумағына кірмейді');
    const entered = await sholpan.post(PATH, lawful);
    expect([entered.status, entered.path]).toEqual([200, '/kk/deputy-register']);
    expect(entered.html).toContain('Келесі шақырылым: IX');
    const [part] = (await portal.dataSource.query(
      `select u.part_kk, u.part_ru from constituency_territories u
       join constituencies c on c.id = u.constituency_id
       join convocations v on v.id = c.convocation_id where v.number = 'IX' and c.number = 1`,
    )) as unknown[];
    expect(part).toEqual({ part_kk: 'Абай көшесі, 1/2–40', part_ru: 'ул. Абая, 1/2–40' });
    const again = await sholpan.post(PATH, fieldsOf(tooLong.html));
    expect(again.status).toBe(422);
  });

  it('of no other maslikhat', async () => {
    const other = await visitorHolding('maslikhat-secretary', DEMO.city);
    expect((await other.get(PATH)).status).toBe(403);
    expect((await other.post(PATH, { rows: '1', addRows: '1' })).status).toBe(403);
  });
});
