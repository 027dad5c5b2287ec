import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswerInquiry } from '#features/petitions/inquiries/answer-inquiry.js';
import { CommentOnInquiry } from '#features/petitions/inquiries/comment-on-inquiry.js';
import { FileInquiry } from '#features/petitions/inquiries/file-inquiry.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { InquiriesQueryDto } from './inquiries-query.dto.js';
import { InquiryAnswerDto, InquiryCommentDto } from './inquiry-acts.dto.js';
import { type InquiryView, presentInquiry } from './inquiry.presenter.js';
import { NewInquiryDto, newInquiryOf } from './new-inquiry.dto.js';

/** Inquiries of deputies to officials; everything about them is public. */
@ApiTags('inquiries')
@Controller('api/v1/inquiries')
export class InquiriesController {
  constructor(
    private readonly inquiries: InquiryReader,
    private readonly fileInquiry: FileInquiry,
    private readonly answerInquiry: AnswerInquiry,
    private readonly commentOnInquiry: CommentOnInquiry,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listInquiries', summary: 'Inquiries, the newest first' })
  async list(@Query() query: InquiriesQueryDto): Promise<PageOf<InquiryView>> {
    const rows = await this.inquiries.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentInquiry });
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findInquiry', summary: 'An inquiry, by id or number' })
  async find(@Param('id') id: string): Promise<InquiryView> {
    return presentInquiry(await this.inquiries.get(id));
  }

  @Post()
  @Costs('words')
  @Access({ roles: ['deputy'] })
  @ApiOperation({
    operationId: 'fileInquiry',
    summary: 'A deputy asks an official of the law’s list; answer within one month',
  })
  async file(@Body() body: NewInquiryDto, @Req() request: FastifyRequest): Promise<InquiryView> {
    const id = await this.fileInquiry.run(signedInOf(request)!, newInquiryOf(body));
    return presentInquiry(await this.inquiries.get(id));
  }

  @Post(':id/answer')
  @Access({ roles: ['akim', 'officer', 'maslikhat-secretary'] })
  @ApiOperation({
    operationId: 'answerInquiry',
    summary: 'The addressee’s official answers; a letter from elsewhere the secretary enters',
  })
  async answer(
    @Param('id', KnownId) id: string,
    @Body() { links = [], enclosures = [], ...answer }: InquiryAnswerDto,
    @Req() request: FastifyRequest,
  ): Promise<InquiryView> {
    await this.answerInquiry.run(signedInOf(request)!, id, { ...answer, links, enclosures });
    return presentInquiry(await this.inquiries.get(id));
  }

  @Post(':id/comments')
  @Costs('words')
  @Access({ roles: ['deputy'] })
  @ApiOperation({
    operationId: 'commentOnInquiry',
    summary: 'The deputy who asked says what the answer is worth',
  })
  async comment(
    @Param('id', KnownId) id: string,
    @Body() comment: InquiryCommentDto,
    @Req() request: FastifyRequest,
  ): Promise<InquiryView> {
    await this.commentOnInquiry.run(signedInOf(request)!, id, comment);
    return presentInquiry(await this.inquiries.get(id));
  }
}
