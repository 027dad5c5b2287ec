import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LapseUncorrectedProposals } from '#features/participation/proposals/lapse-uncorrected-proposals.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aCompleteProposal,
  anIntake,
  aProposingTown,
  ELSEWHERE,
  PLACE,
  somebody,
  type Somebody,
} from '#test/support/builders/proposing-town.js';

interface Body {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly contact?: string;
  readonly code?: string;
  readonly faults?: { readonly code: string; readonly field?: string }[];
  readonly items?: { readonly id: string; readonly title: string; readonly ballotNumber: number }[];
}

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body;
}

jest.setTimeout(60_000);

describe('proposals', () => {
  let portal: TestPortal;
  let asel: Somebody;
  let officer: Somebody;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aProposingTown(portal.dataSource);
    asel = await somebody(portal.dataSource);
    officer = await somebody(portal.dataSource, { role: 'officer' });
  });
  afterAll(() => portal.close());

  async function call(
    method: string,
    path: string,
    who: Somebody | null,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        ...(who ? { cookie: who.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: (text === '' ? {} : JSON.parse(text)) as Body,
    };
  }

  const draft = (who: Somebody, round: string, wish = {}) =>
    call('POST', `/rounds/${round}/proposals`, who, { body: aCompleteProposal(wish) });

  const submit = (who: Somebody, id: string) => call('POST', `/proposals/${id}/submission`, who);

  async function submitted(who: Somebody, round: string, wish = {}): Promise<Body> {
    const { body } = await draft(who, round, wish);
    const answer = await submit(who, body.id);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  /** What the review does, for tests of what comes after it. */
  async function admit(id: string, ballotNumber: number): Promise<void> {
    await portal.dataSource.query(
      `update proposals set state = 'admitted', ballot_number = $2 where id = $1`,
      [id, ballotNumber],
    );
  }

  const codesOf = ({ body }: Answer) => body.faults?.map(({ code }) => code) ?? [body.code];

  describe('a draft', () => {
    it('is seen by its author and the officers of the place, to others it is not there', async () => {
      const round = await anIntake(portal.dataSource);
      const { body } = await draft(asel, round);
      const stranger = await somebody(portal.dataSource);
      const foreign = await somebody(portal.dataSource, { territory: ELSEWHERE });
      const path = `/proposals/${body.id}`;
      expect(await call('GET', path, asel)).toMatchObject({
        status: 200,
        etag: '"1"',
        body: { contact: '+7 701 000 00 00', state: 'draft', number: null },
      });
      expect((await call('GET', path, officer)).status).toBe(200);
      for (const other of [stranger, foreign, null]) {
        const answer = await call('GET', path, other);
        expect(answer).toMatchObject({ status: 404, body: { code: 'proposal.not_found' } });
        expect((await call('PATCH', path, other, { body: { title: 'x' } })).status).toBe(
          other ? 428 : 401,
        );
      }
      const ifMatch = { body: { title: 'x' }, headers: { 'if-match': '"1"' } };
      expect((await call('PATCH', path, stranger, ifMatch)).status).toBe(404);
      expect((await submit(stranger, body.id)).status).toBe(404);
    });

    it('takes only its own fields and only from the version that was seen', async () => {
      const round = await anIntake(portal.dataSource);
      const { body, etag } = await draft(asel, round);
      const path = `/proposals/${body.id}`;
      const edit = {
        body: { title: 'Жаңа атау', state: 'admitted', authorId: officer.id, ballotNumber: 1 },
        headers: { 'if-match': etag! },
      };
      const edited = await call('PATCH', path, asel, edit);
      expect(edited).toMatchObject({ status: 200, etag: '"2"' });
      expect(edited.body).toMatchObject({ title: 'Жаңа атау', state: 'draft', ballotNumber: null });
      expect(await call('PATCH', path, asel, edit)).toMatchObject({
        status: 412,
        body: { code: 'platform.stale', version: 2 },
      });
      expect((await call('PATCH', path, asel, { body: { title: 'x' } })).status).toBe(428);
    });

    it('of two simultaneous edits keeps one and tells the other', async () => {
      const round = await anIntake(portal.dataSource);
      const { body, etag } = await draft(asel, round);
      const edits = ['бір', 'екі'].map((title) =>
        call('PATCH', `/proposals/${body.id}`, asel, {
          body: { title },
          headers: { 'if-match': etag! },
        }),
      );
      const statuses = (await Promise.all(edits)).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 412]);
    });

    it('refuses at once every field that cannot be right', async () => {
      const round = await anIntake(portal.dataSource, { capTenge: 1_000_000 });
      const answer = await draft(asel, round, {
        title: 'а'.repeat(121),
        category: 'palaces',
        territory: ELSEWHERE,
        coordinates: { latitude: 91, longitude: 0 },
        cost: { amount: '1000000.01', currency: 'KZT' },
      });
      expect(answer.status).toBe(422);
      expect(codesOf(answer)).toEqual([
        'proposal.text_too_long',
        'proposal.category_unknown',
        'proposal.place_outside_round',
        'proposal.coordinates_impossible',
        'proposal.cost_over_cap',
      ]);
    });

    it('may be empty, but its submission names everything that is missing', async () => {
      const round = await anIntake(portal.dataSource);
      const { body } = await call('POST', `/rounds/${round}/proposals`, asel, { body: {} });
      const answer = await submit(asel, body.id);
      expect(answer).toMatchObject({ status: 422, body: { code: 'proposal.incomplete' } });
      expect(answer.body.faults?.map(({ field }) => field)).toEqual([
        'title',
        'category',
        'territory',
        'address',
        'problem',
        'idea',
        'cost',
      ]);
    });

    it('is limited per person, also when all are begun at the same moment', async () => {
      const round = await anIntake(portal.dataSource);
      const eager = await somebody(portal.dataSource);
      const answers = await Promise.all(Array.from({ length: 12 }, () => draft(eager, round)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
      const refused = answers.filter(({ status }) => status !== 201);
      expect(new Set(refused.map(({ body }) => body.code))).toEqual(
        new Set(['proposal.too_many_drafts']),
      );
    });

    it('withdrawn is gone without a trace', async () => {
      const round = await anIntake(portal.dataSource);
      const { body } = await draft(asel, round);
      const withdrawal = await call('POST', `/proposals/${body.id}/withdrawal`, asel, { body: {} });
      expect(withdrawal.status).toBe(201);
      expect((await call('GET', `/proposals/${body.id}`, asel)).status).toBe(404);
    });
  });

  describe('the intake', () => {
    it.each([
      ['not open yet', { from: '1 hour', until: '2 hours' }, 'proposal.intake_not_open'],
      ['closed', { from: '-2 hours', until: '-1 second' }, 'proposal.intake_closed'],
    ])('%s takes nothing in', async (_name, window, code) => {
      const round = await anIntake(portal.dataSource, window);
      expect(await draft(asel, round)).toMatchObject({ status: 422, body: { code } });
    });

    it('closes for drafts begun before by the clock of the database', async () => {
      const round = await anIntake(portal.dataSource);
      const { body, etag } = await draft(asel, round);
      await portal.dataSource.query(
        `update rounds set intake_until = clock_timestamp() where id = $1`,
        [round],
      );
      const code = 'proposal.intake_closed';
      expect(await submit(asel, body.id)).toMatchObject({ status: 422, body: { code } });
      const edit = { body: { title: 'x' }, headers: { 'if-match': etag! } };
      expect(await call('PATCH', `/proposals/${body.id}`, asel, edit)).toMatchObject({
        status: 422,
        body: { code },
      });
    });

    it('is for residents of the territory', async () => {
      const round = await anIntake(portal.dataSource);
      const foreign = await somebody(portal.dataSource, { territory: ELSEWHERE });
      const answer = await draft(foreign, round);
      expect(answer.status).toBe(422);
      expect(codesOf(answer)).toEqual(['proposal.author_from_elsewhere']);
    });

    it('of an unknown round is not there', async () => {
      for (const id of ['nonsense', '0197f3a2-7c11-7000-8000-000000000000'])
        expect((await draft(asel, id)).status).toBe(404);
    });
  });

  describe('a submission', () => {
    it('gives each of many at the same moment its own number, without gaps', async () => {
      const round = await anIntake(portal.dataSource, { year: 2031 });
      const people = await Promise.all(
        Array.from({ length: 24 }, () => somebody(portal.dataSource)),
      );
      const drafts = await Promise.all(people.map((person) => draft(person, round)));
      const answers = await Promise.all(
        drafts.map(({ body }, place) => submit(people[place]!, body.id)),
      );
      const numbers = answers.map(({ body }) => body.number).toSorted();
      const wanted = Array.from({ length: 24 }, (_, n) => `2031-${String(n + 1).padStart(4, '0')}`);
      expect(numbers).toEqual(wanted);
    });

    it('happens once, however often it is sent', async () => {
      const round = await anIntake(portal.dataSource);
      const { body } = await draft(asel, round);
      const answers = await Promise.all(Array.from({ length: 8 }, () => submit(asel, body.id)));
      const statuses = answers.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
      const versions = await call('GET', `/projects/${body.id}/versions`, null);
      expect(versions.body.items).toHaveLength(1);
    });

    it('is limited per author and round', async () => {
      const round = await anIntake(portal.dataSource);
      const eager = await somebody(portal.dataSource);
      for (let count = 0; count < 3; count += 1) await submitted(eager, round);
      const { body } = await draft(eager, round);
      const answer = await submit(eager, body.id);
      expect(answer.status).toBe(422);
      expect(codesOf(answer)).toEqual(['proposal.too_many_submitted']);
    });

    it('freezes the text for its author and shows it to everybody without contact', async () => {
      const round = await anIntake(portal.dataSource);
      const { id, version, number } = await submitted(asel, round, {
        coauthors: ['Ерлан Төлегенов'],
      });
      const edit = { body: { title: 'x' }, headers: { 'if-match': `"${version}"` } };
      expect(await call('PATCH', `/proposals/${id}`, asel, edit)).toMatchObject({
        status: 409,
        body: { code: 'proposal.not_editable' },
      });
      const seen = await call('GET', `/projects/${number}`, null);
      expect(seen).toMatchObject({
        status: 200,
        body: { id, author: 'Әсел О.', coauthorCount: 1 },
      });
      expect(JSON.stringify(seen.body)).not.toMatch(/701 000|Төлегенов|Оспанова/);
      const versions = await call('GET', `/projects/${id}/versions`, null);
      expect(JSON.stringify(versions.body)).not.toMatch(/701 000|Төлегенов/);
    });

    it('of what was returned keeps the number, adds a version and minds the deadline', async () => {
      const round = await anIntake(portal.dataSource);
      const { id, number } = await submitted(asel, round);
      await portal.dataSource.query(
        `update proposals set state = 'returned', correct_by = current_date + 3 where id = $1`,
        [id],
      );
      await portal.dataSource.query(
        `update rounds set intake_until = clock_timestamp() where id = $1`,
        [round],
      );
      const { etag } = await call('GET', `/proposals/${id}`, asel);
      const edit = { body: { idea: 'Түзетілген идея' }, headers: { 'if-match': etag! } };
      expect((await call('PATCH', `/proposals/${id}`, asel, edit)).status).toBe(200);
      expect(await submit(asel, id)).toMatchObject({ status: 201, body: { number, versions: 2 } });
      await portal.dataSource.query(
        `update proposals set state = 'returned', correct_by = current_date - 2 where id = $1`,
        [id],
      );
      expect(await submit(asel, id)).toMatchObject({
        status: 422,
        body: { code: 'proposal.correction_too_late' },
      });
    });
  });

  it('lapses on the day after the last day for corrections, once', async () => {
    const lapsing = portal.app.get(LapseUncorrectedProposals, { strict: false });
    await lapsing.run(); // what other tests have left behind
    const round = await anIntake(portal.dataSource);
    const author = await somebody(portal.dataSource);
    const late = await submitted(author, round);
    const inTime = await submitted(author, round);
    const deadlines = [
      [late.id, 1],
      [inTime.id, 0],
    ];
    for (const [id, days] of deadlines)
      await portal.dataSource.query(
        `update proposals set state = 'returned',
           correct_by = (clock_timestamp() at time zone 'Asia/Almaty')::date - $2::int
         where id = $1`,
        [id, days],
      );
    expect(await lapsing.run()).toBe(1);
    expect(await lapsing.run()).toBe(0);
    expect((await call('GET', `/projects/${late.id}`, null)).body.state).toBe('lapsed');
    expect((await call('GET', `/projects/${inTime.id}`, null)).body.state).toBe('returned');
  });

  describe('a withdrawal', () => {
    it('from the ballot makes the printed one out of date, and the text stays readable', async () => {
      const round = await anIntake(portal.dataSource);
      const { id } = await submitted(asel, round);
      const paperVersion = async () => {
        const [row] = (await portal.dataSource.query(
          `select paper_version as version from rounds where id = $1`,
          [round],
        )) as [{ version: number }];
        return row.version;
      };
      const before = await paperVersion();
      await admit(id, 1);
      const stranger = await somebody(portal.dataSource);
      const path = `/proposals/${id}/withdrawal`;
      expect((await call('POST', path, stranger, { body: {} })).status).toBe(404);
      expect((await call('POST', path, asel, { body: { reason: 'Жер жеке' } })).status).toBe(201);
      expect(await paperVersion()).toBe(before + 1);
      expect((await call('POST', path, asel, { body: {} })).status).toBe(409);
      const { body } = await call('GET', `/rounds/${round}/projects`, null);
      expect(body.items).toEqual([]);
      expect((await call('GET', `/projects/${id}`, null)).body.state).toBe('withdrawn');
    });

    it('comes too late once the round is closed', async () => {
      const round = await anIntake(portal.dataSource);
      const { id } = await submitted(asel, round);
      await admit(id, 1);
      await portal.dataSource.query(
        `update rounds set closed_at = clock_timestamp() where id = $1`,
        [round],
      );
      expect(await call('POST', `/proposals/${id}/withdrawal`, asel, { body: {} })).toMatchObject({
        status: 422,
        body: { code: 'proposal.round_closed' },
      });
    });
  });

  describe('the list of projects', () => {
    const TITLES = [
      'Көктөбе саябағы',
      'Қайрат спорт алаңы',
      'Ұлттық ою орындықтар',
      'Әйтеке би арықтары',
    ];
    let round: string;

    beforeAll(async () => {
      round = await anIntake(portal.dataSource);
      for (const [place, title] of TITLES.entries()) {
        const author = await somebody(portal.dataSource);
        const cost = { amount: String((place + 1) * 1_000_000) };
        const { id } = await submitted(author, round, { title, cost, address: `Үй ${place}` });
        await admit(id, place + 1);
      }
      await submitted(await somebody(portal.dataSource), round, { title: 'Әлі қаралмаған' });
    });

    const titlesOf = ({ body }: Answer) => body.items!.map(({ title }) => title);
    const list = (query = '') => call('GET', `/rounds/${round}/projects${query}`, null);

    it('holds what was admitted, by number, and no counts', async () => {
      const answer = await list();
      expect(titlesOf(answer)).toEqual(TITLES);
      expect(JSON.stringify(answer.body)).not.toMatch(/votes|ballots|count/i);
    });

    it('repeats a random sequence by its seed, part by part, even after a withdrawal', async () => {
      const once = titlesOf(await list('?order=random&seed=4821'));
      expect(titlesOf(await list('?order=random&seed=4821'))).toEqual(once);
      const others = await Promise.all(
        [1, 2, 3, 4, 5].map(async (seed) => titlesOf(await list(`?order=random&seed=${seed}`))),
      );
      expect(others.some((other) => other.join() !== once.join())).toBe(true);
      const first = await list('?order=random&seed=4821&limit=3');
      const next = (first.body as unknown as { next: string }).next;
      const rest = await list(`?order=random&seed=4821&limit=3&after=${next}`);
      expect([...titlesOf(first), ...titlesOf(rest)]).toEqual(once);
    });

    it.each([
      ['саябак', [TITLES[0]]],
      ['коктобе саябаги', [TITLES[0]]],
      ['kaırat', [TITLES[1]]],
      ['Qairat sport', [TITLES[1]]],
      ['улттык', [TITLES[2]]],
      ['АЙТЕКЕ', [TITLES[3]]],
      ['айтике би', [TITLES[3]]],
      ['мұндай жоба жоқ', []],
      ["%'; drop table proposals; --", []],
    ])('finds %s', async (q, found) => {
      expect(titlesOf(await list(`?q=${encodeURIComponent(q)}`))).toEqual(found);
    });

    it('is a table in which no cell becomes a formula', async () => {
      const author = await somebody(portal.dataSource);
      const other = await anIntake(portal.dataSource);
      const { id } = await submitted(author, other, { title: '=HYPERLINK("http://x";"y")' });
      await admit(id, 1);
      const answer = await fetch(`${portal.url}/api/v1/rounds/${other}/projects.csv?kind=sheet`);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const text = await answer.text();
      expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
      expect(text.split('\r\n')).toHaveLength(3);
    });

    it('is narrowed by cost, category and pot', async () => {
      expect(titlesOf(await list('?maxCost=2000000'))).toEqual(TITLES.slice(0, 2));
      expect(titlesOf(await list('?category=greening'))).toEqual([]);
      expect(titlesOf(await list(`?territory=${PLACE}`))).toEqual(TITLES);
      expect((await list('?order=votes')).status).toBe(400);
      expect((await list('?seed=-1')).status).toBe(400);
    });
  });
});
