import { Body, Controller, Param, ParseIntPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddAgendaPaper } from '#features/assemblies/meetings/add-agenda-paper.js';
import { ProveNotice } from '#features/assemblies/meetings/prove-notice.js';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { PaperDto, ProofDto } from './meeting-acts.dto.js';
import { formWithFile, SentFiles } from './sent-files.js';

const SECRETARY = { roles: ['secretary'] };

/** Papers beside the agenda and proofs of the notice, by their address or as files. */
@ApiTags('assemblies')
@Controller('api/v1/meetings/:id')
export class MeetingPapersController {
  constructor(
    private readonly files: SentFiles,
    private readonly addPaper: AddAgendaPaper,
    private readonly proveNotice: ProveNotice,
  ) {}

  @Post('items/:number/papers')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'addAgendaPaper', summary: 'A paper by its address' })
  async paper(
    @Param('id', KnownId) meetingId: string,
    @Param('number', ParseIntPipe) item: number,
    @Body() { title, link }: PaperDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const paper = { meetingId, item, title, link, upload: null };
    await this.addPaper.run(signedInOf(request)!, paper);
  }

  @Post('items/:number/paper-files')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'uploadAgendaPaper', summary: 'A paper as a file (PDF, photo)' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formWithFile('titleKk', 'titleRu') })
  async paperFile(
    @Param('id', KnownId) meetingId: string,
    @Param('number', ParseIntPipe) item: number,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.files.take(request, async ({ titleKk = '', titleRu = '' }, upload) => {
      const title = { kk: titleKk, ru: titleRu };
      await this.addPaper.run(signedInOf(request)!, { meetingId, item, title, link: null, upload });
    });
  }

  @Post('notice-proofs')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'proveNotice', summary: 'Where the notice can be seen' })
  async proof(
    @Param('id', KnownId) meetingId: string,
    @Body() { channel, postedOn, link }: ProofDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const proof = { meetingId, channel, postedOn, link, upload: null };
    await this.proveNotice.run(signedInOf(request)!, proof);
  }

  @Post('notice-proof-files')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'uploadNoticeProof', summary: 'A photo or a scan of the notice' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formWithFile('channel', 'postedOn') })
  async proofFile(
    @Param('id', KnownId) meetingId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.files.take(request, async ({ channel = '', postedOn = '' }, upload) => {
      const proof = { meetingId, channel, postedOn: dayIn(postedOn), link: null, upload };
      await this.proveNotice.run(signedInOf(request)!, proof);
    });
  }
}

/** @throws DomainError rule-violated `form.not_a_date` */
export function dayIn(text: string, field = 'postedOn'): string {
  if (isCivilDate(text)) return text;
  const faults = [{ code: 'form.not_a_date', field }];
  throw new DomainError('rule-violated', 'form.not_a_date', { faults });
}
