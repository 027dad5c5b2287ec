import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { attachmentNamed } from './content-disposition.js';
import { readDocument } from './document-intake.js';
import { FolderFileStore } from './folder-file-store.js';
import { mediaKindOf } from './media-kind.js';
import { readPhoto } from './photo-intake.js';
import { shownNameOf } from './shown-name.js';

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

describe('uploaded files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-files-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function file(content: Buffer | string): string {
    const path = join(folder, `in-${Math.random()}`);
    writeFileSync(path, content);
    return path;
  }

  const ground = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#3366aa' } });

  describe('are what their content says', () => {
    it.each([
      ['a photo', () => ground(40, 30).jpeg().toBuffer(), 'photo'],
      ['a screenshot', () => ground(40, 30).png().toBuffer(), 'photo'],
      ['a document', () => PDF, 'document'],
      [
        'a drawing with a script',
        () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        null,
      ],
      ['a page', () => '<!doctype html><script>alert(1)</script>', null],
      ['a moving picture', () => ground(40, 30).gif().toBuffer(), null],
      ['an archive', () => Buffer.from('504b0304140000000800', 'hex'), null],
      ['a program', () => Buffer.from('7f454c4602010100', 'hex'), null],
      ['nothing', () => '', null],
    ])('%s', async (_name, content, kind) => {
      expect(await mediaKindOf(file(await content()))).toBe(kind);
    });
  });

  describe('photos', () => {
    it('are drawn anew, upright and without the place, time and device', async () => {
      const shot = await ground(400, 200)
        .withExif({
          IFD0: { Make: 'Telephone', Orientation: '6' },
          IFD3: { GPSLatitude: '43/1 14/1 0/1', GPSLatitudeRef: 'N' },
        })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer();
      expect((await sharp(shot).metadata()).exif).toBeDefined();
      const photo = await readPhoto(file(shot));
      expect([photo.width, photo.height]).toEqual([200, 400]);
      const kept = await sharp(photo.large).metadata();
      expect(kept).toMatchObject({ format: 'webp', width: 200, height: 400 });
      expect([kept.exif, kept.xmp, kept.icc, kept.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(await sharp(photo.small).metadata()).toMatchObject({ width: 320, height: 180 });
    });

    it('are made smaller, never larger', async () => {
      const large = await readPhoto(file(await ground(3000, 1500).jpeg().toBuffer()));
      expect([large.width, large.height]).toEqual([1600, 800]);
      const small = await readPhoto(file(await ground(64, 64).png().toBuffer()));
      expect([small.width, small.height]).toEqual([64, 64]);
    });

    it('that are something else at the same time keep only the picture', async () => {
      const page = '<script>alert(1)</script>';
      const both = Buffer.concat([await ground(80, 60).jpeg().toBuffer(), Buffer.from(page)]);
      const photo = await readPhoto(file(both));
      expect(photo.large.includes(page)).toBe(false);
    });

    it.each([
      ['20 000 × 20 000 in a few bytes', () => emptyPng(20_000, 20_000), 'file.too_many_pixels'],
      ['20 000 × 1', () => emptyPng(20_000, 1), 'file.too_many_pixels'],
      ['16 001 × 1', () => emptyPng(16_001, 1), 'file.too_many_pixels'],
      ['16 000 × 1', () => emptyPng(16_000, 1), 'file.not_a_photo'],
      ['8 × 1', () => emptyPng(800, 100), null],
      ['a little longer than 8 × 1', () => emptyPng(801, 100), 'file.not_a_photo'],
      [
        'half of a photo',
        async () => (await ground(900, 900).png().toBuffer()).subarray(0, 700),
        'file.not_a_photo',
      ],
      ['a drawing', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file.not_a_photo'],
    ])('%s: %s', async (_name, content, code) => {
      const reading = readPhoto(file(await content()));
      if (code) await expect(reading).rejects.toMatchObject({ code });
      else await expect(reading).resolves.toBeDefined();
    });
  });

  describe('documents', () => {
    it.each([
      ['whole', PDF, true],
      ['with something before its beginning', `<html>${PDF}`, false],
      ['without an end', '%PDF-1.4\n', false],
    ])('%s', async (_name, content, isTaken) => {
      const reading = readDocument(file(content));
      if (isTaken) expect(String(await reading)).toBe(content);
      else await expect(reading).rejects.toMatchObject({ code: 'file.not_a_document' });
    });
  });

  describe('names', () => {
    it.each([
      ['../../etc/passwd', 'passwd.pdf'],
      ['C:\\Users\\Әсел\\смета.pdf', 'смета.pdf'],
      ['смета\u202efdp.exe', 'сметаfdp.pdf'],
      ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
      ['"; filename="evil.html', ' filename=evil.pdf'.trim()],
      ['.htaccess', 'htaccess.pdf'],
      ['', 'file.pdf'],
      ['...', 'file.pdf'],
      ['ұ'.repeat(5_000), `${'ұ'.repeat(120)}.pdf`],
    ])('%j is shown as %j', (given, shown) => {
      expect(shownNameOf(given, 'pdf')).toBe(shown);
    });

    it('of any kind give a header of one line and a short name', () => {
      const anyName = fc.string({ unit: 'binary', maxLength: 300 });
      fc.assert(
        fc.property(anyName, (given) => {
          const shown = shownNameOf(given, 'pdf');
          expect([...shown].length).toBeLessThanOrEqual(124);
          expect(shown).not.toMatch(/[\p{C}/\\"]/u);
          expect(attachmentNamed(shown)).toMatch(
            /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%!~*'()-]+$/,
          );
        }),
      );
    });

    it('are told in both ways', () => {
      expect(attachmentNamed('Смета 1.pdf')).toBe(
        `attachment; filename="_____ 1.pdf"; filename*=UTF-8''%D0%A1%D0%BC%D0%B5%D1%82%D0%B0%201.pdf`,
      );
    });
  });

  describe('the folder', () => {
    it('keeps, opens and removes', async () => {
      const store = new FolderFileStore(join(folder, 'store'));
      await store.put('0197f3a2.webp', Buffer.from('photo'));
      const opened = await store.open('0197f3a2.webp');
      expect(opened?.sizeBytes).toBe(5);
      expect(Buffer.concat(await opened!.stream.toArray()).toString()).toBe('photo');
      expect(readdirSync(join(folder, 'store', 'a2'))).toEqual(['0197f3a2.webp']);
      await store.remove('0197f3a2.webp');
      await store.remove('0197f3a2.webp');
      expect(await store.open('0197f3a2.webp')).toBeNull();
    });

    it.each(['../x.webp', 'a/b.webp', 'x\0.webp', '.webp', 'Қ.webp', 'x'])(
      'refuses %j',
      async (name) => {
        await expect(new FolderFileStore(folder).put(name, Buffer.from(''))).rejects.toThrow();
      },
    );
  });
});

/** A PNG of one colour whose picture data are a few bytes: a bomb when its size is large. */
function emptyPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = height > 1_000 ? Buffer.alloc(0) : Buffer.alloc((1 + Math.ceil(width / 8)) * height);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
