import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EndSessions } from '#features/record/session-endings/end-sessions.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import {
  aPerson,
  aReviewTown,
  DISTRICT,
  NEIGHBOUR,
  TOWN,
} from '../support/builders/review-town.js';
import { openTestPortal, type TestPortal } from '../support/test-portal.js';

const REASON = 'The telephone was stolen on the bus';
const IIN = '850415300002';

describe('ending sessions of others', () => {
  let portal: TestPortal;
  let use: EndSessions;
  let stolen: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aReviewTown(portal.dataSource);
    use = new EndSessions(new UnitOfWork(portal.dataSource), portal.pseudonyms);
    stolen = (await aPerson(portal.dataSource, { territory: DISTRICT })).id;
    await portal.dataSource.query(`update residents set pseudonym = $2 where id = $1`, [
      stolen,
      portal.pseudonyms.of(IIN),
    ]);
  });
  afterAll(() => portal.close());

  it.each([
    ['of another town', NEIGHBOUR, IIN, 'identity.role_needed'],
    ['of a district, for everybody', DISTRICT, null, 'identity.role_needed'],
    ['for somebody unknown', TOWN, '850415300013', 'identity.not_on_the_roll'],
  ])('is not for an administrator %s', async (_what, territory, iin, code) => {
    const refused = use.run(await administrator(territory), { iin, reason: REASON });
    await expect(refused).rejects.toMatchObject({ code });
    expect(await livingOf(stolen)).toBe(1);
  });

  it.each(['too short', ' '.repeat(20), 'a'.repeat(501)])('needs a reason', async (reason) => {
    const refused = use.run(await administrator(TOWN), { iin: IIN, reason });
    await expect(refused).rejects.toMatchObject({ code: 'session_ending.invalid' });
  });

  it('signs one person out everywhere, and says so without a name', async () => {
    const actor = await administrator(TOWN);
    expect(await use.run(actor, { iin: IIN, reason: REASON })).toBe(1);
    expect(await livingOf(stolen)).toBe(0);
    expect(await livingOf(actor.personId)).toBe(1);
    const [entry] = (await portal.dataSource.query(
      `select object_id, after, person_id from audit_entries
       where act = 'portal.sessions_ended' order by id desc limit 1`,
    )) as [Record<string, unknown>];
    expect(entry).toEqual({
      object_id: 'sessions-of-a-person',
      after: { count: 1, reason: REASON },
      person_id: actor.personId,
    });
  });

  it('signs everybody out, the administrator too', async () => {
    const actor = await administrator(TOWN);
    expect(await use.run(actor, { iin: null, reason: REASON })).toBeGreaterThan(1);
    expect(await livingOf(actor.personId)).toBe(0);
  });

  async function administrator(territory: string): Promise<SignedIn> {
    const { id, person } = await aPerson(portal.dataSource, { territory });
    const path = territory === DISTRICT ? [TOWN, DISTRICT] : [territory];
    const held = { role: 'administrator', territory, territoryPath: path };
    return { ...person, personId: id, roles: [...person.roles, held] };
  }

  async function livingOf(personId: string): Promise<number> {
    const rows: { living: number }[] = await portal.dataSource.query(
      `select count(*)::int as living from sessions where person_id = $1 and revoked_at is null`,
      [personId],
    );
    return rows[0]!.living;
  }
});
