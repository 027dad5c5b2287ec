import { Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { BrowserSessions } from '../../api/sessions/browser-sessions.js';
import type { EgovIdentity } from '../../api/sessions/egov/egov-identity.js';
import { EGOV_IDENTITY } from '../../api/sessions/egov/egov-identity.token.js';
import { type AskedProof, isAskedProof } from '../../api/sessions/egov/sign-in-attempt.js';
import { Roll } from '../../api/sessions/roll.js';
import { StandInIdentity } from '../../api/sessions/stand-in-identity.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { ownPath } from '../_frame/page-address.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

/** The page of signing in, signing in with the stand-in, and out. */
@PageController()
export class IdentityPagesController {
  constructor(
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EGOV_IDENTITY) private readonly egov: EgovIdentity | null,
    private readonly identity: StandInIdentity,
    private readonly roll: Roll,
    private readonly browsers: BrowserSessions,
  ) {}

  @Show('sign-in', 'public')
  show(@Req() request: FastifyRequest, @Query() query: SignInQuery): string {
    const { next, proof, failed } = query;
    return this.form(this.pages.open(request), {
      next: ownPath(next),
      proof: isAskedProof(proof) ? proof : 'ordinary',
      iin: '',
      ...(FAILURES.includes(String(failed)) && { failed: String(failed) }),
    });
  }

  /** Where a proof in a second window ends: the first one holds a form. */
  @Show('sign-in/proven', 'signed-in')
  proven(@Req() request: FastifyRequest): string {
    const page = this.pages.open(request);
    return page.render('identity/proven', { title: page.say.t('identity.proven.title') });
  }

  @Take('sign-in', 'public')
  @Costs('sign-in')
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const proof = fields.text('proof');
    const typed = {
      next: ownPath(fields.text('next')),
      proof: isAskedProof(proof) ? proof : ('ordinary' as const),
      iin: fields.text('iin'),
    };
    return page.attempt(
      async () => {
        const proven = await this.identity.prove(typed.iin);
        await this.browsers.open({ request, reply }, await this.roll.recognise(proven));
        return page.goTo(typed.next);
      },
      (faults) => this.form(page, { ...typed, faults }),
    );
  }

  @Take('sign-out', 'public')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    await this.browsers.close({ request, reply });
    return this.pages.open(request).goTo('/');
  }

  private form(page: Page, form: SignInForm): string {
    const { proof, next, failed } = form;
    const asked = new URLSearchParams({ proof, next }).toString();
    return page.render('identity/sign-in', {
      title: page.say.t('identity.signIn.title'),
      ...form,
      ...(proof !== 'ordinary' && { why: page.say.t(`identity.signIn.why.${proof}`) }),
      ...(failed && { failure: page.say.t(`errors.identity.${failed}`) }),
      egov: this.egov && { path: `/sign-in/egov?${asked}`, isAway: this.egov.isAway },
      standIn: this.config.standInIdentity,
    });
  }
}

interface SignInQuery {
  readonly next?: unknown;
  readonly proof?: unknown;
  readonly failed?: unknown;
}

interface SignInForm {
  readonly next: string;
  readonly proof: AskedProof;
  readonly iin: string;
  readonly failed?: string;
  readonly faults?: FormFaults;
}

/** What a sign-in with eGov can end with; its words stand under `errors.identity`. */
const FAILURES: readonly string[] = [
  'egov_away',
  'egov_no_iin',
  'egov_not_proven',
  'egov_refused',
  'not_on_the_roll',
  'sign_in_expired',
];
