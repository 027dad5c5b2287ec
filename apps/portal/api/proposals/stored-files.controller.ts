import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { areFilesPublic } from '#features/participation/proposals/proposal.policy.js';
import {
  ProposalReader,
  type StoredFileRow,
} from '#features/participation/proposals/proposal.reader.js';
import { largeNameOf } from '#features/participation/proposals/stored-names.js';
import { attachmentNamed } from '#platform/files/content-disposition.js';
import { FileStore } from '#platform/files/file-store.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';

// A stored file never changes, but what was withdrawn should leave caches within a week.
const PUBLIC = 'public, max-age=604800, immutable';
const PRIVATE = 'private, no-store';
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
    void reply.headers(headersOf(file)).header('content-length', opened.sizeBytes);
    await reply.send(opened.stream);
  }
}

/** Our pages show photos only; a document is saved, and no browser guesses what it is. */
function headersOf(file: StoredFileRow): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'cache-control': areFilesPublic(file) ? PUBLIC : PRIVATE,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(file.kind === 'document' ? { 'content-disposition': attachmentNamed(file.shownName) } : {}),
  };
}

function notFound(): DomainError {
  return new DomainError('not-found', 'proposal.file_not_found');
}
