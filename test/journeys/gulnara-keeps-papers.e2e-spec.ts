import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { RecordItemDecision } from '#features/assemblies/writings/record-item-decision.js';
import {
  anAssembly,
  anItem,
  anOp,
  anOpenMeeting,
  aMeeting,
  BOTH,
  dayIn,
  type TestAssembly,
} from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  HAMLET,
  NEIGHBOUR,
  OKRUG,
} from '#test/support/builders/petition-town.js';
import {
  BROWSER_TEST_MS,
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
  screenshot,
} from '#test/support/browser.js';
import { builtAssets } from '#test/support/built-assets.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(BROWSER_TEST_MS * 2);

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

type Texts = Readonly<Record<string, string>>;

describe('Gulnara keeps the papers of a meeting without the API', () => {
  let portal: TestPortal;
  let browser: Browser;
  let assembly: TestAssembly;
  let gulnara: FormVisitor;
  let chair: FormVisitor;
  let meeting = '';
  let minutes = '';

  beforeAll(async () => {
    builtAssets();
    portal = await openTestPortal();
    browser = await openBrowser();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
    gulnara = visitorWith(assembly.secretary.cookie);
    chair = visitorWith(assembly.chair.cookie);
    meeting = await anOpenMeeting(portal.app, assembly, {
      meeting: aMeeting({ agenda: [anItem()] }),
    });
  }, BROWSER_TEST_MS);
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it('lays a paper beside an agenda item, as a file and with a title in both languages', async () => {
    const path = `/kk/assembly-desk/meetings/${meeting}/papers`;
    const refused = await sendFile(gulnara, path, { item: '1', titleKk: 'Жоба', titleRu: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="Жоба"');
    expect(refused.html).toContain('id="file-error"');
    const file = new File(['not a document'], 'x.pdf');
    const titles = { item: '1', titleKk: 'Бюджет жобасы', titleRu: 'Проект бюджета' };
    expect((await sendFile(gulnara, path, titles, file)).html).toContain('id="file-error"');
    const kept = await sendFile(gulnara, path, titles, new File([PDF], 'жоба.pdf'));
    expect([kept.status, kept.path]).toEqual([200, path]);
    expect(kept.html).toContain('Бюджет жобасы');
    const open = await gulnara.get(`/ru/meetings/${meeting}`);
    expect(open.html).toContain('Проект бюджета');
    const src = /\/assembly-files\/[^"]+/.exec(open.html)![0];
    expect((await aFormVisitor(portal.url).get(src)).status).toBe(200);
    await look(assembly.secretary.cookie, path.slice(3), 'papers');
  });

  it('shows that the notice hung, by a photo that everybody can open', async () => {
    const path = `/kk/assembly-desk/meetings/${meeting}/posting`;
    const channel = 'Ауыл тақтасы';
    const tomorrow = { channel, ...dayFields('postedOn', dayIn(1)) };
    const refused = await sendFile(gulnara, path, tomorrow, await photo());
    expect([refused.status, refused.html.includes('id="postedOn-error"')]).toEqual([422, true]);
    const proof = { channel, ...dayFields('postedOn', dayIn(-11)) };
    const kept = await sendFile(gulnara, path, proof, await photo());
    expect([kept.status, kept.path]).toEqual([200, path]);
    const src = /\/assembly-files\/[^"]+\.webp/.exec(kept.html)![0];
    expect((await aFormVisitor(portal.url).get(src)).status).toBe(200);
    await look(assembly.secretary.cookie, path.slice(3), 'posting');
  });

  it('shows the draft to the members; one remarks, and reads why it was refused', async () => {
    await record();
    const begin = portal.app.get(BeginMinutes, { strict: false });
    minutes = await begin.run(assembly.secretary.person, meeting);
    const desk = `/kk/assembly-desk/minutes/${minutes}`;
    await gulnara.post(`${desk}/steps`, { step: 'ask-for-remarks' });
    const path = `/kk/minutes/${minutes}/remarks`;
    expect((await chair.get(`/kk/meetings/${meeting}`)).html).toContain(path);
    const stranger = visitorWith((await aPerson(portal.dataSource)).cookie);
    expect((await stranger.get(path)).status).toBe(404);
    const draft = await chair.get(path);
    expect(draft.html).toContain(`<p class="decided">${BOTH.kk}</p>`);
    const key = () => ({ idempotencyKey: hiddenField(draft.html, 'idempotencyKey') });
    expect((await chair.post(path, { text: ' ', item: '1' })).html).toContain('id="text-error"');
    const said = { text: 'Сома қате', item: '1', language: 'kk', ...key() };
    expect((await chair.post(path, said)).html).toContain('Сома қате');
    await look(assembly.chair.cookie, path.slice(3), 'remarks');
    const action = /\/kk(\/assembly-desk\/minutes\/[^"]+\/remarks\/[^"]+)"/;
    const remark = action.exec((await gulnara.get(desk)).html)![1]!;
    const reasons = { reasonKk: 'Сома дұрыс', reasonRu: 'Сумма верна' };
    await gulnara.post(`/kk${remark}`, { outcome: 'refused', ...reasons });
    expect((await chair.get(path)).html).toContain('Ескерту қабылданбады: Сома дұрыс');
  });

  it('enters the chair’s signature from paper, with its day and its scan', async () => {
    const desk = `/kk/assembly-desk/minutes/${minutes}`;
    for (const step of ['revise', 'submit']) await gulnara.post(`${desk}/steps`, { step });
    const path = `/kk/minutes/${minutes}/signature`;
    expect((await chair.get(path)).html).not.toContain('signature/paper');
    const signed = { capacity: 'chair', ...dayFields('signedOn', dayIn(0)) };
    const bare = await sendFile(gulnara, `${path}/paper`, signed);
    expect([bare.status, bare.html.includes('id="file-error"')]).toEqual([422, true]);
    await look(assembly.secretary.cookie, path.slice(3), 'sign-on-paper', 'details summary');
    const kept = await sendFile(gulnara, `${path}/paper`, signed, new File([PDF], 'парақ.pdf'));
    expect([kept.status, kept.path]).toEqual([200, path]);
    const src = /\/assembly-files\/[^"]+/.exec(kept.html)![0];
    expect((await gulnara.get(src)).status).toBe(200);
    expect((await aFormVisitor(portal.url).get(src)).status).toBe(404);
  });

  it('asks for more rows of the agenda and loses nothing that was typed', async () => {
    const path = '/kk/assembly-desk/convene';
    const typed = { rows: '8', question8: 'budget', title8Kk: 'Сегізінші', addRows: '1' };
    const { html, status } = await gulnara.post(path, typed);
    expect(status).toBe(200);
    expect([hiddenField(html, 'rows'), html.includes('name="question12"')]).toEqual(['12', true]);
    expect(html).toContain('value="Сегізінші"');
    const sent = {
      rows: '12',
      territory: OKRUG,
      kind: 'assembly',
      ...dayFields('meeting', dayIn(30)),
      time: '10:00',
      placeKk: 'Клуб',
      placeRu: 'Клуб',
      convener: 'akim',
      question12: 'budget',
    };
    const convened = await gulnara.post(path, sent);
    expect(convened.path).toContain('/assembly-desk/meetings/');
    expect(convened.html).toContain('Бюджет жобасын келісу');
  });

  it('enters the assembly: a member is added by a row, a fault stands at its row', async () => {
    const path = `/kk/assembly-desk/bodies/${OKRUG}`;
    expect((await gulnara.get('/kk/assembly-desk')).html).toContain(path);
    const form = fieldsOf((await gulnara.get(path)).html);
    expect(form['rows']).toBe('9');
    const grown = fieldsOf((await gulnara.post(path, { ...form, addRows: '1' })).html);
    expect([grown['rows'], grown['m9-name']]).toEqual(['10', '']);
    const member = { 'm9-settlement': HAMLET, 'm9-post': 'member' };
    const refused = await gulnara.post(path, { ...grown, ...member });
    expect([refused.status, refused.html.includes('id="m9-error"')]).toEqual([422, true]);
    expect((await gulnara.post(path, { ...grown, 'm9-id': 'x' })).status).toBe(422);
    const again = fieldsOf(refused.html);
    const kept = await gulnara.post(path, { ...again, ...member, 'm9-name': 'Жаңа мүше' });
    expect(kept.path).toBe(`/kk/assemblies/${OKRUG}`);
    expect(kept.html).toContain('Жаңа мүше');
    const stale = await gulnara.post(path, { ...form, idempotencyKey: anOp() });
    expect(stale.status).toBe(412);
    expect((await gulnara.get(`/kk/assembly-desk/bodies/${NEIGHBOUR}`)).status).toBe(404);
    await look(assembly.secretary.cookie, path.slice(3), 'body');
  });

  function visitorWith(cookie: string): FormVisitor {
    const [name = '', value = ''] = cookie.split('=');
    return aFormVisitor(portal.url, { [name]: value });
  }

  async function sendFile(visitor: FormVisitor, path: string, texts: Texts, file?: File) {
    const form = new FormData();
    for (const [name, value] of Object.entries(texts)) form.set(name, value);
    if (file) form.set('file', file);
    return visitor.send(path, form);
  }

  async function record(): Promise<void> {
    await portal.app.get(RecordItemDecision, { strict: false }).run(assembly.secretary.person, {
      meetingId: meeting,
      item: 1,
      heard: BOTH,
      speeches: [],
      votes: {
        kind: 'by-count',
        for: 6,
        against: 0,
        abstained: 0,
        chairSide: null,
        votedAt: now(),
      },
      links: [],
      text: BOTH,
      version: null,
    });
  }

  async function look(cookie: string, path: string, name: string, press?: string): Promise<void> {
    const [key = '', value = ''] = cookie.split('=');
    for (const [lang, screen] of [
      ['kk', PHONE],
      ['ru', DESK],
    ] as const) {
      const context = await openVisit(browser, { screen, baseUrl: portal.url });
      await context.addCookies([{ name: key, value, url: portal.url }]);
      const page = await context.newPage();
      await page.goto(`/${lang}${path}`);
      if (press) await page.click(press);
      await screenshot(page, `assembly-${name}-${lang}-${screen.width}`);
      await noHorizontalScroll(page);
      await expectValidHtml(await (await page.request.get(page.url())).text());
      await expectAccessible(page);
      await context.close();
    }
  }
});

function dayFields(name: string, day: string): Texts {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}Year`]: year, [`${name}Month`]: month, [`${name}Day`]: date };
}

async function photo(): Promise<File> {
  const create = { width: 64, height: 48, channels: 3, background: '#0a7' } as const;
  return new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], 'тақта.jpg');
}

function now(): string {
  return new Date().toISOString();
}

/** The fields of the form on a page as a browser would send them. */
function fieldsOf(html: string): Texts {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const isOff = tag.includes('type="checkbox"') && !tag.includes(' checked');
    if (name && !isOff) fields[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return fields;
}
