import { Inject, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type Recognised, Roll } from '../roll.js';
import { EGOV, type EgovIdentity } from './egov-identity.js';
import { EGOV_IDENTITY } from './egov-identity.token.js';
import { SignInAttempts } from './sign-in-attempts.js';

type Verify = (
  request: FastifyRequest,
  done: (error: unknown, person?: Recognised) => void,
) => void;

/** A browser that the provider sent back. */
class ReturnScheme extends passport.Strategy {
  override readonly name = EGOV;

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, person) => {
      if (person) this.success(person);
      else this.error(error);
    });
  }
}

/** eGov as a passport strategy. */
@Injectable()
export class EgovStrategy extends PassportStrategy(ReturnScheme, EGOV) {
  constructor(
    @Inject(EGOV_IDENTITY) private readonly identity: EgovIdentity | null,
    private readonly attempts: SignInAttempts,
    private readonly roll: Roll,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Recognised> {
    if (!this.identity) throw new DomainError('forbidden', 'identity.egov_off');
    const query = request.url.slice(request.url.indexOf('?') + 1);
    const attempt = this.attempts.of(request);
    return this.roll.recognise(await this.identity.prove({ query, attempt }));
  }
}

/** Somebody recognised, or why not: a refusal is told on the page where one signs in. */
export type EgovOutcome = Recognised | { readonly refusal: DomainError };

@Injectable()
export class EgovGuard extends AuthGuard(EGOV) {
  override handleRequest<Outcome = EgovOutcome>(error: unknown, person: unknown): Outcome {
    if (error instanceof DomainError) return { refusal: error } as Outcome;
    if (error) throw error;
    return person as Outcome;
  }
}
