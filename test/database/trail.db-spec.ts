import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { DiscrepancyReader } from '#features/budget/discrepancies/discrepancy.reader.js';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import {
  aLine,
  anOpenSession,
  aSubmittedBudget,
  type BudgetPeople,
  codesOf,
  theBudgetPeople,
  votesOf,
} from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { aLoosePhoto } from '#test/support/builders/winner.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

interface Step {
  readonly kind: string;
  readonly state: string;
}

describe('the trail of a project', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());

  const won = (number: string, daysAgo = 400) =>
    aWonProject(portal, { territory: DEMO.district, number, daysAgo });

  const send = (who: Caller, path: string, body: unknown) => who.send('POST', path, { body });

  async function stepsOf(number: string): Promise<string[]> {
    const { status, body } = await people.officer.send('GET', `/projects/${number}/trail`);
    expect(status).toBe(200);
    return (body['steps'] as Step[]).map(({ kind, state }) => `${kind}: ${state}`);
  }

  async function kindsOf(number: string): Promise<string[]> {
    const { body } = await people.officer.send('GET', `/discrepancies?territory=${DEMO.district}`);
    const items = body['items'] as { kind: string; object: { id: string } }[];
    return items.filter(({ object }) => object.id === number).map(({ kind }) => kind);
  }

  async function aPhotoOfTheBuilder(): Promise<string> {
    const [builder] = await portal.dataSource.query(
      `select by_person as id from works_contracts limit 1`,
    );
    return aLoosePhoto(portal.dataSource, builder);
  }

  const contract = (sum: string) => ({
    contract: {
      number: '12-К',
      supplierBin: '990340000004',
      supplierName: 'ЖШС «Абат»',
      sum: { amount: sum },
      signedOn: addDays(today, -20),
      finishBy: addDays(today, 10),
      procurementUrl: 'https://goszakup.gov.kz/1',
    },
  });

  const progress = (percent: number, paid: string, changes: Record<string, unknown> = {}) => ({
    on: today,
    percent,
    paid: { amount: paid },
    ...changes,
  });

  it('goes from the draft through every body to the warranty', async () => {
    const { id } = await won('2025-0001');
    const line = aLine('500', { origin: { kind: 'project', id: '2025-0001' } });
    const budget = await aSubmittedBudget(people, Number(today.slice(0, 4)), [line]);
    const session = await anOpenSession(portal, people, { today });
    await send(people.secretary, `/budgets/${budget}/adoption`, {
      session,
      number: '17/1-VIII',
      text: BOTH,
      votes: votesOf(people.deputies, people.deputies.length),
    });
    const path = `/projects/${id}`;
    const { officer } = people;
    expect(codesOf(await send(officer, `${path}/milestones`, contract('501')))).toEqual([
      'contract.invalid',
      'contract.above_line',
    ]);
    await send(officer, `${path}/milestones`, contract('500'));
    expect(codesOf(await send(officer, `${path}/milestones`, contract('500')))).toEqual([
      'works.act_not_possible',
    ]);
    const late = progress(40, '200', { finishBy: addDays(today, 24) });
    expect(codesOf(await send(officer, `${path}/milestones`, late))).toEqual([
      'milestone.invalid',
      'milestone.delay_unexplained',
    ]);
    await send(officer, `${path}/milestones`, { ...late, delayReason: 'weather' });
    await send(officer, `${path}/milestones`, progress(100, '500'));
    await send(officer, `${path}/acceptance`, {
      actNumber: '3',
      acceptedOn: today,
      warrantyMonths: 24,
      enclosures: [await aPhotoOfTheBuilder()],
    });
    const resident = await Caller.signedIn(portal, holdersOf('expert', DEMO.district)[0]!.iin);
    const said = await send(resident, `${path}/reports`, { verdict: 'built' });
    expect(said.body).toMatchObject({ reports: [{ verdict: 'built' }] });
    const { body } = await people.officer.send('GET', `${path}/trail`);
    expect(body).toMatchObject({ residents: { built: 1, notSo: 0 }, fate: null });
    expect(codesOf(await send(resident, `${path}/reports`, { verdict: 'not-so' }))).toEqual([
      'resident-report.invalid',
      'resident-report.text_missing',
      'resident-report.photo_missing',
    ]);
    expect(await stepsOf('2025-0001')).toEqual([
      'proposed: done',
      'admitted: missing',
      'voted: done',
      'chosen: done',
      'requested: done',
      'adopted: done',
      'contracted: done',
      'building: done',
      'accepted: done',
      'warranty: done',
    ]);
    expect(await kindsOf('2025-0001')).toEqual([]);
  });

  it('listens to residents of the place alone', async () => {
    const stranger = await Caller.signedIn(portal, holdersOf('expert', DEMO.city)[0]!.iin);
    const told = await send(stranger, '/projects/2025-0001/reports', { verdict: 'built' });
    expect([told.status, told.body['code']]).toEqual([403, 'resident-report.not_from_here']);
  });

  it('shows money without a decision, and paid above the contract', async () => {
    await won('2025-0002');
    await send(people.officer, '/projects/2025-0002/milestones', contract('300'));
    await send(people.officer, '/projects/2025-0002/milestones', progress(50, '300.01'));
    expect(await stepsOf('2025-0002')).toContain('adopted: missing');
    expect((await kindsOf('2025-0002')).toSorted()).toEqual([
      'line-without-decision',
      'paid-above-contract',
      'winner-without-line',
    ]);
  });

  it('tells a missing report of a quarter, and one that came late', async () => {
    const { roundId } = await won('2025-0003', 200);
    await portal.app.get(NoteDuties, { strict: false }).run();
    const overdue = async () => {
      const { body } = await people.officer.send('GET', '/discrepancies?kind=report-overdue');
      const items = body['items'] as { id: string; sentence: { ru: string } }[];
      return items
        .filter(({ id }) => id.includes(roundId))
        .map(
          ({ id, sentence }) => [id.split('.').at(-1)!, /опозданием/.test(sentence.ru)] as const,
        );
    };
    const [[quarter], ...others] = (await overdue()) as [readonly [string, boolean]];
    const report = { quarter, text: BOTH };
    const path = `/rounds/${roundId}/reports`;
    expect((await send(people.officer, path, report)).status).toBe(201);
    expect((await send(people.officer, path, report)).status).toBe(409);
    await portal.app.get(NoteDuties, { strict: false }).run();
    expect(await overdue()).toEqual([[quarter, true], ...others]);
  });

  it('takes as many statements however much there is', async () => {
    const counted = async (ask: () => Promise<unknown>) => {
      const dataSource = portal.app.get(DataSource);
      const spy = jest.spyOn(dataSource, 'query');
      await ask();
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    const { id } = await won('2025-0004');
    const trails = portal.app.get(TrailReader, { strict: false });
    expect(await counted(() => trails.get(id))).toBe(1);
    const discrepancies = portal.app.get(DiscrepancyReader, { strict: false });
    expect(await counted(() => discrepancies.list({ limit: 50 }))).toBe(1);
  });

  it.each(['kk', 'ru', 'en'])('is a page in %s, and so are the discrepancies', async (lang) => {
    const pages = ['projects/2025-0001/trail', 'discrepancies', 'obligations'];
    for (const page of pages) {
      const answer = await fetch(`${portal.url}/${lang}/${page}`);
      expect([page, answer.status]).toEqual([page, 200]);
    }
  });

  it('is followed by a feed of what does not follow, each entry with its page', async () => {
    const answer = await fetch(`${portal.url}/ru/discrepancies/feed.atom?kind=paid-above-contract`);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const feed = await answer.text();
    const listed = await portal.app
      .get(DiscrepancyReader, { strict: false })
      .list({ kind: 'paid-above-contract', limit: 50 });
    expect(listed.length).toBeGreaterThan(0);
    expect(feed.match(/<entry>/g)).toHaveLength(listed.length);
    expect(feed).toContain(`/ru/projects/${listed[0]!.objectId}/trail`);
  });
});
