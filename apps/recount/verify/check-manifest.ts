import { createHash } from 'node:crypto';
import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import { type Manifest, type ManifestEntry, parseManifest } from '#rules/archive/manifest.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

/** Are exactly the files there that the manifest names, each with its SHA-256? */
export async function checkManifest(archive: ArchiveFile): Promise<Manifest> {
  const manifest = parseManifest(await archive.json(ARCHIVE_PATHS.manifest));
  hold(manifest !== null, 'manifest.unknown');
  const named = new Set([ARCHIVE_PATHS.manifest, ...manifest.files.map(({ path }) => path)]);
  for (const path of named) hold(archive.paths.includes(path), 'zip.missing', { path });
  for (const path of archive.paths) hold(named.has(path), 'manifest.extra', { path });
  for (const entry of manifest.files) await checkDigest(archive, entry);
  return manifest;
}

async function checkDigest(archive: ArchiveFile, entry: ManifestEntry): Promise<void> {
  const { path } = entry;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of archive.pieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  const holds = bytes === entry.bytes && hash.digest('hex') === entry.sha256;
  hold(holds, 'manifest.differs', { path });
}
