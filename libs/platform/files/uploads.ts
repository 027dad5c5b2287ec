import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';

/** Largest file that is taken in: a photo of a good phone camera, a scanned estimate. */
export const UPLOAD_LIMIT_BYTES = 12 * 1024 * 1024;

/** A file as it came in, not looked at yet; it lies in a temporary place. */
export interface Upload {
  readonly path: string;
  /** As the sender's device calls it: to be made harmless before it is kept or shown. */
  readonly givenName: string;
}

/** Streams files to a temporary folder, so that memory stays flat however many come in. */
@Injectable()
export class Uploads {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataFolder, 'files', 'incoming');
  }

  async receive(content: Readable, givenName: string): Promise<Upload> {
    await mkdir(this.folder, { recursive: true });
    const upload = { path: join(this.folder, v7()), givenName };
    try {
      await pipeline(content, createWriteStream(upload.path, { mode: 0o600 }));
    } catch (error) {
      await this.discard(upload);
      throw error;
    }
    return upload;
  }

  async discard({ path }: Upload): Promise<void> {
    await rm(path, { force: true });
  }
}
