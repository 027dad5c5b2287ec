import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { type Answer, aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

interface SeenMaslikhat {
  readonly convocation: { readonly id: string };
  readonly constituencies: readonly {
    readonly id: string;
    readonly number: number;
    readonly kind: string;
    readonly deputies: readonly { readonly id: string; readonly name: string }[];
    readonly vacant: readonly number[];
  }[];
  readonly commissions: readonly { readonly id: string }[];
}

/** Adults of the first city district who hold nothing yet. */
const FREE = DEMO_RESIDENTS.filter(({ territory }) => territory === DEMO.arna).slice(0, 8);

describe('the register of deputies', () => {
  let portal: TestPortal;
  let secretary: Caller;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    secretary = await Caller.signedIn(portal, holdersOf('maslikhat-secretary', DEMO.city)[0]!.iin);
  });
  afterAll(() => portal.close());

  const anybody = () => Caller.anybody(portal);

  async function city(): Promise<SeenMaslikhat> {
    const answer = await anybody().send('GET', `/maslikhats/${DEMO.city}`);
    return answer.body as unknown as SeenMaslikhat;
  }

  async function enter(changes: Record<string, unknown> = {}, by = secretary): Promise<Answer> {
    const { convocation, constituencies } = await city();
    const vacant = constituencies.find((each) => each.vacant.length > 0) ?? constituencies[3]!;
    const body = {
      constituency: vacant.id,
      seat: 1,
      iin: FREE[0]!.iin,
      from: '2026-10-01',
      ...changes,
    };
    return by.send('POST', `/convocations/${convocation.id}/mandates`, { body });
  }

  const codesOf = (answer: Answer) => answer.body.faults!.map(({ code }) => code);

  async function rolesOf(iin: string): Promise<string[]> {
    const answer = await Caller.anybody(portal).send('POST', '/sessions', {
      body: { provider: 'stand-in', iin },
    });
    const { person } = answer.body as { person: { roles: { role: string; territory: string }[] } };
    return person.roles.map(({ role, territory }) => `${role} ${territory}`);
  }

  it('shows every seat of the demo city, and which one is vacant', async () => {
    const { constituencies } = await city();
    const seats = constituencies.map(({ number, deputies, vacant }) => [
      number,
      deputies.length,
      vacant,
    ]);
    expect(seats).toEqual([
      [1, 1, []],
      [2, 1, []],
      [3, 1, []],
      [4, 0, [1]],
      [5, 1, []],
      [6, 1, []],
      [7, 3, []],
    ]);
  });

  it('refuses what the law does not allow, all grounds at once', async () => {
    const { constituencies } = await city();
    const listId = constituencies.find(({ kind }) => kind === 'party-list')!.id;
    const child = DEMO_RESIDENTS.find(({ bornOn }) => bornOn > '2010')!;
    const answer = await enter({
      constituency: listId,
      seat: 4,
      iin: child.iin,
      from: '2023-03-18',
    });
    expect(answer.status).toBe(422);
    expect(codesOf(answer)).toEqual([
      'mandate.seat_unknown',
      'mandate.outside_term',
      'mandate.under_age',
      'mandate.party_missing',
    ]);
  });

  it('lets only the secretary of this very maslikhat write', async () => {
    const others = [
      ...holdersOf('maslikhat-secretary', DEMO.district),
      ...holdersOf('administrator', DEMO.oblast),
      ...holdersOf('officer', DEMO.city).slice(0, 1),
      ...holdersOf('deputy', DEMO.city).slice(0, 1),
    ];
    for (const { iin } of others)
      expect((await enter({}, await Caller.signedIn(portal, iin))).status).toBe(403);
    expect((await enter({}, anybody())).status).toBe(401);
  });

  it('seats one of ten people who are entered for one seat at once', async () => {
    const people = FREE.slice(0, 6);
    const answers = await Promise.all(people.map(({ iin }) => enter({ iin })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    const seated = people[answers.findIndex(({ status }) => status === 201)]!;
    expect(await rolesOf(seated.iin)).toContain(`deputy ${DEMO.city}`);
  });

  it('frees the seat, and takes the role, from the day after the last one', async () => {
    const [deputy] = (await city()).constituencies[3]!.deputies;
    const body = { until: '2026-11-01', ground: 'resigned', act: '№ 40/2-VIII' };
    const path = `/deputies/${deputy!.id}/end`;
    expect((await secretary.send('POST', path, { body: { ...body, act: '' } })).status).toBe(422);
    expect((await secretary.send('POST', path, { body })).status).toBe(201);
    expect((await city()).constituencies[3]!.vacant).toEqual([1]);
    for (const { iin } of FREE.slice(0, 6))
      expect(await rolesOf(iin)).not.toContain(`deputy ${DEMO.city}`);
    const early = await enter({ iin: FREE[6]!.iin, from: '2026-11-01' });
    expect([early.status, (early.body as { code: string }).code]).toEqual([
      409,
      'mandate.seat_taken',
    ]);
    expect((await enter({ iin: FREE[6]!.iin, from: '2026-11-02' })).status).toBe(201);
  });

  it('seats nobody twice in one convocation', async () => {
    const { constituencies, convocation } = await city();
    const [first] = holdersOf('deputy', DEMO.city);
    const listId = constituencies.find(({ kind }) => kind === 'party-list')!.id;
    await portal.dataSource.query(`update constituencies set seats = 4 where id = $1`, [listId]);
    const party = { kk: 'Партия', ru: 'Партия' };
    const body = { constituency: listId, seat: 4, iin: first!.iin, from: '2026-01-01', party };
    const path = `/convocations/${convocation.id}/mandates`;
    const answer = await secretary.send('POST', path, { body });
    expect((answer.body as { code: string }).code).toBe('mandate.deputy_already');
  });

  it('counts requests for a recall of whom voters elected by name, of nobody else', async () => {
    const { constituencies } = await city();
    const [single] = constituencies[0]!.deputies;
    const [listed] = constituencies.at(-1)!.deputies;
    const body = { number: '7/2026', on: '2026-10-10' };
    const ask = (id: string) => secretary.send('POST', `/deputies/${id}/recall-requests`, { body });
    expect((await ask(single!.id)).body).toMatchObject({ recallRequests: 1 });
    expect((await ask(single!.id)).status).toBe(409);
    expect(codesOf(await ask(listed!.id))).toEqual(['mandate.recall_of_party_list']);
    const seen = await anybody().send('GET', `/deputies/${listed!.id}`);
    expect(seen.body).toMatchObject({ recallRequests: null });
  });

  it('takes one report a year', async () => {
    const [deputy] = (await city()).constituencies[5]!.deputies;
    const path = `/deputies/${deputy!.id}/reports`;
    const body = { year: 2024, on: '2025-02-10', place: { kk: 'Мектеп', ru: 'Школа' } };
    expect((await secretary.send('POST', path, { body })).status).toBe(201);
    expect((await secretary.send('POST', path, { body })).status).toBe(409);
    const wrong = { ...body, year: 2022, on: '2021-01-01', link: 'javascript:alert(1)' };
    expect(codesOf(await secretary.send('POST', path, { body: wrong }))).toEqual([
      'deputy_report.year_outside',
      'deputy_report.day_impossible',
      'form.not_a_link',
    ]);
  });

  it('lets a deputy change the own reception, nobody else’s', async () => {
    const [own] = holdersOf('deputy', DEMO.city);
    const deputy = await Caller.signedIn(portal, own!.iin);
    const seats = (await city()).constituencies;
    const send = (id: string) =>
      deputy.send('PATCH', `/deputies/${id}`, {
        body: { phone: '+7 700 000 09 09' },
        headers: { 'if-match': '"1"' },
      });
    expect((await send(seats[0]!.deputies[0]!.id)).body).toMatchObject({
      phone: '+7 700 000 09 09',
    });
    expect((await send(seats[0]!.deputies[0]!.id)).status).toBe(412);
    expect((await send(seats[1]!.deputies[0]!.id)).status).toBe(403);
    expect((await send(v7())).status).toBe(404);
  });

  it('leaves an entry for every act in the audit trail', async () => {
    const rows: { act: string }[] = await portal.dataSource.query(
      `select distinct act from audit_entries where act like 'maslikhat.%' order by act`,
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'maslikhat.mandate_ended',
      'maslikhat.mandate_entered',
      'maslikhat.recall_registered',
      'maslikhat.reception_changed',
      'maslikhat.report_recorded',
    ]);
  });

  it('opens a convocation once', async () => {
    const body = {
      territory: DEMO.city,
      number: 'IX',
      from: '2028-03-19',
      until: '2033-03-18',
      constituencies: [
        {
          number: 1,
          kind: 'party-list',
          name: { kk: 'Қала', ru: 'Город' },
          seats: 30,
          territories: [{ territory: DEMO.city }],
        },
      ],
      commissions: [{ kk: 'Бюджет', ru: 'Бюджет' }],
    };
    const send = (changes: object) =>
      secretary.send('POST', '/convocations', { body: { ...body, ...changes } });
    expect((await send({ from: '2028-03-18' })).status).toBe(422);
    expect((await send({ from: '2028-03-18', until: '2033-03-17' })).status).toBe(409);
    expect((await send({})).status).toBe(201);
    expect((await send({})).status).toBe(409);
    const many = [{ ...body.constituencies[0], seats: 31 }];
    expect(codesOf(await send({ number: 'X', constituencies: many }))).toEqual([
      'convocation.too_many_seats',
    ]);
    const away = await send({ territory: DEMO.arna });
    expect(away.status).toBe(403);
    const somewhere = [
      { ...body.constituencies[0], territories: [] },
      {
        ...body.constituencies[0],
        number: 2,
        name: { kk: 'Қала', ru: '' },
        territories: [
          { territory: DEMO.district },
          { territory: '123456789' },
          { territory: DEMO.city, part: { kk: 'Абай көшесі', ru: '' } },
        ],
      },
    ];
    expect(codesOf(await send({ number: 'XI', constituencies: somewhere }))).toEqual([
      'convocation.constituency_unnamed',
      'convocation.too_many_seats',
      'convocation.units_missing',
      'convocation.unit_outside',
      'convocation.unit_unknown',
      'convocation.part_untranslated',
    ]);
  });
});
