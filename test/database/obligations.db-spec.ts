import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import type { Duty } from '#features/budget/obligations/obligation-row.js';
import { ObligationRepository } from '#features/budget/obligations/obligation.repository.js';
import { WarnOfDuties } from '#features/budget/obligations/warn-of-duties.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const INQUIRY = {
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

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly owner: { readonly post: string };
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly daysLate: number;
}

describe('duties', () => {
  let portal: TestPortal;
  let today: string;
  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());

  const noting = () => portal.app.get(NoteDuties, { strict: false }).run();

  async function listed(query: string): Promise<Listed[]> {
    const answer = await Caller.anybody(portal).send('GET', `/obligations?${query}`);
    expect(answer.status).toBe(200);
    return answer.body['items'] as Listed[];
  }

  async function write(changes: Partial<Duty>): Promise<void> {
    const duty: Duty = {
      kind: 'quarterly-report',
      post: 'officer',
      territory: DEMO.city,
      objectKind: 'round',
      objectId: 'r1',
      part: '2026-07-01',
      eventOn: addDays(today, -40),
      dueOn: addDays(today, -10),
      metOn: null,
      ...changes,
    };
    const unitOfWork = portal.app.get(UnitOfWork, { strict: false });
    await unitOfWork.run((tx) => tx.of(ObligationRepository).note([duty]));
  }

  it('follow an inquiry from its filing to its answer, and are noted once', async () => {
    const deputy = await Caller.signedIn(portal, holdersOf('deputy', DEMO.district)[0]!.iin);
    const filed = await deputy.send('POST', '/inquiries', { body: INQUIRY });
    expect(await noting()).toBeGreaterThan(0);
    expect(await noting()).toBe(0);
    const [duty] = await listed(`territory=${DEMO.qarasu}&kind=inquiry-answer`);
    expect(duty).toMatchObject({
      state: 'open',
      owner: { post: 'akim' },
      dueOn: filed.body['dueOn'],
    });

    const akim = await Caller.signedIn(portal, holdersOf('akim', DEMO.qarasu)[0]!.iin);
    const path = `/inquiries/${String(filed.body['id'])}/answer`;
    const answer = {
      signatory: 'addressee',
      signedBy: 'Есенов Арман',
      signedPost: 'Округ әкімі',
      language: 'kk',
      body: '1 мамырда',
    };
    await akim.send('POST', path, { body: answer });
    await noting();
    const [met] = await listed(`territory=${DEMO.qarasu}&kind=inquiry-answer&state=met`);
    expect(met).toMatchObject({ id: duty!.id, metOn: today, daysLate: 0 });
  });

  it.each([
    ['overdue', { dueOn: -1, metOn: null }, 1],
    ['open', { dueOn: 0, metOn: null }, 0],
    ['met', { dueOn: -1, metOn: -1 }, 0],
    ['late', { dueOn: -2, metOn: -1 }, 1],
  ] as const)('are shown as %s', async (state, { dueOn, metOn }, daysLate) => {
    await write({
      objectId: state,
      dueOn: addDays(today, dueOn),
      metOn: metOn === null ? null : addDays(today, metOn),
    });
    const found = await listed(`territory=${DEMO.city}&state=${state}&limit=200`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ state, daysLate, kind: 'quarterly-report' });
  });

  it('are measured by body, what is still open in no share', async () => {
    const path = `/obligations/figures?territory=${DEMO.city}`;
    const { body } = await Caller.anybody(portal).send('GET', path);
    expect(body['items']).toMatchObject([
      { owner: { post: 'officer' }, total: 4, inTime: '1/3', byState: { overdue: 1, open: 1 } },
    ]);
  });

  it('are listed part by part without a gap', async () => {
    const whole = (await listed('limit=200')).map(({ id }) => id);
    const parts: string[] = [];
    let after = '';
    do {
      const { body } = await Caller.anybody(portal).send('GET', `/obligations?limit=2${after}`);
      parts.push(...(body['items'] as Listed[]).map(({ id }) => id));
      after = body['next'] === null ? '' : `&after=${body['next'] as string}`;
    } while (after !== '');
    expect(parts).toEqual(whole);
  });

  it('warn their owners once', async () => {
    const warning = portal.app.get(WarnOfDuties, { strict: false });
    await write({ objectId: 'far', dueOn: addDays(today, 8) });
    await write({ objectId: 'near', dueOn: addDays(today, 7) });
    expect(await warning.run()).toBe(3);
    expect(await warning.run()).toBe(0);
    await write({ objectId: 'far', dueOn: addDays(today, 7) });
    expect(await warning.run()).toBe(1);
  });

  it('wait in the inbox of whoever holds the post', async () => {
    const officer = holdersOf('officer', DEMO.city)[0]!;
    const pageOf = async (iin: string) => {
      const caller = await Caller.signedIn(portal, iin);
      const headers = { cookie: caller.cookieHeader };
      return fetch(`${portal.url}/ru/duties`, { headers }).then((answer) => answer.text());
    };
    expect(await pageOf(officer.iin)).toContain('Квартальный отчёт');
    expect(await pageOf(holdersOf('akim', DEMO.qarasu)[0]!.iin)).toContain('ничего не ждёт');
  });

  it.each(['state=nothing', 'kind=nothing', 'territory=1', 'limit=0'])(
    'refuse %s',
    async (query) => {
      const answer = await Caller.anybody(portal).send('GET', `/obligations?${query}`);
      expect(answer.status).toBe(400);
    },
  );
});
