import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DISMISSAL_ROLES } from '#features/budget/dismissals/dismissal.policy.js';
import type { DismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { DismissalActing } from './dismissal-acting.js';
import { formNamed, formsFor } from './dismissal-form.js';
import { type DismissalFormSetting, presentDismissalForm } from './dismissal-form.presenter.js';

const OFFICES = { roles: DISMISSAL_ROLES };
const MOST_SESSIONS = 50;
const FIELDS = ['act', 'on', 'session', 'signedBy', 'votes', 'number', 'text', 'reasons', 'file'];

/** One act on a dismissal at a time, with its files; what was typed comes back with every fault. */
@PageController('dismissal-desk/:id/:form')
export class DismissalFormsController {
  constructor(
    private readonly pages: Pages,
    private readonly dismissals: DismissalReader,
    private readonly maslikhats: MaslikhatReader,
    private readonly sessions: SessionReader,
    private readonly enclosing: EnclosingForms,
    private readonly acting: DismissalActing,
  ) {}

  @Show('', OFFICES)
  async show(
    @Param('id', KnownId) id: string,
    @Param('form') form: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    const setting = await this.open(id, form);
    assertTheirs(page, setting);
    return render(page, setting, {});
  }

  @TakeWithFile('', OFFICES)
  async take(
    @Param('id', KnownId) id: string,
    @Param('form') form: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const setting = await this.open(id, form);
    assertTheirs(page, setting);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    const sent = { fields, files };
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(page, setting, sent);
        const given = { person: page.person!, dismissalId: id, enclosures: files.ids };
        await this.acting.run(setting.name, given, fields);
        return page.goTo(`/dismissals/${id}`);
      },
      (faults) => render(page, setting, { ...sent, faults }),
      FIELDS,
    );
  }

  private async open(id: string, form: string): Promise<DismissalFormSetting> {
    const name = formNamed(form);
    if (!name) throw notThere();
    const dismissal = await this.dismissals.get(id);
    const { maslikhat, today } = dismissal;
    const found = await this.maslikhats.find(maslikhat);
    const deputies = (found?.deputies ?? []).filter(
      ({ from, until }) => from <= today && today <= until,
    );
    const sessions = name === 'vote' ? await this.openSessions(dismissal) : [];
    return { name, dismissal, deputies, sessions };
  }

  private async openSessions({ maslikhat }: DismissalRow) {
    const rows = await this.sessions.list(maslikhat, MOST_SESSIONS);
    return rows.filter(({ state }) => state === 'open');
  }
}

/** A form is there for those whose act it is, at the step that it belongs to. */
function assertTheirs({ person }: Page, { dismissal, name }: DismissalFormSetting): void {
  if (!formsFor(dismissal, person!).includes(name)) throw notThere();
}

function notThere(): DomainError {
  return new DomainError('not-found', 'dismissal.not_found');
}

function render(page: Page, setting: DismissalFormSetting, sent: SentWithFiles): string {
  return page.render('dismissals/form', presentDismissalForm(setting, sent, page.say));
}
