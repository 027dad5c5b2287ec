import { Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddProposalFile } from '#features/participation/proposals/add-proposal-file.js';
import { RemoveProposalFile } from '#features/participation/proposals/remove-proposal-file.js';
import { Uploads } from '#platform/files/uploads.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { readSentForm, uploadIn } from '../sent-form.js';

/** Photos and documents of one's own proposal. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:id/files')
export class ProposalFilesController {
  constructor(
    private readonly uploads: Uploads,
    private readonly addFile: AddProposalFile,
    private readonly removeFile: RemoveProposalFile,
  ) {}

  @Post()
  @Costs('upload')
  @Access({ roles: ['resident'] })
  @ApiOperation({
    operationId: 'addProposalFile',
    summary: 'Add a photo (JPEG, PNG, WebP) or a document (PDF); its content tells which',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM_SCHEMA() })
  async add(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const form = await readSentForm(request, this.uploads);
    const upload = uploadIn(form);
    const alternativeText = form.fields['alternativeText'] ?? '';
    const addition = { id, upload, alternativeText };
    const adding = this.addFile.run(signedInOf(request)!, addition);
    return { id: await adding.finally(() => this.uploads.discard(upload)) };
  }

  @Delete(':file')
  @HttpCode(204)
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'removeProposalFile', summary: 'Take a photo or document out' })
  async remove(
    @Param('id', KnownId) id: string,
    @Param('file', KnownId) file: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.removeFile.run(signedInOf(request)!, id, file);
  }
}

function FORM_SCHEMA() {
  return {
    type: 'object',
    required: ['file'],
    properties: {
      alternativeText: { type: 'string', maxLength: 200 },
      file: { type: 'string', format: 'binary' },
    },
  };
}
