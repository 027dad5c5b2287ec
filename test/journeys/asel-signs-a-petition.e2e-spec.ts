import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sendPetitionsThatReachedTheirThreshold } from '#apps/worker/petitions/send-petitions-that-reached-their-threshold.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import {
  DESK,
  expectAccessible,
  expectValidHtml,
  noHorizontalScroll,
  openBrowser,
  openVisit,
  PHONE,
} from '#test/support/browser.js';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  HAMLET,
  manyPeople,
  NEIGHBOUR,
  OKRUG,
  PETITION_TEXTS,
  type PetitionPerson,
} from '#test/support/builders/petition-town.js';
import { aFormVisitor, hiddenField } from '#test/support/form-visitor.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const REASONS = { kk: 'Себебі осындай.', ru: 'Причина такова.' };
const ANSWER = { decision: 'satisfied', reasons: REASONS };

describe('Asel signs a petition', () => {
  let portal: TestPortal;
  let browser: Browser;
  let asel: PetitionPerson;
  let deputy: PetitionPerson;
  let officer: PetitionPerson;
  let akim: PetitionPerson;

  beforeAll(async () => {
    portal = await openTestPortal();
    browser = await openBrowser();
    const { dataSource } = portal;
    await aPetitionTown(dataSource, 61);
    [asel, deputy, officer, akim] = await Promise.all([
      aPerson(dataSource),
      aPerson(dataSource, { role: 'deputy' }),
      aPerson(dataSource, { role: 'officer' }),
      aPerson(dataSource, { role: 'akim', office: OKRUG }),
    ]);
    sendPetitionsThatReachedTheirThreshold(portal.app);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  interface Sent {
    readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    readonly body?: object;
    readonly headers?: Readonly<Record<string, string>>;
  }

  async function call(path: string, by: PetitionPerson | null, sent: Sent = {}) {
    const { method = sent.body ? 'POST' : 'GET', body, headers } = sent;
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        origin: portal.url,
        ...(by ? { cookie: by.cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: (text ? JSON.parse(text) : null) as Readonly<Record<string, unknown>>,
    };
  }

  const act = (path: string, by: PetitionPerson) => call(path, by, { method: 'POST' });

  /** 61 people in the okrug: 4 signatures are needed. */
  async function anOpened(): Promise<string> {
    const addressee = { body: 'akim-office', territory: OKRUG };
    const draft = await call('/petitions', deputy, { body: { addressee, ...PETITION_TEXTS } });
    const id = String(draft.body['id']);
    await act(`/petitions/${id}/submission`, deputy);
    await act(`/petitions/${id}/opening`, officer);
    return id;
  }

  it('the deputy drafts it with the threshold shown, edits it and submits it', async () => {
    const addressee = { body: 'akim-office', territory: OKRUG };
    const draft = await call('/petitions', deputy, { body: { addressee, title: REASONS } });
    expect(draft).toMatchObject({
      status: 201,
      body: {
        state: 'draft',
        kind: 'deputy-collection',
        basis: 'borrowed-measure',
        threshold: {
          required: 4,
          percent: 5,
          population: 61,
          populationOn: '2021-09-01',
          source: { act: 'administrative-procedure-code', point: '90-3(4)' },
        },
      },
    });
    const path = `/petitions/${String(draft.body['id'])}`;
    const edit = (headers: Record<string, string>) =>
      call(path, deputy, { method: 'PATCH', body: PETITION_TEXTS, headers });
    expect((await edit({})).status).toBe(428);
    const edited = await edit({ 'if-match': draft.etag! });
    expect(edited).toMatchObject({ status: 200, body: { title: PETITION_TEXTS.title } });
    expect((await edit({ 'if-match': draft.etag! })).status).toBe(412);
    expect((await call(path, null)).status).toBe(404);
    const submitted = await act(`${path}/submission`, deputy);
    expect(submitted).toMatchObject({ status: 201, body: { state: 'under-check' } });
    expect(submitted.body).toMatchObject({ next: { who: 'officer', kind: 'officer-checks' } });
  });

  it('only the right people draft, check and answer', async () => {
    const id = await anOpened();
    const wrong = await Promise.all([
      call('/petitions', asel, { body: { addressee: { body: 'akim-office', territory: OKRUG } } }),
      act(`/petitions/${id}/opening`, deputy),
      act(`/petitions/${id}/submission`, officer),
      call(`/petitions/${id}/answer`, asel, { body: ANSWER }),
      call(`/petitions/${id}/answer`, officer, { body: ANSWER }),
      call(`/petitions/${id}/answer`, deputy, { body: ANSWER }),
    ]);
    expect(wrong.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await call(`/petitions/${id}/answer`, akim, { body: ANSWER })).status).toBe(409);
    expect((await call(`/petitions/${id}/answer`, null, { body: ANSWER })).status).toBe(401);
  });

  it('she signs, learns her number when she signs again, and takes it back', async () => {
    const id = await anOpened();
    const path = `/petitions/${id}/signatures`;
    const first = await call(path, asel, { body: {} });
    expect(first).toMatchObject({ status: 201, body: { number: 1, receipt: expect.any(String) } });
    expect(await call(path, asel, { body: {} })).toMatchObject({
      status: 409,
      body: { code: 'petition.already_signed', number: 1 },
    });
    const neighbour = await aPerson(portal.dataSource, { home: NEIGHBOUR });
    expect(await call(path, neighbour, { body: {} })).toMatchObject({
      status: 422,
      body: { code: 'signature.registered_elsewhere' },
    });
    expect((await call(path, null, { body: {} })).status).toBe(401);
    expect((await call(path, asel, { body: { nameHidden: 'yes' } })).status).toBe(400);
    const receipt = await call(`/signatures/${String(first.body['receipt'])}`, null);
    expect(receipt.body).toMatchObject({ petition: id, number: 1, state: 'valid' });
    expect((await call(`${path}/mine`, asel, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`${path}/mine`, asel)).status).toBe(404);
    expect((await call(path, asel, { body: {} })).body).toMatchObject({ number: 2 });
  });

  it('reached, it is answered, and the petition adds up by territory', async () => {
    const id = await anOpened();
    const people = [
      ...(await manyPeople(portal.dataSource, 6)),
      ...(await manyPeople(portal.dataSource, 2, { home: HAMLET })),
      ...(await manyPeople(portal.dataSource, 1, { home: OKRUG })),
    ];
    for (const person of people) await call(`/petitions/${id}/signatures`, person, { body: {} });
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
    const { body } = await call(`/petitions/${id}`, null);
    expect(body).toMatchObject({ state: 'awaiting-answer', count: 9, next: { who: 'addressee' } });
    const { places, hidden, unplaced, total } = body['byTerritory'] as {
      readonly places: readonly { readonly count: number | null }[];
      readonly hidden: number;
      readonly unplaced: number;
      readonly total: number;
    };
    const shown = places.reduce((sum, { count }) => sum + (count ?? 0), 0);
    expect([shown + hidden + unplaced, total, unplaced]).toEqual([9, 9, 1]);
    expect(places.map(({ count }) => count)).not.toContain(2);
    const own = await call(`/petitions/${id}`, deputy);
    expect(own.body['byTerritory']).toMatchObject({ hidden: 0, total: 9 });
    const waiting = await call('/petitions?state=awaiting-answer&order=waiting-longest', null);
    expect(JSON.stringify(waiting.body)).toContain(id);
    expect(await call(`/petitions/${id}/answer`, akim, { body: ANSWER })).toMatchObject({
      status: 201,
      body: { state: 'answered', decision: 'satisfied', answer: { reasons: REASONS } },
    });
  });

  it('she signs by forms alone: reads, identifies herself, checks, confirms', async () => {
    const id = await anOpenPetition(portal.dataSource, deputy.id, { required: 10 });
    const number = await numberOf(id);
    const visitor = aFormVisitor(portal.url);
    const read = await visitor.get(`/kk/petitions/${number}/sign`);
    expect(read.html).toContain('sign/check');
    const turnedAway = await visitor.get(`/kk/petitions/${number}/sign/check`);
    expect(turnedAway.path).toContain('/kk/sign-in');
    visitor.keepCookie(...cookieOf(asel));
    const check = await visitor.get(`/kk/petitions/${number}/sign/check`);
    const form = {
      textDigest: hiddenField(check.html, 'textDigest'),
      idempotencyKey: hiddenField(check.html, 'idempotencyKey'),
      hidden: 'yes',
    };
    expect(await countOf(id)).toBe(0);
    const signed = await visitor.post(`/kk/petitions/${number}/sign/check`, form);
    expect([signed.path, await countOf(id)]).toEqual([`/kk/petitions/${number}/signed`, 1]);
    const again = await visitor.post(`/kk/petitions/${number}/sign/check`, form);
    expect([again.path, await countOf(id)]).toEqual([`/kk/petitions/${number}/signed`, 1]);
    const other = { ...form, textDigest: '0'.repeat(64), idempotencyKey: 'another' };
    await visitor.post(`/kk/petitions/${number}/signed/withdrawal`, {});
    expect(await countOf(id)).toBe(0);
    expect((await visitor.post(`/kk/petitions/${number}/sign/check`, other)).status).toBe(409);
  });

  it.each([
    ['kk', PHONE],
    ['ru', DESK],
  ] as const)('reads the pages in %s', async (lang, screen) => {
    const id = await anOpened();
    const people = await manyPeople(portal.dataSource, 3);
    for (const person of people) await call(`/petitions/${id}/signatures`, person, { body: {} });
    const number = await numberOf(id);
    const visit = await openVisit(browser, { screen, baseUrl: portal.url });
    const page = await visit.newPage();
    for (const path of ['', `/${number}`, `/${number}/sign`, `/${number}/answer`, '?tab=waiting']) {
      const answer = await page.goto(`/${lang}/petitions${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectValidHtml(await answer!.text());
      await expectAccessible(page);
      await noHorizontalScroll(page);
    }
    await visit.close();
  });

  it('programs read it as JSON and as a feed', async () => {
    const number = await numberOf(await anOpened());
    const plain = await fetch(`${portal.url}/ru/petitions/${number}/petition.json`);
    expect(await plain.json()).toMatchObject({
      data: { type: 'petition', id: number, attributes: { signature_count: 0, state: 'open' } },
    });
    for (const path of ['/feed.atom', `/${number}/feed.atom`]) {
      const feed = await fetch(`${portal.url}/ru/petitions${path}`);
      expect(feed.headers.get('content-type')).toContain('application/atom+xml');
      expect(await feed.text()).toContain(PETITION_TEXTS.title.ru);
    }
  });

  it('a deputy’s collection is never called a statutory petition', async () => {
    const number = await numberOf(await anOpened());
    const page = await (await fetch(`${portal.url}/ru/petitions/${number}`)).text();
    expect(page).toContain('а не петиция по главе 12-1 АППК');
    expect(page).not.toContain('Порог и сроки установлены законом');
    const other = await call('/portal-petitions', officer, {
      body: {
        addressee: { body: 'akimat', territory: DISTRICT },
        ...PETITION_TEXTS,
        portalUrl: 'https://epetition.kz/7',
        openedOn: '2026-11-02',
      },
    });
    expect(other).toMatchObject({ status: 201, body: { kind: 'statutory', basis: 'law' } });
    const path = `/petitions/${String(other.body['id'])}/signatures`;
    expect(await call(path, asel, { body: {} })).toMatchObject({
      status: 409,
      body: { code: 'signature.signed_elsewhere' },
    });
  });

  async function numberOf(id: string): Promise<string> {
    return String((await call(`/petitions/${id}`, null)).body['number']);
  }

  async function countOf(id: string): Promise<number> {
    return Number((await call(`/petitions/${id}`, null)).body['count']);
  }
});

function cookieOf({ cookie }: PetitionPerson): [string, string] {
  const [name = '', value = ''] = cookie.split('=');
  return [name, value];
}
