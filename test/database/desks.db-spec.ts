import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DrawHandover } from '#features/budget/handovers/draw-handover.js';
import { HandoverReader } from '#features/budget/handovers/handover.reader.js';
import { SignHandover } from '#features/budget/handovers/sign-handover.js';
import { NoteDuties } from '#features/budget/obligations/note-duties.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import type { HeldRole, SignedIn } from '#platform/identity/signed-in.js';
import { codesOf, idOf } from '#test/support/builders/budget-town.js';
import { aDemoOblast, Caller, holdersOf } from '#test/support/builders/demo-oblast.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

interface Office {
  readonly role: string;
  readonly territory: { readonly kato: string } | string;
}

describe('desks of officials', () => {
  let portal: TestPortal;
  let today: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aDemoOblast(portal);
    ({ today } = await portal.app.get(DatabaseClock, { strict: false }).now());
  });
  afterAll(() => portal.close());

  const holder = (role: string, territory: string, place = 0) =>
    holdersOf(role, territory)[place]!.iin;
  const signedIn = (role: string, territory: string, place = 0) =>
    Caller.signedIn(portal, holder(role, territory, place));
  const idOfPerson = async (iin: string): Promise<string> => {
    const pseudonym = portal.app.get(Pseudonyms, { strict: false }).of(iin);
    const [row]: { id: string }[] = await portal.dataSource.query(
      `select id from residents where pseudonym = $1`,
      [pseudonym],
    );
    return row!.id;
  };
  const rolesOf = async (iin: string): Promise<readonly string[]> => {
    const { body } = await Caller.anybody(portal).send('POST', '/sessions', {
      body: { provider: 'stand-in', iin },
    });
    const { roles } = body['person'] as { roles: Office[] };
    return roles.map(({ role }) => role);
  };

  describe('in other hands for an absence', () => {
    const delegate = async (who: Caller, changes: Record<string, unknown> = {}) =>
      who.send('POST', '/delegations', {
        body: {
          role: 'akim',
          territory: DEMO.qarasu,
          to: await idOfPerson(holder('officer', DEMO.district)),
          from: today,
          until: addDays(today, 14),
          act: '№ 12-ө өкім',
          ...changes,
        },
      });

    it('are the stand-in’s on those days and the holder’s again at once', async () => {
      const [akim, officer] = [
        await signedIn('akim', DEMO.qarasu),
        holder('officer', DEMO.district),
      ];
      expect(await rolesOf(officer)).not.toContain('akim');
      const id = idOf(await delegate(akim));
      expect(await rolesOf(officer)).toContain('akim');
      const { body } = await Caller.anybody(portal).send('GET', '/delegations');
      expect(body).toMatchObject({ items: [{ role: 'akim', until: addDays(today, 14) }] });
      expect(JSON.stringify(body)).not.toMatch(/Person/);

      expect(codesOf(await delegate(akim))).toContain('delegation.twice');
      const standIn = await Caller.signedIn(portal, officer);
      expect(codesOf(await delegate(standIn))).toEqual(['delegation.not_own_post']);

      const end = (who: Caller) => who.send('DELETE', `/delegations/${id}`);
      expect((await end(standIn)).status).toBe(404);
      expect((await end(akim)).status).toBe(204);
      expect(codesOf(await end(akim))).toEqual(['delegation.ended']);
      expect(await rolesOf(officer)).not.toContain('akim');
    });

    it('go to an official of the place, for days to come, by an order', async () => {
      const akim = await signedIn('akim', DEMO.district);
      const own = { territory: DEMO.district };
      const resident = await idOfPerson(DEMO_RESIDENTS[0]!.iin);
      const refused = await delegate(akim, { ...own, to: resident, act: ' ', from: '2026-01-01' });
      expect(codesOf(refused)).toEqual([
        'delegation.invalid',
        'delegation.act_missing',
        'delegation.in_the_past',
        'delegation.no_official',
      ]);
      const elsewhere = await delegate(akim, { territory: DEMO.city });
      expect(codesOf(elsewhere)).toEqual(['delegation.not_own_post']);
      expect((await delegate(await signedIn('expert', DEMO.city))).status).toBe(403);
    });

    it('are shown beside the duties of the post', async () => {
      const deputy = await signedIn('deputy', DEMO.district);
      await deputy.send('POST', '/inquiries', { body: INQUIRY });
      await portal.app.get(NoteDuties, { strict: false }).run();
      await delegate(await signedIn('akim', DEMO.qarasu));
      const { body } = await deputy.send('GET', `/obligations?territory=${DEMO.qarasu}`);
      const [duty] = body['items'] as { standIn: { until: string } | null }[];
      expect(duty!.standIn).toMatchObject({ until: addDays(today, 14) });
    });
  });

  describe('handed over', () => {
    const incoming = DEMO_RESIDENTS[3]!.iin;
    const personOf = async (iin: string, roles: readonly HeldRole[] = []): Promise<SignedIn> => ({
      personId: await idOfPerson(iin),
      name: '',
      territory: null,
      roles,
    });
    const administrator = async () => {
      const path = [DEMO.oblast];
      const role = { role: 'administrator', territory: DEMO.oblast, territoryPath: path };
      return personOf(holder('administrator', DEMO.oblast), [role]);
    };
    const deskOf = async (role: string, territory: string) => {
      const reader = portal.app.get(HandoverReader, { strict: false });
      return (await reader.listDesks([territory])).find(
        (desk) => desk.role === role && desk.territory === territory,
      )!;
    };
    const draw = async (holdingId: string, iin = incoming) =>
      portal.app
        .get(DrawHandover, { strict: false })
        .run(await administrator(), { holdingId, iin, ground: '№ 7 шешім' });
    const sign = async (id: string, iin: string) => {
      const { digest } = await portal.app.get(HandoverReader, { strict: false }).get(id);
      return portal.app.get(SignHandover, { strict: false }).run(await personOf(iin), id, digest);
    };

    it('pass in one moment, with what is open and what came up meanwhile', async () => {
      const outgoing = holder('akim', DEMO.qarasu);
      const { holdingId } = await deskOf('akim', DEMO.qarasu);
      const id = await draw(holdingId);
      await expect(draw(holdingId)).rejects.toMatchObject({ code: 'handover.drawn_already' });
      const reader = portal.app.get(HandoverReader, { strict: false });
      const drawn = await reader.get(id);
      expect(drawn.open.map(({ kind }) => kind)).toContain('inquiry');

      const deputy = await signedIn('deputy', DEMO.district);
      await deputy.send('POST', '/inquiries', { body: { ...INQUIRY, title: 'Мектеп жолы' } });
      await sign(id, outgoing);
      expect(await rolesOf(outgoing)).toContain('akim');
      expect(await rolesOf(incoming)).not.toContain('akim');
      await expect(sign(id, outgoing)).rejects.toMatchObject({ code: 'handover.signed_already' });

      const seconds = await Promise.allSettled([sign(id, incoming), sign(id, incoming)]);
      expect(seconds.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await rolesOf(outgoing)).not.toContain('akim');
      expect(await rolesOf(incoming)).toContain('akim');
      const done = await reader.get(id);
      expect(done).toMatchObject({ state: 'handed-over', handedOn: today });
      expect(done.added!.map(({ kind }) => kind)).toContain('inquiry');
      const holders: unknown[] = await portal.dataSource.query(
        `select from offices_held where role = 'akim' and territory_kato = $1
           and $2::date between held_from and coalesce(held_until, 'infinity')`,
        [DEMO.qarasu, today],
      );
      expect(holders).toHaveLength(1);

      const [line] = await reader.listHandedOver(10);
      expect(line).toMatchObject({
        handedOn: today,
        matters: done.open.length + done.added!.length,
      });
      await expect(
        portal.dataSource.query(`update desk_handovers set ground = '-', state = 'drawn'`),
      ).rejects.toThrow();
    });

    it('are signed by the two it concerns, as they have read it', async () => {
      const { holdingId } = await deskOf('secretary', DEMO.qarasu);
      const id = await draw(holdingId);
      const signing = portal.app.get(SignHandover, { strict: false });
      const outsider = await personOf(DEMO_RESIDENTS[5]!.iin);
      await expect(signing.run(outsider, id, '00')).rejects.toMatchObject({ kind: 'not-found' });
      const outgoing = await personOf(holder('secretary', DEMO.qarasu));
      await expect(signing.run(outgoing, id, '00')).rejects.toMatchObject({ kind: 'stale' });
    });

    it('are drawn up by whoever appoints, from one person to another', async () => {
      const { holdingId } = await deskOf('maslikhat-secretary', DEMO.district);
      const drawing = portal.app.get(DrawHandover, { strict: false });
      const role = { role: 'akim', territory: DEMO.district, territoryPath: [DEMO.district] };
      const akim = await personOf(holder('akim', DEMO.district), [role]);
      const fields = { holdingId, iin: incoming, ground: '№ 8' };
      await expect(drawing.run(akim, fields)).rejects.toMatchObject({ kind: 'forbidden' });
      const own = holder('maslikhat-secretary', DEMO.district);
      await expect(draw(holdingId, own)).rejects.toMatchObject({
        details: { faults: [{ code: 'handover.to_oneself' }] },
      });
    });
  });
});

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
