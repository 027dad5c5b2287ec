import { createHash } from 'node:crypto';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DOCUMENT_MEDIA_TYPE, readDocument } from './document-intake.js';
import type { FileStore } from './file-store.js';
import { type MediaKind, mediaKindOf } from './media-kind.js';
import { PHOTO_MEDIA_TYPE, readPhoto } from './photo-intake.js';
import { shownNameOf } from './shown-name.js';
import { smallNameOf } from './stored-names.js';
import type { Upload } from './uploads.js';

/** A file that was looked at, and the bytes to store under generated names. */
export interface TakenFile {
  readonly id: string;
  readonly kind: MediaKind;
  readonly storedName: string;
  /** The name that the sender's device gave, made harmless. */
  readonly shownName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the stored bytes. */
  readonly digest: Buffer;
  readonly width: number | null;
  readonly height: number | null;
  readonly parts: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/**
 * Looks at an uploaded file and makes it harmless: a photo is drawn anew, a document stays a PDF.
 *
 * @throws DomainError rule-violated `file.kind_not_taken` or what is wrong with it
 */
export async function takeFile(upload: Upload, id: string): Promise<TakenFile> {
  const kind = await mediaKindOf(upload.path);
  if (kind === 'photo') return takePhoto(upload, id);
  if (kind === 'document') return takeDocument(upload, id);
  throw new DomainError('rule-violated', 'file.kind_not_taken');
}

/**
 * Stores the bytes and then records them: a row never names a file that is not there, and what
 * could not be recorded leaves nothing behind.
 */
export async function keepFile(
  store: FileStore,
  { parts }: TakenFile,
  record: () => Promise<void>,
): Promise<void> {
  try {
    for (const { name, bytes } of parts) await store.put(name, bytes);
    await record();
  } catch (error) {
    for (const { name } of parts) await store.remove(name);
    throw error;
  }
}

async function takePhoto({ path, givenName }: Upload, id: string): Promise<TakenFile> {
  const { large, small, width, height } = await readPhoto(path);
  const storedName = `${id}.webp`;
  return {
    id,
    kind: 'photo',
    storedName,
    shownName: shownNameOf(givenName, 'webp'),
    mediaType: PHOTO_MEDIA_TYPE,
    ...fingerprintOf(large),
    width,
    height,
    parts: [
      { name: storedName, bytes: large },
      { name: smallNameOf(storedName), bytes: small },
    ],
  };
}

async function takeDocument({ path, givenName }: Upload, id: string): Promise<TakenFile> {
  const bytes = await readDocument(path);
  const storedName = `${id}.pdf`;
  return {
    id,
    kind: 'document',
    storedName,
    shownName: shownNameOf(givenName, 'pdf'),
    mediaType: DOCUMENT_MEDIA_TYPE,
    ...fingerprintOf(bytes),
    width: null,
    height: null,
    parts: [{ name: storedName, bytes }],
  };
}

function fingerprintOf(bytes: Buffer) {
  return { sizeBytes: bytes.length, digest: createHash('sha256').update(bytes).digest() };
}
