import { attachmentNamed } from '#platform/files/content-disposition.js';
import type { MediaKind } from '#platform/files/media-kind.js';

// A stored file never changes, but what was withdrawn should leave caches within a week.
const PUBLIC = 'public, max-age=604800, immutable';
const PRIVATE = 'private, no-store';

/** A stored file about to be sent. */
export interface SentFile {
  readonly kind: MediaKind;
  readonly mediaType: string;
  readonly shownName: string;
  readonly isPublic: boolean;
}

/** Our pages show photos only; a document is saved, and no browser guesses what it is. */
export function storedFileHeaders(file: SentFile): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'cache-control': file.isPublic ? PUBLIC : PRIVATE,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(file.kind === 'document' ? { 'content-disposition': attachmentNamed(file.shownName) } : {}),
  };
}
