import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { ACCESS, type AccessRule } from '../http/access.js';
import { FRESH_PROOF } from '../http/fresh-proof.js';
import { LivingSessions } from './living-sessions.js';
import { ProofDemands } from './proof-demands.js';
import { roleRefusal } from './role-refusal.js';
import { sessionTokenOf } from './session-token.js';
import { rememberSignedIn, type SignedIn } from './signed-in.js';

/** Reads the session once a request and lets in whom the route's access rule names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: LivingSessions,
    private readonly demands: ProofDemands,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw new Error('A route without an access rule was called');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = sessionTokenOf(request);
    const person = token ? await this.sessions.find(token) : null;
    if (person) rememberSignedIn(request, person);
    assertAllowed(rule, person);
    const isGrave = this.reflector.get<boolean | undefined>(FRESH_PROOF, context.getHandler());
    if (isGrave && person) this.demands.assertFresh(person);
    return true;
  }
}

function assertAllowed(rule: AccessRule, person: SignedIn | null): void {
  if (rule === 'public') return;
  if (!person) throw new DomainError('unauthenticated', 'identity.not_signed_in');
  if (rule === 'signed-in') return;
  if (!person.roles.some((held) => rule.roles.includes(held.role)))
    throw roleRefusal(person, rule.roles);
}
