import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { WordingReader } from '#features/assemblies/wordings/wording.reader.js';
import {
  anAssembly,
  anOpenMeeting,
  type TestAssembly,
} from '#test/support/builders/assembly-town.js';
import { aPerson, aPetitionTown, NEIGHBOUR, OKRUG } from '#test/support/builders/petition-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const PAGE = `/kk/assembly-desk/wordings/${OKRUG}`;
const OWN = { kk: 'Су құбыры жөнделсін', ru: 'Отремонтировать водопровод' };

describe('wordings of a unit', () => {
  let portal: TestPortal;
  let assembly: TestAssembly;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
  });
  afterAll(() => portal.close());

  const listed = () => portal.app.get(WordingReader, { strict: false }).listOf(OKRUG);

  function send(path: string, fields: Record<string, string>, cookie = assembly.secretary.cookie) {
    return fetch(`${portal.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie,
        origin: portal.url,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields),
    });
  }

  const read = async (path: string) =>
    (
      await fetch(`${portal.url}${path}`, { headers: { cookie: assembly.secretary.cookie } })
    ).text();

  it('are added in both languages, changed, offered at the writing table and retired', async () => {
    const half = await send(PAGE, { act: 'add-phrase', textKk: OWN.kk, textRu: '' });
    expect([half.status, (await half.text()).includes(OWN.kk)]).toEqual([422, true]);
    const added = await send(PAGE, { act: 'add-phrase', textKk: OWN.kk, textRu: OWN.ru });
    expect(added.status).toBe(303);
    const meetingId = await anOpenMeeting(portal.app, assembly);
    const table = `/kk/assembly-desk/meetings/${meetingId}/writing`;
    expect(await read(table)).toContain(OWN.kk);
    const [kept] = (await listed()).kept;
    const changed = { act: 'change', id: kept!.id, textKk: 'Басқа', textRu: 'Другое' };
    expect((await send(PAGE, { ...changed, version: '1' })).status).toBe(303);
    expect((await send(PAGE, { ...changed, version: '1' })).status).toBe(412);
    expect((await send(PAGE, { act: 'retire', id: kept!.id })).status).toBe(303);
    expect((await listed()).kept).toEqual([]);
    expect((await send(PAGE, { act: 'retire', id: kept!.id })).status).toBe(404);
    expect((await send(PAGE, { act: 'retire', id: v7() })).status).toBe(404);
  });

  it('put phrases of the catalogue away and take them up again', async () => {
    expect((await send(PAGE, { act: 'put-away', code: 'agree' })).status).toBe(303);
    expect((await listed()).putAway).toEqual(['agree']);
    expect((await send(PAGE, { act: 'take-up', code: 'agree' })).status).toBe(303);
    expect((await listed()).putAway).toEqual([]);
    expect((await send(PAGE, { act: 'put-away', code: 'unknown' })).status).toBe(404);
  });

  it('fill an empty row of the agenda', async () => {
    const item = { act: 'add-agenda-item', question: 'budget', textKk: 'Үлгі ә', textRu: 'Шаблон' };
    expect((await send(PAGE, item)).status).toBe(303);
    const [template] = (await listed()).kept;
    const form = {
      territory: OKRUG,
      addTemplate: '1',
      template: template!.id,
      question1: 'petition',
    };
    const answer = await (await send('/kk/assembly-desk/convene', form)).text();
    expect(answer).toMatch(/name="title2Kk"[^>]*value="Үлгі ә"/);
  });

  it('are for the unit’s own secretary', async () => {
    const stranger = await aPerson(portal.dataSource, { role: 'secretary', office: NEIGHBOUR });
    const resident = await aPerson(portal.dataSource);
    const phrase = { act: 'add-phrase', textKk: OWN.kk, textRu: OWN.ru };
    for (const { cookie } of [stranger, resident])
      expect([403, 404]).toContain((await send(PAGE, phrase, cookie)).status);
    expect((await listed()).kept.filter(({ kind }) => kind === 'phrase')).toEqual([]);
  });
});
