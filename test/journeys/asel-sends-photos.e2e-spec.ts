import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { removeBytesOfRemovedFiles } from '#apps/worker/proposals/remove-bytes-of-removed-files.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { OutboxDelivery } from '#platform/outbox/outbox-delivery.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import {
  aCompleteProposal,
  anIntake,
  aProposingTown,
  somebody,
  type Somebody,
} from '#test/support/builders/proposing-town.js';

interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly thumbnail?: string;
  readonly alternativeText?: string;
}

interface Seen {
  readonly id: string;
  readonly photos: SentFile[];
  readonly documents: SentFile[];
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const MEGABYTE = 1024 * 1024;

jest.setTimeout(60_000);

describe('Asel sends photos and documents', () => {
  let portal: TestPortal;
  let asel: Somebody;
  let stranger: Somebody;
  let photo: Buffer;

  beforeAll(async () => {
    portal = await openTestPortal();
    removeBytesOfRemovedFiles(portal.app);
    await aProposingTown(portal.dataSource);
    stranger = await somebody(portal.dataSource);
    const ground = { width: 640, height: 480, channels: 3, background: '#88aa66' } as const;
    photo = await sharp({ create: ground })
      .withExif({ IFD3: { GPSLatitude: '43/1 14/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
  });
  afterAll(() => portal.close());
  // A person may begin only so many proposals a day.
  beforeEach(async () => {
    asel = await somebody(portal.dataSource);
  });

  const call = (method: string, path: string, who: Somebody | null, body?: string) =>
    fetch(portal.url + path, {
      method,
      headers: {
        ...(who ? { cookie: who.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });

  async function aDraft(): Promise<string> {
    const round = await anIntake(portal.dataSource);
    const body = JSON.stringify(aCompleteProposal());
    const answer = await call('POST', `/api/v1/rounds/${round}/proposals`, asel, body);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as Seen).id;
  }

  async function see(id: string, who: Somebody | null = asel): Promise<Seen> {
    return (await (await call('GET', `/api/v1/proposals/${id}`, who)).json()) as Seen;
  }

  /** Written by hand, so that names can be as bad as they like. */
  async function send(
    id: string,
    content: Buffer,
    { name = 'photo.jpg', who = asel, alt = '' } = {},
  ): Promise<{ status: number; code?: string }> {
    const head = `--x\r\ncontent-disposition: form-data; name="alternativeText"\r\n\r\n${alt}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
    const answer = await fetch(`${portal.url}/api/v1/proposals/${id}/files`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: new Uint8Array(
        Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')]),
      ),
    });
    return { status: answer.status, ...((await answer.json()) as { code?: string }) };
  }

  const stored = () => {
    const { dataFolder } = portal.app.get<Config>(CONFIG, { strict: false });
    return readdirSync(join(dataFolder, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  };

  it('a photo is hers alone until she submits, and everybody’s until she withdraws', async () => {
    const id = await aDraft();
    expect(await send(id, photo, { name: 'Аула.JPG', alt: 'Сынған әткеншек' })).toMatchObject({
      status: 201,
    });
    const [sent] = (await see(id)).photos;
    expect(sent).toMatchObject({ name: 'Аула.webp', alternativeText: 'Сынған әткеншек' });
    const open = async (who: Somebody | null, url = sent!.url) => {
      const answer = await call('GET', url, who);
      return { status: answer.status, cache: answer.headers.get('cache-control'), answer };
    };
    expect(await open(asel)).toMatchObject({ status: 200, cache: 'private, no-store' });
    expect((await open(stranger)).status).toBe(404);
    expect((await open(null, sent!.thumbnail)).status).toBe(404);
    await call('POST', `/api/v1/proposals/${id}/submission`, asel);
    const { answer, cache } = await open(null);
    expect(cache).toBe('public, max-age=604800, immutable');
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    const small = Buffer.from(await (await open(null, sent!.thumbnail)).answer.arrayBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ width: 320, height: 180 });
    await call('POST', `/api/v1/proposals/${id}/withdrawal`, asel, '{}');
    expect((await open(null)).status).toBe(404);
    expect((await open(asel)).status).toBe(200);
    expect((await see(id, null)).photos).toEqual([]);
  });

  it('a document is only ever handed out to be saved', async () => {
    const id = await aDraft();
    await send(id, PDF, { name: '../../Смета"; x=.html' });
    const [sent] = (await see(id)).documents;
    const answer = await call('GET', sent!.url, asel);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''/,
    );
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      422,
      'file.kind_not_taken',
    ],
    ['a page called a photo', Buffer.from('<script>alert(1)</script>'), 422, 'file.kind_not_taken'],
    ['a broken photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 422, 'file.not_a_photo'],
    ['a document without an end', Buffer.from('%PDF-1.4 and so on'), 422, 'file.not_a_document'],
    ['13 MB', Buffer.alloc(13 * MEGABYTE, 1), 413, 'http.413'],
    ['nothing', Buffer.alloc(0), 422, 'file.kind_not_taken'],
  ])('%s is refused and leaves nothing behind', async (_name, content, status, code) => {
    const id = await aDraft();
    const before = stored();
    expect(await send(id, content)).toMatchObject({ status, code });
    expect(stored()).toEqual(before);
  });

  it.each([
    ['NUL', 'a\u0000b.jpg'],
    ['a turn of the writing', '\u202egpj.exe'],
    ['5 000 letters', 'x'.repeat(5_000)],
    ['a header', '%0d%0aset-cookie: a=b'],
    ['two points', '..'],
  ])('a name with %s does no harm', async (_what, name) => {
    const id = await aDraft();
    const { status } = await send(id, photo, { name });
    if (status !== 201) {
      expect([400, 422]).toContain(status);
      return;
    }
    const [sent] = (await see(id)).photos;
    expect([...sent!.name].length).toBeLessThan(130);
    expect(sent!.name).not.toMatch(/[\p{C}/\\"]/u);
    expect((await call('GET', sent!.url, asel)).status).toBe(200);
  });

  it('another’s proposal takes none of hers', async () => {
    const id = await aDraft();
    expect(await send(id, photo, { who: stranger })).toMatchObject({ status: 404 });
    await send(id, photo);
    const [sent] = (await see(id)).photos;
    const path = `/api/v1/proposals/${id}/files/${sent!.id}`;
    expect((await call('DELETE', path, stranger)).status).toBe(404);
    const other = `/api/v1/proposals/${await aDraft()}/files/${sent!.id}`;
    expect((await call('DELETE', other, asel)).status).toBe(404);
  });

  it('what she takes out leaves the store', async () => {
    const id = await aDraft();
    const before = stored();
    await send(id, photo);
    expect(stored()).toHaveLength(before.length + 2);
    const [sent] = (await see(id)).photos;
    expect((await call('DELETE', `/api/v1/proposals/${id}/files/${sent!.id}`, asel)).status).toBe(
      204,
    );
    await portal.app.get(OutboxDelivery, { strict: false }).deliverDue();
    expect(stored()).toEqual(before);
  });

  it('of many at the same moment ten are kept', async () => {
    const id = await aDraft();
    const before = stored().length;
    const answers = await Promise.all(Array.from({ length: 14 }, () => send(id, photo)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('proposal.too_many_photos'));
    expect((await see(id)).photos).toHaveLength(10);
    expect(stored()).toHaveLength(before + 20);
  });

  it('another kind of body is not read', async () => {
    const id = await aDraft();
    const answer = await call('POST', `/api/v1/proposals/${id}/files`, asel, '{}');
    expect(answer.status).toBe(415);
    const empty = await fetch(`${portal.url}/api/v1/proposals/${id}/files`, {
      method: 'POST',
      headers: { cookie: asel.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: 'not a form at all',
    });
    expect(empty.status).toBe(400);
  });
});
