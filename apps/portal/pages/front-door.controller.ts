import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#platform/http/access.js';
import { preferredLang } from './_frame/page-address.js';

/** The bare address leads to the front page in the reader's language. */
@ApiExcludeController()
@Controller()
export class FrontDoorController {
  @Get()
  @Access('public')
  lead(
    @Headers('accept-language') languages: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    void reply.header('vary', 'accept-language').redirect(`/${preferredLang(languages)}`, 302);
  }
}
