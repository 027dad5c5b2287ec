import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aMember } from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  OKRUG,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;
const both = (kk: string, ru: string) => ({ kk, ru });

type Answered = Readonly<Record<string, unknown>>;

describe('the secretary Ainur through the API', () => {
  let portal: TestPortal;
  let secretary: PetitionPerson;
  let chair: PetitionPerson;
  let akim: PetitionPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    secretary = await aPerson(portal.dataSource, { role: 'secretary', office: OKRUG });
    akim = await aPerson(portal.dataSource, { role: 'akim', office: OKRUG });
    chair = await aPerson(portal.dataSource);
  });
  afterAll(() => portal.close());

  async function send(
    who: PetitionPerson | null,
    [method, path]: readonly [string, string],
    body: unknown = {},
  ) {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: portal.url,
        ...(who && { cookie: who.cookie }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Answered };
  }

  it('convenes, counts, records, has signed, sends and publishes', async () => {
    const members = Array.from({ length: 9 }, (_, place) => {
      const { name, settlement, post } = aMember(place);
      return { name, settlement, post, from: '2026-01-01', until: '2029-12-31' };
    });
    const term = { from: '2026-01-01', until: '2029-12-31', members };
    const put = await send(secretary, ['PUT', `/territories/${OKRUG}/assembly`], term);
    expect([put.status, put.body['size']]).toMatchObject([200, { atLeast: 5, atMost: 10 }]);
    const listed = put.body['members'] as { id: string; post: string }[];
    const chairSeat = listed.find(({ post }) => post === 'chair')!.id;
    await portal.dataSource.query(`update body_members set resident_id = $2 where id = $1`, [
      chairSeat,
      chair.id,
    ]);

    const meeting = {
      territory: OKRUG,
      kind: 'assembly',
      startsAt: new Date().toISOString(),
      place: both('Мәдениет үйі', 'Дом культуры'),
      convenedBy: 'akim',
      agenda: [{ title: both('Бюджетті келісу', 'Согласовать бюджет'), kind: 'budget' }],
    };
    const short = {
      publishedAt: new Date(Date.now() - 9 * DAY_MS).toISOString(),
      channels: ['тақта'],
    };
    const refused = await send(secretary, ['POST', '/meetings'], { ...meeting, notice: short });
    expect([refused.status, refused.body['faults']]).toMatchObject([
      422,
      [{ code: 'convening.short_notice', details: { earliest: expect.any(String) } }],
    ]);
    const notice = { ...short, publishedAt: new Date(Date.now() - 10 * DAY_MS).toISOString() };
    const convened = await send(secretary, ['POST', '/meetings'], { ...meeting, notice });
    expect([convened.status, convened.body['state']]).toEqual([201, 'convened']);
    const id = String(convened.body['id']);

    const decision = { text: both('Келісілсін', 'Согласовать'), heard: both('Әкім', 'Аким') };
    const votes = { for: 5, against: 0, abstained: 0 };
    const item = ['PUT', `/meetings/${id}/items/1/decision`] as const;
    const four = { present: listed.slice(0, 4).map((one) => one.id) };
    const few = await send(secretary, ['PUT', `/meetings/${id}/attendance`], four);
    expect(few.body['quorum']).toMatchObject({ met: false, required: 5, present: 4, missing: 1 });
    expect((await send(secretary, item, { ...decision, votes })).status).toBe(422);

    const present = [
      chairSeat,
      ...listed.map((one) => one.id).filter((seat) => seat !== chairSeat),
    ];
    const five = { present: present.slice(0, 5), others: [{ name: 'Қонақ' }] };
    const enough = await send(secretary, ['PUT', `/meetings/${id}/attendance`], five);
    expect(enough.body['quorum']).toMatchObject({ met: true, present: 5, share: '1/2' });
    const many = await send(secretary, item, { ...decision, votes: { ...votes, for: 6 } });
    expect([many.status, many.body['faults']]).toMatchObject([
      422,
      [{ code: 'agenda-votes.more_than_present' }],
    ]);
    const budgetLine = { links: [{ kind: 'budgetLine', id: '1' }] };
    expect((await send(secretary, item, { ...decision, votes, ...budgetLine })).status).toBe(422);
    expect((await send(secretary, item, { ...decision, votes })).status).toBe(200);

    const made = await send(secretary, ['POST', `/meetings/${id}/minutes`]);
    expect([made.status, made.body['state']]).toEqual([201, 'to-sign']);
    const minutes = `/minutes/${String(made.body['id'])}`;
    expect((await send(null, ['GET', minutes])).status).toBe(404);
    expect((await send(secretary, ['POST', `${minutes}/signatures`])).status).toBe(409);
    expect((await send(akim, ['POST', `${minutes}/signatures`])).status).toBe(403);
    expect((await send(chair, ['POST', `${minutes}/signatures`])).status).toBe(201);
    const frozen = await send(secretary, ['POST', `${minutes}/signatures`]);
    expect([frozen.status, frozen.body['state']]).toEqual([201, 'signed']);
    expect((await send(secretary, item, { ...decision, votes })).status).toBe(409);
    expect((await send(secretary, ['POST', `${minutes}/revision`])).status).toBe(409);

    expect((await send(secretary, ['POST', `${minutes}/dispatch`])).status).toBe(200);
    expect((await send(secretary, ['POST', `${minutes}/publication`])).status).toBe(200);
    const erratum = {
      item: 1,
      was: both('а', 'а'),
      becomes: both('ә', 'б'),
      reason: both('қате', 'опечатка'),
    };
    expect((await send(secretary, ['POST', `${minutes}/errata`], erratum)).body).toEqual({
      number: 1,
    });
    const objection = { item: 1, kind: 'objection', reasons: both('Қаржы жоқ', 'Нет средств') };
    const answered = await send(akim, ['POST', `${minutes}/akim-answer`], { items: [objection] });
    expect(answered.body['decisions']).toMatchObject([
      { state: 'objected', next: { who: 'community' } },
    ]);
    const shown = await send(null, ['GET', minutes]);
    expect([shown.status, shown.body['digest']]).toEqual([200, frozen.body['digest']]);
  });
});
