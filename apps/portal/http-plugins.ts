import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UPLOAD_LIMIT_BYTES } from '#platform/files/uploads.js';
import { Views } from '#platform/views/views.js';

const MULTIPART_LIMITS = {
  fileSize: UPLOAD_LIMIT_BYTES,
  files: 1,
  fields: 40,
  // 20 000 Kazakh letters, with room: longer texts are refused by their own rules.
  fieldSize: 96 * 1024,
  fieldNameSize: 100,
  headerPairs: 20,
};

/** A page of one person is compressed for one reading: quickly. */
const COMPRESSION = {
  threshold: 1_024,
  encodings: ['br', 'gzip'] as ('br' | 'gzip')[],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
};

/** What the HTTP server does besides routes: compression, cookies, uploads, styles and scripts. */
export async function registerHttpPlugins(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, COMPRESSION);
  await app.register(cookie);
  await app.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false });
  await app.register(statics, {
    root: app.get(Views).assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
}
