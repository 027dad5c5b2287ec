import { createHash } from 'node:crypto';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError } from '#rules/kernel/domain-error.js';
import {
  AlreadyRecorded,
  withIdempotencyClaim,
  type IdempotencyClaim,
} from '../persistence/idempotency-claim.js';
import { signedInOf } from '../identity/signed-in.js';
import { readIdempotencyKey } from './idempotency-key.js';
import { StoredAnswers, type StoredAnswer } from './stored-answers.js';

/**
 * `Idempotency-Key` on POST: the same key with the same body gives the same answer, with another
 * body 422. The key commits together with the act (see idempotency-claim.ts), so a repeat after a
 * lost answer never acts twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: StoredAnswers) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const claim = claimOf(request);
    if (!claim) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const stored = await this.find(claim);
    if (stored) return from([this.repeat(stored, claim, reply)]);
    const answered = withIdempotencyClaim(claim, () => lastValueFrom(next.handle()));
    return from(answered.then((body) => this.store(claim, reply, body))).pipe(
      catchError(async (error: unknown) => {
        if (!(error instanceof AlreadyRecorded)) throw error;
        return this.repeat((await this.find(claim))!, claim, reply);
      }),
    );
  }

  private async find(claim: IdempotencyClaim): Promise<StoredAnswer | undefined> {
    return this.answers.find(claim);
  }

  private async store(
    claim: IdempotencyClaim,
    reply: FastifyReply,
    body: unknown,
  ): Promise<unknown> {
    await this.answers.store(claim, { status: reply.statusCode, answer: body ?? null });
    return body;
  }

  private repeat(stored: StoredAnswer, claim: IdempotencyClaim, reply: FastifyReply): unknown {
    if (!stored.bodyDigest.equals(claim.bodyDigest))
      throw new DomainError('rule-violated', 'idempotency.other_body');
    if (stored.status === null)
      throw new DomainError('conflict', 'idempotency.recorded_without_answer');
    void reply.status(stored.status);
    return stored.answer;
  }
}

function claimOf(request: FastifyRequest): IdempotencyClaim | null {
  if (request.method !== 'POST') return null;
  const sent = request.headers['idempotency-key'] ?? keyInForm(request.body);
  const key = readIdempotencyKey(sent);
  if (key === null) return null;
  const owner = signedInOf(request)?.personId ?? 'anyone';
  const body = `${request.url}\n${JSON.stringify(request.body ?? null)}`;
  const bodyDigest = createHash('sha256').update(body).digest();
  return { owner, key, bodyDigest, recorded: false };
}

/** Forms carry the key as a hidden field: a page cannot set headers without a script. */
function keyInForm(body: unknown): string | undefined {
  const key = (body as { idempotencyKey?: unknown } | null)?.idempotencyKey;
  return typeof key === 'string' ? key : undefined;
}
