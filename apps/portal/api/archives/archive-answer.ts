import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ArchiveReader, ArchiveRow } from '#features/proof/archives/archive.reader.js';
import { byteRangeOf, type WantedBytes } from '#platform/http/byte-range.js';

export interface ArchiveToSend {
  readonly archive: ArchiveRow;
  readonly archives: ArchiveReader;
  readonly year: number;
}

/** Sends an archive or the asked part of it, so that a download goes on where it broke off. */
export async function sendArchive(
  { archive, archives, year }: ArchiveToSend,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { bytes, roundId } = archive;
  const etag = `"${archive.sha256}"`;
  void reply.headers(headersOf(archive, year));
  if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
  const wanted = rangeIn(request, etag, bytes);
  if (wanted === 'unsatisfiable') {
    void reply.header('content-range', `bytes */${bytes}`);
    return void (await reply.status(416).send());
  }
  const { first, last } = wanted ?? { first: 0, last: bytes - 1 };
  if (wanted) void reply.status(206).header('content-range', `bytes ${first}-${last}/${bytes}`);
  void reply.header('content-length', last - first + 1);
  await reply.send(Readable.from(archives.bytesOf(roundId, { first, last })));
}

/** A part is only good for somebody who has the beginning of the same archive. */
function rangeIn(
  { headers }: FastifyRequest,
  etag: string,
  bytes: number,
): WantedBytes | 'unsatisfiable' | null {
  const condition = headers['if-range'];
  return condition === undefined || condition === etag ? byteRangeOf(headers.range, bytes) : null;
}

function headersOf({ sha256, roundId }: ArchiveRow, year: number): Record<string, string> {
  const digest = Buffer.from(sha256, 'hex').toString('base64');
  return {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="round-${year}-${roundId}.zip"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'repr-digest': `sha-256=:${digest}:`,
    etag: `"${sha256}"`,
  };
}
