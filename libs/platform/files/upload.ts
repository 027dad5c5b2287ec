import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 } from 'uuid';

/** Largest file that is taken in: a photo of a good phone camera, a scanned estimate. */
export const UPLOAD_LIMIT_BYTES = 12 * 1024 * 1024;

/** A file as it came in, not looked at yet; it lies in a temporary place. */
export interface Upload {
  readonly path: string;
  /** As the sender's device calls it: to be made harmless before it is kept or shown. */
  readonly givenName: string;
}

/** Streams a file to a temporary place, so that memory stays flat however many come in. */
export async function receiveUpload(
  content: Readable,
  givenName: string,
  folder: string,
): Promise<Upload> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, v7());
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, givenName };
}

export async function discardUpload({ path }: Upload): Promise<void> {
  await rm(path, { force: true });
}
