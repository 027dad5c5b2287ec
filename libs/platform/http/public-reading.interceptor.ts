import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { signedInOf } from '../identity/signed-in.js';
import { readPublicly } from '../persistence/replica/public-reading.js';

const FROM_REPLICA = Symbol('from-replica');

/**
 * For lists and figures that are the same for everybody: a replica may answer, a few seconds late.
 * Never for receipts and one's own acts.
 */
export const FromReplica = (): MethodDecorator => SetMetadata(FROM_REPLICA, true);

/** Says as of when an answer holds, where a replica gave it. */
const AS_OF = 'qatysu-as-of';

/** Whoever is signed in gets everything from the primary: one's own acts must be among it. */
@Injectable()
export class PublicReadingInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const may = this.reflector.get<boolean | undefined>(FROM_REPLICA, context.getHandler());
    if (!may || signedInOf(http.getRequest<FastifyRequest>())) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return from(
      readPublicly(async (reading) => {
        const body: unknown = await lastValueFrom(next.handle());
        if (reading.asOf) void reply.header(AS_OF, reading.asOf.toISOString());
        return body;
      }),
    );
  }
}
