import { Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddEnclosure } from '#features/record/enclosures/add-enclosure.js';
import { Uploads } from '#platform/files/uploads.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { readSentForm, uploadIn } from '../sent-form.js';
import { type EnclosureView, presentEnclosure } from './enclosure.presenter.js';

/** Files for acts to come. */
@ApiTags('enclosures')
@Controller('api/v1/enclosures')
export class EnclosuresController {
  constructor(
    private readonly uploads: Uploads,
    private readonly addEnclosure: AddEnclosure,
  ) {}

  @Post()
  @Costs('upload')
  @Access({ roles: ['akim', 'officer', 'maslikhat-secretary', 'resident'] })
  @ApiOperation({
    operationId: 'addEnclosure',
    summary: 'Send a document (PDF) or a picture (JPEG, PNG, WebP) for an act that will name it',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async add(@Req() request: FastifyRequest): Promise<EnclosureView> {
    const upload = uploadIn(await readSentForm(request, this.uploads));
    const adding = this.addEnclosure.run(signedInOf(request)!, upload);
    return presentEnclosure(await adding.finally(() => this.uploads.discard(upload)));
  }
}
