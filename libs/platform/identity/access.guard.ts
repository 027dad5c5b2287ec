import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { ACCESS, type AccessRule } from '../http/access.js';
import { digestOfToken, tokenInCookies } from './session-token.js';
import { SignedInReader } from './sessions.js';
import { rememberSignedIn, type SignedIn } from './signed-in.js';

/** Reads the session once a request and lets in whom the route's access rule names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly people: SignedInReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw new Error('A route without an access rule was called');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = tokenInCookies(request.headers.cookie);
    const person = token ? await this.people.find(digestOfToken(token)) : null;
    if (person) rememberSignedIn(request, person);
    assertAllowed(rule, person);
    return true;
  }
}

function assertAllowed(rule: AccessRule, person: SignedIn | null): void {
  if (rule === 'public') return;
  if (!person) throw new DomainError('unauthenticated', 'identity.not_signed_in');
  if (rule === 'signed-in') return;
  const holds = person.roles.some((held) => rule.roles.includes(held.role));
  if (!holds) throw new DomainError('forbidden', 'identity.role_needed', { roles: rule.roles });
}
