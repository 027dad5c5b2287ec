import { Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isInOffice } from '#platform/identity/session-terms.js';
import { tellRefusal } from '#platform/log/security-log.js';
import { Costs } from '#platform/limits/costs.js';
import { BrowserSessions } from '../../api/sessions/browser-sessions.js';
import type { EgovIdentity } from '../../api/sessions/egov/egov-identity.js';
import { EGOV_IDENTITY } from '../../api/sessions/egov/egov-identity.token.js';
import { EgovGuard, type EgovOutcome } from '../../api/sessions/egov/egov.strategy.js';
import { isAskedProof, type SignInAttempt } from '../../api/sessions/egov/sign-in-attempt.js';
import { SignInAttempts } from '../../api/sessions/egov/sign-in-attempts.js';
import { ownPath } from '../_frame/page-address.js';
import { seeOther, type SeeOther } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';

interface SignInQuery {
  readonly next?: unknown;
  readonly proof?: unknown;
}

/** Leaving for eGov, and coming back. */
@PageController('sign-in/egov')
export class EgovPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly attempts: SignInAttempts,
    private readonly browsers: BrowserSessions,
    @Inject(EGOV_IDENTITY) private readonly egov: EgovIdentity | null,
  ) {}

  /** A link and not a form: our own policy lets no form lead to another host. */
  @Show('', 'public')
  @Costs('sign-in')
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { next, proof }: SignInQuery,
  ): Promise<SeeOther> {
    if (!this.egov) throw new DomainError('forbidden', 'identity.egov_off');
    const { lang, person } = this.pages.open(request);
    const asked = isAskedProof(proof) ? proof : 'ordinary';
    const wanted = { next: ownPath(next), lang, proof: asked, begunAt: Date.now() };
    try {
      const inOffice = person !== undefined && isInOffice(person);
      const { url, attempt } = await this.egov.begin(wanted, inOffice);
      this.attempts.keep(attempt, reply);
      return seeOther(url);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return seeOther(signInAgain(wanted, error.code));
    }
  }

  @Show('return', 'public')
  @Costs('sign-in')
  @UseGuards(EgovGuard)
  async comeBack(
    @Req() request: FastifyRequest & { user: EgovOutcome },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const attempt = this.attempts.of(request);
    this.attempts.forget(reply);
    const outcome = request.user;
    if ('refusal' in outcome) {
      tellRefusal(outcome.refusal, request);
      return seeOther(signInAgain(attempt, outcome.refusal.code));
    }
    await this.browsers.open({ request, reply }, outcome);
    return seeOther(`/${attempt!.lang}${attempt!.next === '/' ? '' : attempt!.next}`);
  }
}

/** The page where one signs in, with what went wrong. */
function signInAgain(
  attempt: Pick<SignInAttempt, 'next' | 'lang' | 'proof'> | null,
  code: string,
): string {
  const { lang, next, proof } = attempt ?? { lang: 'kk', next: '/', proof: 'ordinary' };
  const failed = code.slice(code.indexOf('.') + 1);
  return `/${lang}/sign-in?${new URLSearchParams({ failed, proof, next }).toString()}`;
}
