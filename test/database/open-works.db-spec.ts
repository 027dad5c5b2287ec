import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExportedWorksReader } from '#features/budget/works/exported-works.reader.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { aContract, anAdoptedProject, done } from '#test/support/builders/adopted-project.js';
import { type BudgetPeople, theBudgetPeople } from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller } from '#test/support/builders/demo-oblast.js';
import { aLoosePhoto } from '#test/support/builders/winner.js';
import { aWonProject } from '#test/support/builders/won-project.js';
import { countStatements } from '#test/support/count-statements.js';
import { faultsOfPackage } from '#test/support/open-works-check.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

interface OpenPackage {
  readonly uri: string;
  readonly version: string;
  readonly license: string;
  readonly projects: readonly (Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly status: string;
  })[];
}

describe('works for other programs (OC4IDS 0.9.5)', () => {
  let portal: TestPortal;
  let people: BudgetPeople;
  let today: string;
  let projectId: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    people = await theBudgetPeople(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
    ({ projectId } = await anAdoptedProject(portal, people, {
      number: '2025-0001',
      daysAgo: 0,
      today,
    }));
    await aWonProject(portal, { territory: DEMO.taldy, number: '2025-0002', daysAgo: 0 });
    await aWonProject(portal, { territory: DEMO.taldy, number: '2025-0003', daysAgo: 0 });
  });
  afterAll(() => portal.close());

  const send = (path: string, body: unknown) =>
    done(people.officer.send('POST', `/projects/2025-0001/${path}`, { body }));

  async function packageAt(path: string): Promise<OpenPackage> {
    const { body } = await done(Caller.anybody(portal).send('GET', path));
    expect(faultsOfPackage(body)).toEqual([]);
    return body as unknown as OpenPackage;
  }

  const ofProject = async () => (await packageAt('/projects/2025-0001/oc4ids')).projects[0]!;

  it('follow a project from its preparation to its maintenance', async () => {
    expect(await ofProject()).toMatchObject({
      id: '2025-0001',
      status: 'preparation',
      budget: { amount: { amount: 500, currency: 'KZT' } },
    });
    await send('milestones', aContract(today, '500'));
    expect((await ofProject()).status).toBe('implementation');
    const later = { finishBy: addDays(today, 24), delayReason: 'weather' };
    await send('milestones', { on: today, percent: 40, paid: { amount: '200.50' }, ...later });
    await send('scope-changes', {
      before: { kk: '1 200 м²', ru: '1 200 м²' },
      after: { kk: '700 м²', ru: '700 м²' },
      reason: { kk: 'Желі', ru: 'Сети' },
    });
    await send('milestones', { on: today, percent: 100, paid: { amount: '499.50' } });
    expect((await ofProject()).status).toBe('completion');
    const [builder]: { id: string }[] = await portal.dataSource.query(
      `select by_person as id from works_contracts limit 1`,
    );
    await send('acceptance', {
      actNumber: '3',
      acceptedOn: today,
      warrantyMonths: 24,
      enclosures: [await aLoosePhoto(portal.dataSource, builder as never)],
    });
    expect(await ofProject()).toMatchObject({
      status: 'maintenance',
      completion: { finalValue: { amount: 499.5 } },
      contractingProcesses: [
        {
          id: '2025-0001-contract-1',
          summary: {
            status: 'closed',
            contractValue: { amount: 500 },
            suppliers: [{ id: 'KZ-BIN-990340000004' }],
            transactions: [{ value: { amount: 200.5 } }, { value: { amount: 299 } }],
            modifications: [{ type: 'duration', rationale: 'weather' }, { type: 'scope' }],
          },
        },
      ],
    });
  });

  it('are one package of a unit and everything below it, part by part', async () => {
    const whole = await packageAt(`/territories/${DEMO.district}/oc4ids`);
    expect(whole.projects.map(({ id }) => id)).toEqual(['2025-0001', '2025-0002', '2025-0003']);
    expect(whole).toMatchObject({
      version: '0.9',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      uri: `${portal.url}/api/v1/territories/${DEMO.district}/oc4ids`,
    });
    const part = await fetch(`${portal.url}/api/v1/territories/${DEMO.district}/oc4ids?limit=2`);
    const next = /<(.*)>; rel="next"/.exec(part.headers.get('link') ?? '')![1]!;
    const rest = await fetch(`${portal.url}${next}`);
    expect(rest.headers.get('link')).toBeNull();
    expect(((await rest.json()) as OpenPackage).projects.map(({ id }) => id)).toEqual([
      '2025-0003',
    ]);
  });

  it('are no package where nothing is built', async () => {
    const answer = await Caller.anybody(portal).send('GET', `/territories/${DEMO.city}/oc4ids`);
    expect([answer.status, answer.body['code']]).toEqual([404, 'works.none_to_export']);
    expect((await Caller.anybody(portal).send('GET', '/territories/x/oc4ids')).status).toBe(404);
    expect((await Caller.anybody(portal).send('GET', '/projects/x/oc4ids')).status).toBe(404);
  });

  it('take one statement, however many projects', async () => {
    const reader = portal.app.get(ExportedWorksReader, { strict: false });
    const asked = { territory: DEMO.district, limit: 200 };
    expect(await countStatements(portal, () => reader.list(asked))).toBe(1);
    expect(await countStatements(portal, () => reader.list({ project: projectId }))).toBe(1);
  });

  it('would be found out without what the standard asks for', async () => {
    const { publisher: _, ...bare } = (await packageAt('/projects/2025-0001/oc4ids')) as never as {
      publisher: unknown;
    };
    expect(faultsOfPackage(bare)).toEqual(['.publisher: missing']);
    expect(
      faultsOfPackage({ ...bare, publisher: { name: '' }, projects: [{ status: 'x' }] }),
    ).toEqual([
      '.publisher.name: no text',
      '.projects[0].id: missing',
      '.projects[0].status: x is no code',
      '.publisher.name: empty',
    ]);
  });
});
