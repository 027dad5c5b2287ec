import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aPerson,
  aPetitionTown,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const titled = (kk: string) => ({
  title: { kk, ru: 'Новость' },
  body: { kk: 'Мәтін', ru: 'Текст' },
});

describe('a signer reads the news of the petition', () => {
  let portal: TestPortal;
  let petition: string;
  let deputy: PetitionPerson;
  let signer: FormVisitor;
  let stranger: FormVisitor;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    deputy = await aPerson(portal.dataSource, { role: 'deputy' });
    petition = await anOpenPetition(portal.dataSource, deputy.id);
    await tell('Ескі хабар');
    const person = await aPerson(portal.dataSource);
    await post(person, `/petitions/${petition}/signatures`, {});
    signer = visitorFor(person);
    stranger = visitorFor(await aPerson(portal.dataSource));
  });
  afterAll(() => portal.close());

  function visitorFor({ cookie }: PetitionPerson): FormVisitor {
    const [name, value] = cookie.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }

  async function post(who: PetitionPerson, path: string, body: object): Promise<void> {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  }

  const tell = (kk: string) => post(deputy, `/petitions/${petition}/news`, titled(kk));

  const htmlOf = async (visitor: FormVisitor, path: string) => (await visitor.get(path)).html;

  it('is told on the own page of what is new since the signature, and others are not', async () => {
    expect(await htmlOf(signer, '/kk/my')).not.toContain('жаңалық бар');
    await tell('Құбырға қаржы бөлінді');
    expect(await htmlOf(signer, '/kk/my')).toContain('петицияларыңызда жаңалық бар: 1');
    const news = await htmlOf(signer, '/kk/my/news');
    expect(news).toContain('Құбырға қаржы бөлінді');
    expect(news).not.toContain('Ескі хабар');
    expect(await htmlOf(stranger, '/kk/my/news')).toContain('Әзірге жаңалық жоқ');
  });

  it('marks them as read up to the newest on the page; later ones are new again', async () => {
    const until = hiddenField(await htmlOf(signer, '/ru/my/news'), 'until');
    await tell('Осы арада шыққан хабар');
    await signer.post('/ru/my/news', { until });
    expect(await htmlOf(signer, '/kk/my')).toContain('жаңалық бар: 1');
    await signer.post('/kk/my/news', { until: '2999-01-01T00:00:00Z' });
    expect(await htmlOf(signer, '/kk/my')).not.toContain('жаңалық бар');
    expect((await signer.post('/kk/my/news', { until: 'ертең' })).status).toBe(200);
    await tell('Құрылыс басталды');
    expect(await htmlOf(signer, '/kk/my')).toContain('жаңалық бар: 1');
  });

  it('is told once that a signature was taken back, with the way to sign again', async () => {
    const other = await anOpenPetition(portal.dataSource, deputy.id);
    const person = await aPerson(portal.dataSource);
    await post(person, `/petitions/${other}/signatures`, {});
    const visitor = visitorFor(person);
    const { path, html } = await visitor.post(`/kk/petitions/${other}/signed/withdrawal`, {});
    expect(path).toMatch(/^\/kk\/my\/petitions\?withdrawn=/);
    expect(html).toContain('қолыңыз қайтарып алынды');
    await post(person, `/petitions/${other}/signatures`, {});
    expect(await htmlOf(visitor, path)).not.toContain('қолыңыз қайтарып алынды');
  });

  it('hears of the answer as well', async () => {
    await portal.dataSource.query(
      `update petitions set state = 'awaiting-answer', reached_at = clock_timestamp(),
         notice_by = '2099-01-01', answer_by = '2099-02-01' where id = $1`,
      [petition],
    );
    expect(await htmlOf(signer, '/kk/my/news')).toContain('Шекті мәнге жетті');
  });

  it('and so does whoever follows the feed of the petition', async () => {
    const feed = await (await fetch(`${portal.url}/kk/petitions/${petition}/feed.atom`)).text();
    for (const title of ['Ескі хабар', 'Құрылыс басталды']) expect(feed).toContain(title);
    expect(feed.match(/<entry>/g)).toHaveLength(5);
  });
});
