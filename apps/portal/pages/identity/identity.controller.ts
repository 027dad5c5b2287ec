import { Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { BrowserSessions } from '../../api/sessions/browser-sessions.js';
import { Roll } from '../../api/sessions/roll.js';
import { StandInIdentity } from '../../api/sessions/stand-in-identity.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { ownPath } from '../_frame/page-address.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

/** Signing in with the stand-in, and out. */
@PageController()
export class IdentityPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly identity: StandInIdentity,
    private readonly roll: Roll,
    private readonly browsers: BrowserSessions,
  ) {}

  @Show('sign-in', 'public')
  show(@Req() request: FastifyRequest, @Query('next') next?: string): string {
    return form(this.pages.open(request), { next: ownPath(next), iin: '' });
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
    const typed = { next: ownPath(fields.text('next')), iin: fields.text('iin') };
    return page.attempt(
      async () => {
        const proven = await this.identity.prove(typed.iin);
        await this.browsers.open({ request, reply }, await this.roll.recognise(proven));
        return page.goTo(typed.next);
      },
      (faults) => form(page, { ...typed, faults }),
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
}

interface SignInForm {
  readonly next: string;
  readonly iin: string;
  readonly faults?: FormFaults;
}

function form(page: Page, values: SignInForm): string {
  return page.render('identity/sign-in', {
    title: page.say.t('identity.signIn.title'),
    ...values,
  });
}
