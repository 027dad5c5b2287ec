import { fileTypeFromFile } from 'file-type';

/** Kinds of files that we take; everything else is refused. */
export type MediaKind = 'photo' | 'document';

const KINDS: Readonly<Record<string, MediaKind>> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'application/pdf': 'document',
};

/** What a file is by its content; its name and what the browser says count for nothing. */
export async function mediaKindOf(path: string): Promise<MediaKind | null> {
  const type = await fileTypeFromFile(path);
  return (type && KINDS[type.mime]) ?? null;
}
