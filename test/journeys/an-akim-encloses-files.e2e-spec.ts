import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { forgetLooseEnclosures } from '#apps/worker/enclosures/forget-loose-enclosures.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aPerson,
  aPetitionTown,
  OKRUG,
  type PetitionPerson,
  type PersonWish,
} from '#test/support/builders/petition-town.js';
import { aFormVisitor, type FormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const MEGABYTE = 1024 * 1024;
const TYPED = { reasonsKk: 'Құбыр 2027 жылы тартылады', reasonsRu: 'Трубу проведут в 2027 году' };

interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
}

describe('an akim lays files beside an answer', () => {
  let portal: TestPortal;
  let akim: PetitionPerson;
  let secretary: PetitionPerson;
  let deputy: PetitionPerson;
  let picture: Buffer<ArrayBuffer>;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    secretary = await aPerson(portal.dataSource, { role: 'maslikhat-secretary' });
    deputy = await aPerson(portal.dataSource, { role: 'deputy' });
    const ground = { width: 640, height: 480, channels: 3, background: '#88aa66' } as const;
    picture = await sharp({ create: ground }).jpeg().toBuffer();
  });
  afterAll(() => portal.close());
  // Nobody may have too many loose files.
  beforeEach(async () => {
    akim = await aPerson(portal.dataSource, { role: 'akim', office: OKRUG });
  });

  async function aReached(): Promise<string> {
    const id = await anOpenPetition(portal.dataSource, deputy.id);
    await portal.dataSource.query(
      `update petitions set state = 'awaiting-answer', reached_at = clock_timestamp(),
         notice_by = '2099-01-01', answer_by = '2099-02-01' where id = $1`,
      [id],
    );
    return id;
  }

  function visitorFor({ cookie }: PetitionPerson): FormVisitor {
    const [name, value] = cookie.split('=') as [string, string];
    return aFormVisitor(portal.url, { [name]: value });
  }

  function formWith(fields: Record<string, string>, file?: readonly [Buffer, string]): FormData {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.append(name, text);
    if (file) form.append('file', new Blob([new Uint8Array(file[0])]), file[1]);
    return form;
  }

  async function upload(
    who: PetitionPerson,
    content: Buffer<ArrayBufferLike> = PDF,
    name = 'a.pdf',
  ) {
    const answer = await fetch(`${portal.url}/api/v1/enclosures`, {
      method: 'POST',
      headers: { cookie: who.cookie },
      body: formWith({}, [content, name]),
    });
    return { status: answer.status, ...((await answer.json()) as SentFile & { code?: string }) };
  }

  async function post(who: PetitionPerson, path: string, body: object) {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const read = (await answer.json()) as { faults?: { code: string }[]; code?: string };
    return { status: answer.status, body: read, codes: read.faults?.map(({ code }) => code) };
  }

  const answerTo = (id: string, enclosures: readonly string[], who = akim) =>
    post(who, `/petitions/${id}/answer`, {
      decision: 'satisfied',
      reasons: { kk: 'Құбыр тартылады', ru: 'Трубу проведут' },
      enclosures,
    });

  const open = (url: string, who?: PetitionPerson) =>
    fetch(portal.url + url, { headers: who ? { cookie: who.cookie } : {} });

  const stored = () => {
    const { dataFolder } = portal.app.get<Config>(CONFIG, { strict: false });
    return readdirSync(join(dataFolder, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  };

  it('adds them one by one, and nothing that is typed is lost', async () => {
    const id = await aReached();
    const visitor = visitorFor(akim);
    const path = `/kk/petition-desk/${id}/answer`;
    const blank = await visitor.get(path);
    const idempotencyKey = hiddenField(blank.html, 'idempotencyKey');
    const first = { ...TYPED, idempotencyKey, enclosures: '', addEnclosure: '1' };
    const added = await visitor.send(path, formWith(first, [PDF, 'Хаттама.pdf']));
    expect([added.status, added.html.includes(TYPED.reasonsKk)]).toEqual([200, true]);
    expect(added.html).toContain('Хаттама.pdf');
    const enclosures = hiddenField(added.html, 'enclosures');
    expect((await open(`/enclosures/${enclosures}.pdf`)).status).toBe(404);
    expect((await open(`/enclosures/${enclosures}.pdf`, akim)).status).toBe(200);
    const next = { ...TYPED, enclosures, decision: 'nothing' };
    const key = hiddenField(added.html, 'idempotencyKey');
    const sent = formWith({ ...next, idempotencyKey: key }, [picture, 'Суат.jpg']);
    const refused = await visitor.send(path, sent);
    expect([refused.status, refused.html.includes(TYPED.reasonsRu)]).toEqual([422, true]);
    expect(refused.html).toContain('Суат.webp');
    const both = hiddenField(refused.html, 'enclosures');
    expect(both.split(',')).toHaveLength(2);
    const last = hiddenField(refused.html, 'idempotencyKey');
    const whole = { ...TYPED, enclosures: both, decision: 'satisfied', idempotencyKey: last };
    const answered = await visitor.send(path, formWith(whole));
    expect([answered.status, answered.path]).toEqual([200, `/kk/petition-desk/${id}`]);
    const again = await visitor.send(path, formWith(whole));
    expect(again.path).toBe(`/kk/petition-desk/${id}`);
    const page = await (await open(`/kk/petitions/${id}/answer`)).text();
    for (const name of ['Хаттама.pdf', 'Суат.webp']) expect(page).toContain(name);
    expect(page).toContain(createHash('sha256').update(PDF).digest('hex'));
  });

  it('nobody else is offered the form, or has it taken', async () => {
    const id = await aReached();
    const officer = visitorFor(await aPerson(portal.dataSource, { role: 'officer' }));
    const path = `/kk/petition-desk/${id}`;
    const desk = (await officer.get(path)).html;
    expect(desk).toContain(`${path}/discussion`);
    expect(desk).not.toContain(`${path}/answer`);
    expect((await visitorFor(akim).get(path)).html).toContain(`${path}/answer`);
    expect((await officer.get(`${path}/answer`)).status).toBe(403);
    const before = stored();
    const form = formWith({ ...TYPED, addEnclosure: '1' }, [PDF, 'a.pdf']);
    expect((await officer.send(`${path}/answer`, form)).status).toBe(403);
    expect(stored()).toEqual(before);
  });

  it('takes one out again', async () => {
    const id = await aReached();
    const visitor = visitorFor(akim);
    const path = `/ru/petition-desk/${id}/answer`;
    const kept = await upload(akim, PDF, 'kept.pdf');
    const dropped = await upload(akim, PDF, 'dropped.pdf');
    const fields = { ...TYPED, enclosures: `${kept.id},${dropped.id}` };
    const page = await visitor.send(path, formWith({ ...fields, removeEnclosure: dropped.id }));
    expect([page.status, hiddenField(page.html, 'enclosures')]).toEqual([200, kept.id]);
    expect(page.html).toContain(TYPED.reasonsKk);
    expect(page.html).not.toContain('dropped.pdf');
  });

  it.each([
    ['nothing chosen', undefined, 'Файлды таңдаңыз'],
    ['a page', Buffer.from('<script>alert(1)</script>'), 'Файлдың бұл түрі қабылданбайды'],
    ['a broken photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'Бұл файл сурет емес'],
    ['a document without an end', Buffer.from('%PDF-1.4 and so on'), 'Бұл файл PDF құжаты емес'],
    ['13 MB', Buffer.alloc(13 * MEGABYTE, 1), 'Файл тым үлкен'],
  ])(
    'is told what is wrong with %s beside the field, and the text stays',
    async (_, bytes, said) => {
      const path = `/kk/petition-desk/${await aReached()}/answer`;
      const before = stored();
      const fields = { ...TYPED, enclosures: '', addEnclosure: '1' };
      const form = formWith(fields, bytes && [bytes, 'x.pdf']);
      const page = await visitorFor(akim).send(path, form);
      expect(page.status).toBe(422);
      expect(/id="file-error"[^]*?<\/p>/.exec(page.html)?.[0]).toContain(said);
      for (const text of Object.values(TYPED)) expect(page.html).toContain(text);
      expect(stored()).toEqual(before);
    },
  );

  it('answers with files through the API: public from then on, each once, only one’s own', async () => {
    const id = await aReached();
    const file = await upload(akim, PDF, '../../Смета.pdf');
    expect(file).toMatchObject({ status: 201, name: 'Смета.pdf', mediaType: 'application/pdf' });
    const foreign = await upload(await aPerson(portal.dataSource, { role: 'officer' }));
    expect((await answerTo(id, [foreign.id])).codes).toEqual(['enclosure.unknown']);
    expect((await answerTo(id, [v7()])).codes).toEqual(['enclosure.unknown']);
    expect((await answerTo(id, [file.id, file.id])).codes).toEqual(['enclosure.twice']);
    const answered = await answerTo(id, [file.id]);
    expect([answered.status, answered.body]).toMatchObject([
      201,
      { answer: { enclosures: [{ name: 'Смета.pdf', sha256: file.sha256, url: file.url }] } },
    ]);
    const opened = await open(file.url);
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(opened.headers.get('content-security-policy')).toContain('sandbox');
    const bytes = Buffer.from(await opened.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect((await answerTo(await aReached(), [file.id])).codes).toEqual(['enclosure.unknown']);
  });

  it('lays ten beside one answer and not eleven, with every other ground at once', async () => {
    const files = [];
    for (let at = 0; at < 11; at += 1) files.push((await upload(akim)).id);
    const refused = await post(akim, `/petitions/${await aReached()}/answer`, {
      decision: 'nothing',
      reasons: { kk: 'А', ru: 'А' },
      documents: [],
      enclosures: files,
    });
    expect(refused.codes).toEqual(['petition-answer.unknown_decision', 'enclosure.too_many']);
    expect((await answerTo(await aReached(), files.slice(0, 10))).status).toBe(201);
  });

  it('has forty loose files at most', async () => {
    await portal.dataSource.query(
      `insert into enclosures (id, kind, stored_name, shown_name, media_type, size_bytes, digest,
         added_by, added_at)
       select gen_random_uuid(), 'document', gen_random_uuid() || '.pdf', 'a.pdf', 'application/pdf', 1,
         sha256('a'), $1, clock_timestamp() from generate_series(1, 39)`,
      [akim.id],
    );
    expect((await upload(akim)).status).toBe(201);
    const before = stored();
    expect(await upload(akim)).toMatchObject({ status: 409, code: 'enclosure.too_many_loose' });
    expect(stored()).toEqual(before);
  });

  it.each<[string, number, PersonWish | null]>([
    ['a visitor', 401, null],
    ['a resident, for a report on works,', 201, {}],
    ['an officer', 201, { role: 'officer' }],
    ['the secretary', 201, { role: 'maslikhat-secretary' }],
  ])('%s sends a file and gets %i', async (_, status, wish) => {
    const who = wish ? await aPerson(portal.dataSource, wish) : { ...akim, cookie: '' };
    expect((await upload(who)).status).toBe(status);
  });

  it('is an act for ever: neither the row nor the list behind an answer can be changed', async () => {
    const file = await upload(akim);
    await answerTo(await aReached(), [file.id]);
    for (const change of [
      `update enclosures set digest = sha256('b') where id = $1`,
      `update enclosures set object_id = null, object_kind = null, place = null where id = $1`,
      `delete from enclosures where id = $1`,
    ])
      await expect(portal.dataSource.query(change, [file.id])).rejects.toThrow();
  });

  it('what no act names is forgotten after days, with its bytes; the rest stays', async () => {
    const [used, old, young] = [
      await upload(akim),
      await upload(akim, picture),
      await upload(akim),
    ];
    await answerTo(await aReached(), [used.id]);
    await portal.dataSource.query(
      `update enclosures set added_at = added_at - interval '5 days' where id = $1`,
      [old.id],
    );
    await forgetLooseEnclosures(portal.app).run();
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
    const left = stored();
    expect(left.filter((name) => name.includes(old.id))).toEqual([]);
    for (const { id } of [used, young]) expect(left).toContain(`${id}.pdf`);
  });

  it('the same holds for the answer to an inquiry and for a deputy’s yearly report', async () => {
    const inquiry = await post(deputy, '/inquiries', {
      addressee: { kind: 'akim', territory: OKRUG, post: { kk: 'Әкім', ru: 'Аким' } },
      language: 'kk',
      title: 'Су',
      body: 'Қашан?',
      competence: 'Бюджет',
    });
    const { id, number } = inquiry.body as unknown as { id: string; number: string };
    const paper = await upload(akim, PDF, 'Жауап.pdf');
    const answered = await post(akim, `/inquiries/${id}/answer`, {
      signatory: 'addressee',
      signedBy: 'Есенов',
      signedPost: 'Әкім',
      language: 'kk',
      body: 'Мамырда',
      enclosures: [paper.id],
    });
    expect(answered.body).toMatchObject({ answer: { enclosures: [{ name: 'Жауап.pdf' }] } });
    expect(await (await open(`/kk/inquiries/${number}`)).text()).toContain(paper.sha256);
    const [mandate] = (await portal.dataSource.query(
      `select id, extract(year from current_date)::int as year, current_date::text as today
       from mandates where resident_id = $1`,
      [deputy.id],
    )) as [{ id: string; year: number; today: string }];
    const report = await upload(secretary, PDF, 'Есеп.pdf');
    const visitor = visitorFor(secretary);
    const [year, month, day] = mandate.today.split('-') as [string, string, string];
    const fields = { year, onDay: day, onMonth: month, onYear: year, placeKk: 'Клуб' };
    const path = `/kk/deputy-register/deputies/${mandate.id}/report`;
    const enclosures = report.id;
    const refused = await visitor.send(path, formWith({ ...fields, enclosures }));
    expect([refused.status, hiddenField(refused.html, 'enclosures')]).toEqual([422, report.id]);
    const kept = await visitor.send(path, formWith({ ...fields, placeRu: 'Клуб', enclosures }));
    expect([kept.status, kept.path]).toEqual([200, `/kk/deputies/${mandate.id}`]);
    expect(kept.html).toContain('Есеп.pdf');
  });
});
