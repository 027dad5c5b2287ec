import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HallSeatRow, SessionRow } from '#features/budget/sessions/session-row.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { sessionName } from '../sessions/session-line.presenter.js';
import { assertOwnSession } from './desk-access.js';

/** A form about one session, for its secretary. */
export interface SessionForm {
  readonly page: Page;
  readonly session: SessionRow;
  readonly hall: readonly HallSeatRow[];
}

/** One act of a session, as a form asks for it. */
export interface SessionFormAct {
  /** Of the template. */
  readonly name: string;
  /** Behind the session's address. */
  readonly path: string;
  readonly fields: readonly string[];
  readonly model: (
    form: SessionForm,
    sent: SentWithFiles,
  ) => Record<string, unknown> | Promise<Record<string, unknown>>;
  /** @returns where to go then */
  readonly act: (
    form: SessionForm,
    fields: FormFields,
    files: readonly string[],
  ) => Promise<string>;
}

/** Forms of a session's acts that take files: shown, taken, brought back with what was typed. */
@Injectable()
export class SessionForms {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionReader,
    private readonly enclosing: EnclosingForms,
  ) {}

  async show(request: FastifyRequest, id: string, act: SessionFormAct): Promise<string> {
    return render(await this.open(request, id), act, {});
  }

  async take(request: FastifyRequest, id: string, act: SessionFormAct): Promise<PageAnswer> {
    const form = await this.open(request, id);
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    const sent = { fields, files };
    return form.page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(form, act, sent);
        return form.page.goTo(await act.act(form, fields, files.ids));
      },
      (faults) => render(form, act, { ...sent, faults }),
      act.fields,
    );
  }

  private async open(request: FastifyRequest, id: string): Promise<SessionForm> {
    const page = this.pages.open(request);
    const session = await this.sessions.get(id);
    assertOwnSession(page.person!, session);
    return { page, session, hall: await this.sessions.listHall(id) };
  }
}

async function render(
  form: SessionForm,
  act: SessionFormAct,
  sent: SentWithFiles,
): Promise<string> {
  const { page, session } = form;
  const { faults, fields, files = EnclosingForm.empty() } = sent;
  const back = `/session-desk/sessions/${session.id}`;
  return page.render(`session-desk/${act.name}`, {
    caption: sessionName(session, page.say),
    back,
    action: `${back}/${act.path}`,
    faults,
    errors: faults?.fields ?? {},
    values: Object.fromEntries(act.fields.map((name) => [name, fields?.text(name) ?? ''])),
    enclosing: files.present(faults, page.say),
    ...(await act.model(form, sent)),
  });
}
