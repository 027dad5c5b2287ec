import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { DatabaseClock } from '#platform/clock/clock.js';
import { aCountedTown, aPerson, type TestPerson } from '#test/support/builders/counted-town.js';
import { aWinner, type Winner } from '#test/support/builders/winner.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

describe('an officer builds what residents chose, with a phone and without a script', () => {
  let portal: TestPortal;
  let winner: Winner;
  let officer: FormVisitor;
  let resident: FormVisitor;
  let photo: Buffer<ArrayBuffer>;
  let today: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    winner = await aWinner(portal.dataSource, { publishedDaysAgo: 100 });
    officer = visitorFor(await aPerson(portal.dataSource, 'officer'));
    resident = visitorFor(await aPerson(portal.dataSource));
    const ground = { width: 640, height: 480, channels: 3, background: '#88aa66' } as const;
    photo = await sharp({ create: ground }).jpeg().toBuffer();
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());

  function visitorFor({ cookie }: TestPerson): FormVisitor {
    const [name, value] = cookie.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }

  const worksPath = () => `/ru/projects/${winner.number}/works`;

  function formWith(fields: Record<string, string>, withPhoto = false): FormData {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.append(name, text);
    if (withPhoto) form.append('file', new Blob([new Uint8Array(photo)]), 'IMG_1.jpg');
    return form;
  }

  function dayFields(name: string, day: string): Record<string, string> {
    const [year, month, date] = day.split('-') as [string, string, string];
    return { [`${name}Day`]: date, [`${name}Month`]: month, [`${name}Year`]: year };
  }

  it('finds the project on the desk and enters the contract; faults come back with what was typed', async () => {
    expect((await officer.get('/ru/works-desk')).html).toContain(
      `/projects/${winner.number}/works`,
    );
    const typed = {
      number: '12',
      supplierName: 'ТОО «Дорога»',
      supplierBin: '1',
      sum: '900 000',
      procurementUrl: 'https://goszakup.gov.kz/ru/announce/1',
      ...dayFields('signedOn', today),
      ...dayFields('finishBy', `${Number(today.slice(0, 4)) + 1}-06-01`),
    };
    const refused = await officer.send(`${worksPath()}/contract`, formWith(typed));
    expect([refused.status, refused.html.includes('ТОО «Дорога»')]).toEqual([422, true]);
    const kept = { ...typed, supplierBin: '990340000004' };
    const taken = await officer.send(`${worksPath()}/contract`, formWith(kept));
    expect([taken.status, taken.path]).toEqual([200, worksPath()]);
    expect(taken.html).toContain('990340000004');
  });

  it('photographs the site; the photo stays when the form comes back', async () => {
    const fields = {
      percent: '140',
      paid: '950000',
      place: 'Абай, 12',
      delayReason: 'none',
      ...dayFields('on', today),
      ...dayFields('finishBy', `${Number(today.slice(0, 4)) + 1}-06-01`),
    };
    const refused = await officer.send(`${worksPath()}/milestone`, formWith(fields, true));
    expect(refused.status).toBe(422);
    const enclosures = hiddenField(refused.html, 'enclosures');
    const whole = { ...fields, percent: '100', enclosures };
    const taken = await officer.send(`${worksPath()}/milestone`, formWith(whole));
    expect(taken.html).toContain('Абай, 12');
    expect(taken.html).toContain('-small.webp');
    expect(taken.html).toContain('Оплачено сверх договора');
  });

  it('is told by a resident that it is not so, with a photo', async () => {
    const path = `${worksPath()}/report`;
    const said = { verdict: 'not-so', text: 'Горка шатается', language: 'ru' };
    const bare = await resident.send(path, formWith(said));
    expect([bare.status, bare.html.includes('Горка шатается')]).toEqual([422, true]);
    const taken = await resident.send(path, formWith(said, true));
    expect(taken.path).toBe(worksPath());
    expect(taken.html).toContain('Горка шатается');
    expect(taken.html).toContain('Это не так');
  });

  it('accepts the works and publishes the prefilled quarterly report', async () => {
    const fields = { actNumber: '7', warrantyMonths: '24', ...dayFields('acceptedOn', today) };
    const taken = await officer.send(`${worksPath()}/acceptance`, formWith(fields, true));
    expect(taken.html).toContain('принят');
    const reports = `/ru/rounds/${winner.roundId}/reports`;
    const [, , owed] = /new\?quarter(=|&#x3D;)([\d-]{10})/.exec((await officer.get(reports)).html)!;
    const form = await officer.get(`${reports}/new?quarter=${owed}`);
    expect(form.html).toContain('Оплачено: 950');
    const texts = { quarter: hiddenField(form.html, 'quarter'), textKk: 'Бітті', textRu: 'Готово' };
    const published = await officer.post(`${reports}/new`, texts);
    expect(published.html).toContain('Готово');
  });

  it.each(['kk', 'ru', 'en'])(
    'a journalist reads the trail, the works and the feed: %s',
    async (lang) => {
      const anybody = aFormVisitor(portal.url);
      for (const path of [
        `/projects/${winner.number}/trail`,
        `/projects/${winner.number}/works`,
        `/projects/${winner.number}`,
        `/rounds/${winner.roundId}/reports`,
        '/discrepancies',
        '/discrepancies?kind=paid-above-contract',
        '/discrepancies?after=%00&kind=none&place=1',
      ]) {
        const { status } = await anybody.get(`/${lang}${path}`);
        expect([path, status]).toEqual([path, 200]);
      }
      const feed = await anybody.get(`/${lang}/discrepancies/feed.atom`);
      expect(feed.headers.get('content-type')).toContain('application/atom+xml');
      expect(feed.html).toContain(`/${lang}/projects/${winner.number}/trail`);
    },
  );
});
