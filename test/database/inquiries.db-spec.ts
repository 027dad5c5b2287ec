import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { type Answer, aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const QUESTION = {
  addressee: {
    kind: 'akim',
    territory: DEMO.qarasu,
    post: { kk: 'Қарасу ауылдық округінің әкімі', ru: 'Аким Карасуского сельского округа' },
  },
  language: 'kk',
  title: 'Ауыл суы',
  body: 'Су құбыры қашан жөнделеді?',
  competence: 'Жергілікті бюджеттің атқарылуы',
};

const ANSWER = {
  signatory: 'addressee',
  signedBy: 'Есенов Арман Талғатұлы',
  signedPost: 'Округ әкімі',
  language: 'kk',
  body: 'Жөндеу 1 мамырда басталады',
};

const COMMENT = { verdict: 'partly', language: 'kk', body: 'Мерзімі аталды, қаржысы аталмады' };

/** Everybody in office, by what they hold; `stranger` is not signed in. */
const PEOPLE = {
  stranger: null,
  resident: ['expert', DEMO.district],
  itsDeputy: ['deputy', DEMO.district],
  colleague: ['deputy', DEMO.district, 1],
  cityDeputy: ['deputy', DEMO.city],
  akim: ['akim', DEMO.qarasu],
  cityAkim: ['akim', DEMO.city],
  districtOfficer: ['officer', DEMO.district],
  cityOfficer: ['officer', DEMO.city],
  secretary: ['maslikhat-secretary', DEMO.district],
  citySecretary: ['maslikhat-secretary', DEMO.city],
  administrator: ['administrator', DEMO.oblast],
  auditor: ['auditor', DEMO.oblast],
  clerk: ['clerk', DEMO.city],
} as const;

type Who = keyof typeof PEOPLE;

describe('inquiries of deputies', () => {
  let portal: TestPortal;
  const callers = new Map<Who, Caller>();

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    for (const [who, held] of Object.entries(PEOPLE)) {
      const iin = held && holdersOf(held[0], held[1])[held[2] ?? 0]!.iin;
      const caller = iin ? await Caller.signedIn(portal, iin) : Caller.anybody(portal);
      callers.set(who as Who, caller);
    }
  });
  afterAll(() => portal.close());

  const as = (who: Who) => callers.get(who)!;

  async function file(changes: Record<string, unknown> = {}): Promise<Answer> {
    return as('itsDeputy').send('POST', '/inquiries', { body: { ...QUESTION, ...changes } });
  }

  const idOf = (answer: Answer) => String(answer.body['id']);
  const codesOf = (answer: Answer) => answer.body.faults!.map(({ code }) => code);

  const answer = (who: Who, id: string) =>
    as(who).send('POST', `/inquiries/${id}/answer`, { body: ANSWER });

  const comment = (who: Who, id: string) =>
    as(who).send('POST', `/inquiries/${id}/comments`, { body: COMMENT });

  it('are filed with a number and the last day for the answer, and are public', async () => {
    const filed = await file();
    expect(filed.status).toBe(201);
    expect(filed.body['number']).toMatch(/^\d{4}-0001$/);
    const seen = await as('stranger').send('GET', `/inquiries/${String(filed.body['number'])}`);
    expect(seen.body).toMatchObject({ state: 'open', title: 'Ауыл суы', answer: null });
  });

  it('are refused with all grounds at once', async () => {
    const addressee = { ...QUESTION.addressee, kind: 'minister', territory: DEMO.city };
    const answered = await file({ addressee, competence: '', concernsProsecution: true });
    expect([answered.status, codesOf(answered)]).toEqual([
      422,
      [
        'inquiry.addressee_unlisted',
        'inquiry.addressee_elsewhere',
        'inquiry.competence_missing',
        'inquiry.about_prosecution',
      ],
    ]);
  });

  it.each<[Who, number]>([
    ['stranger', 401],
    ['resident', 403],
    ['itsDeputy', 403],
    ['cityDeputy', 403],
    ['cityAkim', 403],
    ['districtOfficer', 403],
    ['cityOfficer', 403],
    ['secretary', 403],
    ['citySecretary', 403],
    ['administrator', 403],
    ['auditor', 403],
    ['clerk', 403],
    ['akim', 201],
  ])('to an akim are answered by nobody but him: %s gets %i', async (who, status) => {
    expect((await answer(who, idOf(await file()))).status).toBe(status);
  });

  it.each<[Who, number]>([
    ['districtOfficer', 403],
    ['akim', 403],
    ['citySecretary', 403],
    ['secretary', 201],
  ])('to a prosecutor are entered by the secretary: %s gets %i', async (who, status) => {
    const addressee = { ...QUESTION.addressee, kind: 'prosecutor', territory: DEMO.district };
    expect((await answer(who, idOf(await file({ addressee })))).status).toBe(status);
  });

  it.each<[Who, number]>([
    ['stranger', 401],
    ['resident', 403],
    ['colleague', 403],
    ['cityDeputy', 403],
    ['akim', 403],
    ['secretary', 403],
    ['administrator', 403],
    ['itsDeputy', 201],
  ])('are commented on by nobody but their deputy: %s gets %i', async (who, status) => {
    const id = idOf(await file());
    expect((await comment('itsDeputy', id)).status).toBe(409);
    await answer('akim', id);
    expect((await comment(who, id)).status).toBe(status);
  });

  it.each<Who>(['stranger', 'resident', 'akim', 'districtOfficer', 'secretary', 'administrator'])(
    'are filed by deputies alone, not by %s',
    async (who) => {
      const answered = await as(who).send('POST', '/inquiries', { body: QUESTION });
      expect([401, 403]).toContain(answered.status);
    },
  );

  it('are answered once, however many answer at once', async () => {
    const id = idOf(await file());
    const answers = await Promise.all(Array.from({ length: 6 }, () => answer('akim', id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('get numbers without gaps or doubles when many are filed at once', async () => {
    const filed = await Promise.all(Array.from({ length: 8 }, () => file()));
    const numbers = filed
      .map(({ body }) => Number(String(body['number']).slice(5)))
      .sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(8);
    expect(numbers.at(-1)! - numbers[0]!).toBe(7);
  });

  it('are shown as overdue from the day after the last one, and as late when answered then', async () => {
    const id = idOf(await file());
    await late(id, 'current_date - 1');
    expect((await as('stranger').send('GET', `/inquiries/${id}`)).body['state']).toBe('overdue');
    const list = await as('stranger').send('GET', '/inquiries?state=overdue');
    expect((list.body['items'] as { id: string }[]).map((each) => each.id)).toEqual([id]);
    await answer('akim', id);
    const seen = await as('stranger').send('GET', `/inquiries/${id}`);
    expect(seen.body['state']).toBe('answered-late');
  });

  it('end with the mandate: who is no deputy any more neither asks nor comments', async () => {
    const id = idOf(await file());
    await answer('akim', id);
    const query = `update mandates set held_until = held_from + 1, end_ground = 'resigned', end_act = '1'
      where id = (select mandate_id from inquiries where id = $1)`;
    await portal.dataSource.query(query, [id]);
    expect((await file()).status).toBe(403);
    expect((await comment('itsDeputy', id)).status).toBe(403);
  });

  it('never change: the database refuses', async () => {
    for (const table of ['inquiries', 'inquiry_answers', 'inquiry_comments'])
      await expect(portal.dataSource.query(`update ${table} set language = 'ru'`)).rejects.toThrow(
        'never changed',
      );
  });

  /** Moves the last day, which nobody may: the guard is lifted for the test. */
  async function late(id: string, day: string): Promise<void> {
    await portal.dataSource.query(`alter table inquiries disable trigger tr_inquiries_append_only`);
    await portal.dataSource.query(
      `update inquiries set filed_on = ${day} - 31, due_on = ${day} where id = $1`,
      [id],
    );
    await portal.dataSource.query(`alter table inquiries enable trigger tr_inquiries_append_only`);
  }
});
