import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { aDemoOblast, type Answer, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const TEXT = { kk: 'Су құбыры', ru: 'Водопровод' };
const PETITION = {
  addressee: { body: 'akim-office', territory: DEMO.qarasu },
  title: TEXT,
  text: TEXT,
  arguments: TEXT,
  proposals: TEXT,
};

/** Everybody in office; `itsDeputy` launched the collection. */
const PEOPLE = {
  stranger: null,
  resident: ['expert', DEMO.district, 0],
  itsDeputy: ['deputy', DEMO.district, 1],
  colleague: ['deputy', DEMO.district, 2],
  cityDeputy: ['deputy', DEMO.city, 0],
  officer: ['officer', DEMO.district, 0],
  akim: ['akim', DEMO.qarasu, 0],
  secretary: ['maslikhat-secretary', DEMO.district, 0],
  clerk: ['clerk', DEMO.district, 0],
  administrator: ['administrator', DEMO.oblast, 0],
} as const;

type Who = keyof typeof PEOPLE;

describe('what deputies do around a collection', () => {
  let portal: TestPortal;
  let petition: string;
  const callers = new Map<Who, Caller>();
  const as = (who: Who) => callers.get(who)!;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    for (const [who, held] of Object.entries(PEOPLE)) {
      const person = held && holdersOf(held[0], held[1])[held[2]]!;
      const caller = person ? await Caller.signedIn(portal, person.iin) : Caller.anybody(portal);
      callers.set(who as Who, caller);
    }
    petition = String(
      (await as('itsDeputy').send('POST', '/petitions', { body: PETITION })).body['id'],
    );
    await as('itsDeputy').send('POST', `/petitions/${petition}/submission`);
    await as('officer').send('POST', `/petitions/${petition}/opening`);
  });
  afterAll(() => portal.close());

  const send = (who: Who, act: string, body?: unknown): Promise<Answer> =>
    as(who).send('POST', `/petitions/${petition}/${act}`, { body });

  /** Refused before anything of the act is looked at. */
  const REFUSED: readonly (readonly [Who, number])[] = [
    ['stranger', 401],
    ['resident', 403],
    ['officer', 403],
    ['akim', 403],
    ['secretary', 403],
    ['clerk', 403],
    ['administrator', 403],
    ['colleague', 404],
    ['cityDeputy', 404],
  ];

  it.each(REFUSED)(
    'nobody but its deputy tells the signers news: %s gets %i',
    async (who, status) => {
      expect((await send(who, 'news', { title: TEXT, body: TEXT })).status).toBe(status);
    },
  );

  it.each(REFUSED)(
    'nobody but its deputy brings it to the session: %s gets %i',
    async (who, status) => {
      expect((await send(who, 'session-request', { proposal: TEXT })).status).toBe(status);
    },
  );

  it.each(REFUSED)('nobody but its deputy takes sheets: %s gets %i', async (who, status) => {
    expect((await send(who, 'sheets', { count: 1 })).status).toBe(status);
  });

  it.each<[Who, number]>([
    ['stranger', 401],
    ['officer', 403],
    ['cityDeputy', 403],
    ['itsDeputy', 409],
    ['colleague', 201],
    ['colleague', 409],
  ])('a deputy of the same maslikhat stands behind it, once: %s gets %i', async (who, status) => {
    expect((await send(who, 'co-deputies')).status).toBe(status);
  });

  it('is brought to the session once its threshold is reached, and only once', async () => {
    const early = await send('itsDeputy', 'session-request', { proposal: TEXT });
    expect(early.body.faults?.map(({ code }) => code)).toEqual(['session.not_reached']);
    await portal.dataSource.query(
      `update petition_tallies set valid = 192, last_number = 192, reached_at = clock_timestamp()
       where petition_id = $1`,
      [petition],
    );
    const brought = await Promise.all(
      Array.from({ length: 5 }, () => send('itsDeputy', 'session-request', { proposal: TEXT })),
    );
    expect(brought.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const list = await as('stranger').send('GET', `/maslikhats/${DEMO.district}/session-requests`);
    expect(list.body['items']).toMatchObject([{ signatures: 192, proposal: TEXT }]);
  });

  it('becomes an inquiry that names it; a colleague’s petition does not', async () => {
    const body = {
      addressee: { kind: 'akim', territory: DEMO.qarasu, post: { kk: 'Әкім', ru: 'Аким' } },
      language: 'kk',
      title: 'Су',
      body: 'Қашан?',
      competence: 'Бюджет',
      petition,
    };
    const filed = await as('itsDeputy').send('POST', '/inquiries', { body });
    expect(filed.body).toMatchObject({ petition: { title: TEXT } });
    expect((await as('colleague').send('POST', '/inquiries', { body })).status).toBe(404);
    const seen = await as('stranger').send('GET', `/petitions/${petition}/collection`);
    expect(seen.body).toMatchObject({
      coDeputies: [{}],
      session: { territory: DEMO.district },
      inquiries: [{ title: 'Су' }],
    });
  });

  it('tells the signers news in both languages', async () => {
    const half = await send('itsDeputy', 'news', { title: TEXT, body: { kk: 'Су', ru: '' } });
    expect(half.body.faults?.map(({ code }) => code)).toEqual(['news.body_missing']);
    expect((await send('itsDeputy', 'news', { title: TEXT, body: TEXT })).status).toBe(201);
  });
});
