import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Uploads } from '#platform/files/uploads.js';
import { readSentForm } from '../../api/sent-form.js';
import { rememberSentFile, TAKES_FILE } from './file-form.js';

/**
 * Reads a form with a file before anything else looks at the body, so that its texts and its
 * once-only key are found where those of every other form are.
 */
@Injectable()
export class FileFormInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly uploads: Uploads,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const takesFile = this.reflector.get<true | undefined>(TAKES_FILE, context.getHandler());
    if (!takesFile || !request.isMultipart()) return next.handle();
    return from(this.handle(request, next));
  }

  private async handle(request: FastifyRequest, next: CallHandler): Promise<unknown> {
    const { fields, ...file } = await readSentForm(request, this.uploads);
    request.body = file.upload ? { ...fields, file: file.upload.givenName } : fields;
    rememberSentFile(request, file);
    try {
      return await lastValueFrom(next.handle());
    } finally {
      if (file.upload) await this.uploads.discard(file.upload);
    }
  }
}
