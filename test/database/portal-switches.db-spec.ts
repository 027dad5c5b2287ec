import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { SetPortalSwitch } from '#features/record/portal-switches/set-portal-switch.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  TOWN,
  type TestVoter,
  WEST,
} from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const REASON = 'Ашылу минутына дайындық';
const LONGEST_WAIT_MS = 10_000;

describe('what the operator sets for all portals', () => {
  let portal: TestPortal;
  let use: SetPortalSwitch;
  let keeper: StageKeeper;
  let operator: SignedIn;

  beforeAll(async () => {
    portal = await openTestPortal();
    use = portal.app.get(SetPortalSwitch, { strict: false });
    keeper = portal.app.get(StageKeeper, { strict: false });
    await aVotingTown(portal.dataSource);
    operator = await anAdministrator(TOWN, [TOWN]);
  });
  afterAll(() => portal.close());

  const set = async (name: 'stage' | 'limits', value: string, person = operator) => {
    await use.run(person, { name, value, reason: REASON });
    await keeper.lookAtSwitches();
  };

  it('is followed by a portal by itself, within seconds', async () => {
    await use.run(operator, { name: 'stage', value: 'no-search', reason: REASON });
    const until = performance.now() + LONGEST_WAIT_MS;
    while (keeper.stage === 'full' && performance.now() < until)
      await new Promise((go) => setTimeout(go, 100));
    expect([keeper.stage, keeper.isSet]).toEqual(['no-search', true]);
    const ready = (await (await fetch(`${portal.url}/readyz`)).json()) as unknown;
    expect(ready).toEqual({ state: 'ready', stage: 'no-search' });
    await set('stage', 'auto');
    expect([keeper.stage, keeper.isSet]).toEqual(['full', false]);
  });

  it('stands in the audit trail with its reason and what was before, and is never changed', async () => {
    await set('stage', 'late-counts');
    await set('stage', 'auto');
    const [row] = await portal.dataSource.query(
      `select role, territory_kato, before, after from audit_entries
       where act = 'portal.stage_set' and object_id = 'stage' order by id desc limit 1`,
    );
    expect(row).toEqual({
      role: 'administrator',
      territory_kato: TOWN,
      before: { value: 'late-counts' },
      after: { value: 'auto', reason: REASON },
    });
    await expect(
      portal.dataSource.query(`update portal_switches set reason = 'x'`),
    ).rejects.toThrow('never changed');
  });

  it('needs a reason and a known value, all faults at once', async () => {
    await expect(
      use.run(operator, { name: 'stage', value: 'half', reason: 'so' }),
    ).rejects.toMatchObject({
      details: {
        faults: [
          { code: 'switch.value_unknown', field: 'value' },
          { code: 'switch.reason_too_short', field: 'reason' },
        ],
      },
    });
  });

  it('is set by the administrator of the topmost place alone', async () => {
    const below = await anAdministrator(WEST, [TOWN, WEST]);
    const officer = { ...operator, roles: [{ ...operator.roles[0]!, role: 'officer' }] };
    for (const person of [below, officer])
      await expect(set('stage', 'full', person)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('leaves limits on while a voting runs', async () => {
    await set('limits', 'off');
    expect(keeper.limitsOn).toBe(false);
    await set('limits', 'on');
    const { roundId } = await aVotingRound(portal.dataSource);
    await expect(set('limits', 'off')).rejects.toMatchObject({
      code: 'switch.limits_during_voting',
    });
    expect(keeper.limitsOn).toBe(true);
    await portal.dataSource.query(
      `update rounds set voting_until = clock_timestamp() where id = $1`,
      [roundId],
    );
    await set('limits', 'off');
    await set('limits', 'on');
  });

  describe('in the last stage', () => {
    let voter: TestVoter;
    beforeAll(async () => {
      await set('stage', 'no-drafts');
      voter = await aResident(portal.dataSource, {});
    });
    afterAll(() => set('stage', 'auto'));

    const send = (path: string, method = 'GET', body?: object) =>
      fetch(portal.url + path, {
        method,
        headers: { 'content-type': 'application/json', cookie: `qatysu_session=${voter.token}` },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });

    it.each([
      ['POST', `/api/v1/rounds/${v7()}/proposals`, 'load.drafts'],
      ['GET', '/api/v1/petitions?q=саябақ', 'load.search'],
      ['GET', '/api/v1/obligations/figures', 'load.statistics'],
    ])('%s %s is off, with a time to come again', async (method, path, code) => {
      const answer = await send(path, method, method === 'POST' ? {} : undefined);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
      expect(await answer.json()).toMatchObject({ code });
    });

    it.each(['/kk/petitions', '/kk/places', '/api/v1/petitions', '/kk/status'])(
      '%s is there',
      async (path) => expect((await send(path)).status).toBe(200),
    );

    it('a ballot is cast and its receipt is found', async () => {
      const { roundId, projects } = await aVotingRound(portal.dataSource);
      const votes = [{ project: projects[1] }];
      const cast = await send(`/api/v1/rounds/${roundId}/ballot`, 'PUT', { votes });
      expect(cast.status).toBe(201);
      const { receipt } = (await cast.json()) as { receipt: { code: string } };
      expect((await send(`/api/v1/receipts/${receipt.code}`)).status).toBe(200);
    });
  });

  async function anAdministrator(territory: string, path: string[]): Promise<SignedIn> {
    const { id } = await aResident(portal.dataSource, {});
    const post = { kk: 'Жүйе әкімшісі', ru: 'Администратор системы' };
    const roles = [{ role: 'administrator', territory, territoryPath: path, post }];
    return { personId: id, name: 'Әсел С.', territory: WEST, roles };
  }
});
