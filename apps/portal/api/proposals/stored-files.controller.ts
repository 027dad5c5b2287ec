import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { areFilesPublic } from '#features/participation/proposals/proposal.policy.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { largeNameOf } from '#platform/files/stored-names.js';
import { FileStore } from '#platform/files/file-store.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { storedFileHeaders } from '../stored-file-headers.js';

const NAME = /^[0-9a-f-]{36}(-small)?\.(webp|pdf)$/;

/** Photos and documents by their generated names. */
@ApiTags('proposals')
@Controller('files')
export class StoredFilesController {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly store: FileStore,
  ) {}

  @Get(':name')
  @Access('public')
  @ApiOperation({ operationId: 'openFile', summary: 'A photo, or a document to be saved' })
  async open(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!NAME.test(name)) throw notFound();
    const file = await this.proposals.getFileFor(signedInOf(request), largeNameOf(name));
    const opened = await this.store.open(name);
    if (!opened) throw notFound();
    void reply
      .headers(storedFileHeaders({ ...file, isPublic: areFilesPublic(file) }))
      .header('content-length', opened.sizeBytes);
    await reply.send(opened.stream);
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'proposal.file_not_found');
}
