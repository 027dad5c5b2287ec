import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EnclosureReader } from '#features/record/enclosures/enclosure.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { FileStore } from '#platform/files/file-store.js';
import { largeNameOf } from '#platform/files/stored-names.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { storedFileHeaders } from '../stored-file-headers.js';

const NAME = /^[0-9a-f-]{36}(-small)?\.(webp|pdf)$/;

/** Files beside acts, by their generated names. */
@ApiTags('enclosures')
@Controller('enclosures')
export class StoredEnclosuresController {
  constructor(
    private readonly enclosures: EnclosureReader,
    private readonly store: FileStore,
  ) {}

  @Get(':name')
  @Access('public')
  @ApiOperation({ operationId: 'openEnclosure', summary: 'A picture, or a document to be saved' })
  async open(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!NAME.test(name)) throw notFound();
    const file = await this.enclosures.getFor(signedInOf(request), largeNameOf(name));
    const opened = await this.store.open(name);
    if (!opened) throw notFound();
    void reply.headers(storedFileHeaders(file)).header('content-length', opened.sizeBytes);
    await reply.send(opened.stream);
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'enclosure.not_found');
}
