import sharp, { type Sharp } from 'sharp';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Gate } from './gate.js';

/** A photo made anew: whatever else the file held is gone with its place, time and device. */
export interface Photo {
  readonly large: Buffer;
  /** For lists, cut to 320 × 180. */
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
}

export const PHOTO_MEDIA_TYPE = 'image/webp';

const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 16_000;
// A strip would have to be blown up beyond measure to fill the small picture.
const MOST_TIMES_LONGER = 8;
const LARGE_SIDE = 1600;
const SMALL = { width: 320, height: 180 } as const;
const QUALITY = 78;
const PATIENCE_SECONDS = 15;
const AT_ONCE = 2;

const FORMATS = ['jpeg', 'png', 'webp'];

// libvips can open far more kinds of files than photos, each a way in. Drawings stay for our own
// pictures: what people send is held to the formats above before it is drawn.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadSvg',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

const gate = new Gate(AT_ONCE);

/**
 * Reads a photo and draws it anew, upright, without EXIF and GPS, in two sizes.
 *
 * @throws DomainError rule-violated `file.too_many_pixels`, `file.not_a_photo`
 */
export async function readPhoto(path: string): Promise<Photo> {
  return gate.pass(async () => {
    await assertReasonable(path);
    try {
      return await drawAnew(path);
    } catch (error) {
      throw unreadable(error);
    }
  });
}

async function assertReasonable(path: string): Promise<void> {
  const { format, width, height } = await open(path)
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(error);
    });
  if (!FORMATS.includes(format)) throw new DomainError('rule-violated', 'file.not_a_photo');
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw new DomainError('rule-violated', 'file.too_many_pixels', { width, height });
  if (Math.max(width, height) > MOST_TIMES_LONGER * Math.min(width, height))
    throw new DomainError('rule-violated', 'file.not_a_photo');
}

async function drawAnew(path: string): Promise<Photo> {
  const inside = { width: LARGE_SIDE, height: LARGE_SIDE, fit: 'inside' } as const;
  const large = await open(path)
    .autoOrient()
    .resize({ ...inside, withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .timeout({ seconds: PATIENCE_SECONDS })
    .toBuffer({ resolveWithObject: true });
  const small = await sharp(large.data)
    .resize({ ...SMALL, fit: 'cover', position: 'attention' })
    .webp({ quality: QUALITY })
    .toBuffer();
  return { large: large.data, small, width: large.info.width, height: large.info.height };
}

function open(path: string): Sharp {
  return sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
}

function unreadable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
  return new DomainError('rule-violated', tooLarge ? 'file.too_many_pixels' : 'file.not_a_photo');
}
