import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#platform/http/access.js';
import { preferredLang } from '../_frame/page-address.js';

/** The short address printed on a receipt; it leads to the page in the reader's language. */
@ApiExcludeController()
@Controller('r')
export class ShortReceiptController {
  @Get(':code')
  @Access('public')
  lead(
    @Param('code') code: string,
    @Headers('accept-language') languages: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const address = `/${preferredLang(languages)}/r/${encodeURIComponent(code)}`;
    void reply.header('vary', 'accept-language').redirect(address, 302);
  }
}
