import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { FreshMap } from '#platform/load/fresh-map.js';
import { freshMsAt, type Shown } from '#platform/load/load-stage.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';

/** A page as it is sent to many: made once, compressed once. */
export interface SharedPage {
  readonly html: Buffer;
  readonly brotli: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

const MOST_PAGES = 300;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Browsers ask again each time, by the page's tag. */
const EVERY_TIME = {
  'cache-control': 'public, max-age=0, must-revalidate',
  vary: 'accept-encoding, cookie',
  'content-type': 'text/html; charset=utf-8',
};

const compress = promisify(brotliCompress);

/**
 * Pages that many people open at once, kept in memory for two seconds, or longer in a stage of load: a
 * crowd costs one query and one rendering, and nobody has to be told when something changes.
 */
@Injectable()
export class PageCache {
  private readonly pages = new FreshMap<SharedPage>(MOST_PAGES);

  constructor(private readonly keeper: StageKeeper) {}

  /** The page at this address; whoever comes while it is being made waits for the same one. */
  get(address: string, make: () => Promise<string>, shown: Shown = 'list'): Promise<SharedPage> {
    const freshMs = freshMsAt(this.keeper.stage, shown);
    return this.pages.get(address, freshMs, async () => packed(await make()));
  }

  /** The page at this address if it is made already and still fresh. */
  findMade(address: string): SharedPage | null {
    return this.pages.findMade(address);
  }
}

async function packed(text: string): Promise<SharedPage> {
  const html = Buffer.from(text);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { html, brotli: await compress(html, QUALITY), etag, headers: { ...EVERY_TIME, etag } };
}

export function isSharedPage(value: unknown): value is SharedPage {
  return typeof value === 'object' && value !== null && 'brotli' in value && 'etag' in value;
}
