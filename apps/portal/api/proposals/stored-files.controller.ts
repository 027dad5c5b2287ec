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
import { isStoredName, sendStoredFile } from '../send-stored-file.js';

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
    if (!isStoredName(name)) throw notFound();
    const found = await this.proposals.getFileFor(signedInOf(request), largeNameOf(name));
    const file = { ...found, isPublic: areFilesPublic(found) };
    if (!(await sendStoredFile({ store: this.store, name, file, reply }))) throw notFound();
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'proposal.file_not_found');
}
