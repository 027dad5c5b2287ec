import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '#features/participation/results/result.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';

export interface FileAnswer {
  readonly round: RoundRow;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends a frozen file, packed to those who can unpack it, with the digest that people compare. */
export function sendElectionFile(file: StoredFile, answer: FileAnswer): StreamableFile {
  const { round, request, reply } = answer;
  const isPackedWanted = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const others = round.pots.filter(({ territory }) => territory !== file.territory);
  void reply.headers({
    'repr-digest': `sha-256=:${Buffer.from(file.digest, 'hex').toString('base64')}:`,
    vary: 'accept-encoding',
    ...(isPackedWanted && { 'content-encoding': 'gzip' }),
    ...(others.length > 0 && { link: linksTo(round.id, others) }),
  });
  const packed = Readable.from([file.gzipped]);
  return new StreamableFile(isPackedWanted ? packed : packed.pipe(createGunzip()), {
    type: 'text/plain; charset=utf-8',
    disposition: `attachment; filename="round-${round.year}-${file.territory}.pb"`,
  });
}

/** Each pot is an election of its own; the other files are named beside this one. */
function linksTo(roundId: string, pots: RoundRow['pots']): string {
  return pots
    .map(
      ({ territory }) => `</api/v1/rounds/${roundId}/election.pb?pot=${territory}>; rel="related"`,
    )
    .join(', ');
}
