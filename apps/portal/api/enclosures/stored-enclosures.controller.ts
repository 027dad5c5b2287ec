import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EnclosureReader } from '#features/record/enclosures/enclosure.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { FileStore } from '#platform/files/file-store.js';
import { largeNameOf } from '#platform/files/stored-names.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { isStoredName, sendStoredFile } from '../send-stored-file.js';

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
    if (!isStoredName(name)) throw notFound();
    const file = await this.enclosures.getFor(signedInOf(request), largeNameOf(name));
    if (!(await sendStoredFile({ store: this.store, name, file, reply }))) throw notFound();
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'enclosure.not_found');
}
