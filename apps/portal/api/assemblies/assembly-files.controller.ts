import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssemblyFileReader } from '#features/assemblies/meetings/assembly-file.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { attachmentNamed } from '#platform/files/content-disposition.js';
import { FileStore } from '#platform/files/file-store.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';

/** Papers and proofs for everybody; scans of signatures for those in office. */
@ApiTags('assemblies')
@Controller('assembly-files')
export class AssemblyFilesController {
  constructor(
    private readonly files: AssemblyFileReader,
    private readonly store: FileStore,
  ) {}

  @Get(':name')
  @Access('public')
  @ApiOperation({ operationId: 'openAssemblyFile', summary: 'A photo, or a document to be saved' })
  async open(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.getFor(signedInOf(request), name);
    const opened = await this.store.open(file.storedName);
    if (!opened) throw new DomainError('not-found', 'proposal.file_not_found');
    const isDocument = file.kind === 'document';
    void reply.headers({
      'content-type': file.mediaType,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      ...(isDocument && { 'content-disposition': attachmentNamed(file.shownName) }),
      'content-length': opened.sizeBytes,
    });
    await reply.send(opened.stream);
  }
}
