import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DOCUMENT_MEDIA_TYPE, readDocument } from '#platform/files/document-intake.js';
import { FileStore } from '#platform/files/file-store.js';
import { mediaKindOf } from '#platform/files/media-kind.js';
import { PHOTO_MEDIA_TYPE, readPhoto } from '#platform/files/photo-intake.js';
import { shownNameOf } from '#platform/files/shown-name.js';
import type { Upload } from '#platform/files/uploads.js';
import type { AssemblyFileRow } from './meeting-row.js';

/** Takes scans and photos in: the bytes first, so that a row never names a file that is not there. */
@Injectable()
export class KeepFile {
  constructor(private readonly store: FileStore) {}

  /**
   * Looks at an uploaded file, keeps it, and does what records it; if that fails nothing is kept.
   *
   * @throws DomainError rule-violated `file.kind_not_taken` or what is wrong with it
   */
  async run(upload: Upload, record: (file: AssemblyFileRow) => Promise<void>): Promise<void> {
    const { file, bytes } = await takenFrom(upload);
    try {
      await this.store.put(file.storedName, bytes);
      await record(file);
    } catch (error) {
      await this.store.remove(file.storedName);
      throw error;
    }
  }
}

interface TakenFile {
  readonly file: AssemblyFileRow;
  readonly bytes: Buffer;
}

async function takenFrom({ path, givenName }: Upload): Promise<TakenFile> {
  const kind = await mediaKindOf(path);
  if (kind === null) throw new DomainError('rule-violated', 'file.kind_not_taken');
  const isPhoto = kind === 'photo';
  const bytes = isPhoto ? (await readPhoto(path)).large : await readDocument(path);
  const id = v7();
  const ending = isPhoto ? 'webp' : 'pdf';
  const file: AssemblyFileRow = {
    id,
    kind,
    storedName: `${id}.${ending}`,
    shownName: shownNameOf(givenName, ending),
    mediaType: isPhoto ? PHOTO_MEDIA_TYPE : DOCUMENT_MEDIA_TYPE,
    sizeBytes: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
  return { file, bytes };
}
