import {
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { isLang } from '#platform/views/lang.js';
import { isSharedPage, type SharedPage } from './page-cache.js';
import { isPageWithStatus, isSeeOther } from './page-answer.js';
import { sharedAnswer } from './shared-answer.js';

/** Sends what page controllers return: HTML, HTML with a status, or a redirect. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.routeOptions.url?.startsWith('/:lang')) return next.handle();
    const { lang } = request.params as { lang?: unknown };
    if (!isLang(lang)) throw new HttpException({ code: 'http.404' }, 404);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(
        map((answer: unknown) =>
          isSharedPage(answer) ? sendShared(answer, request, reply) : send(answer, reply),
        ),
      );
  }
}

function sendShared(page: SharedPage, request: FastifyRequest, reply: FastifyReply): unknown {
  const { status, headers, body } = sharedAnswer(page, request.headers);
  void reply.status(status).headers(headers);
  return body;
}

function send(answer: unknown, reply: FastifyReply): unknown {
  if (isSeeOther(answer)) {
    void reply.status(303).header('location', answer.seeOther);
    return '';
  }
  if (isPageWithStatus(answer)) return send(answer.html, reply.status(answer.status));
  if (typeof answer !== 'string') return answer;
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  if (!reply.hasHeader('content-type')) void reply.type('text/html; charset=utf-8');
  return answer;
}
