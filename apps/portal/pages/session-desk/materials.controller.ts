import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddSessionMaterial } from '#features/budget/sessions/add-session-material.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { materialsDueOn } from '#rules/sessions/session-materials.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { KnownId } from '#platform/http/known-id.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { addressOr, textsIn } from '../assembly-desk/typed-fields.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { presentAgenda } from '../sessions/agenda.presenter.js';
import { SECRETARIES } from './desk-access.js';
import { type SessionForm, type SessionFormAct, SessionForms } from './session-forms.js';

/** Papers for the deputies, with the day until which they must have them. */
@PageController('session-desk/sessions/:id/materials')
export class SessionMaterialsController {
  constructor(
    private readonly forms: SessionForms,
    private readonly sessions: SessionReader,
    private readonly addMaterial: AddSessionMaterial,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.forms.show(request, id, this.form);
  }

  @TakeWithFile('', SECRETARIES)
  take(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.forms.take(request, id, this.form);
  }

  private readonly form: SessionFormAct = {
    name: 'materials',
    path: 'materials',
    fields: ['question', 'titleKk', 'titleRu', 'title', 'file', 'link'],
    model: (form, sent) => this.model(form, sent),
    act: async ({ page, session }, fields, files) => {
      await this.addMaterial.run(page.person!, {
        sessionId: session.id,
        question: Number.parseInt(fields.text('question'), 10) || 0,
        title: textsIn(fields, 'title'),
        link: addressOr(fields, 'link'),
        files,
      });
      return `/session-desk/sessions/${session.id}/materials`;
    },
  };

  private async model({ page, session }: SessionForm, { fields }: SentWithFiles) {
    const { say } = page;
    const dueOn = materialsDueOn(session.sessionOn, sessionRuleOn(session.kind, session.sessionOn));
    const materials = await this.sessions.listMaterials(session.id);
    const agenda = presentAgenda({ session, materials, decisions: [] }, say);
    return {
      title: say.t('sessionDesk.materials.title'),
      due: say.t('sessionDesk.materials.due', {
        due: say.date(dueOn),
        left: say.daysLeft(dueOn, page.frame.today),
      }),
      agenda,
      questions: agenda.map(({ number, title }) => ({
        value: String(number),
        text: `${number}. ${title}`,
      })),
      question: fields?.text('question') ?? '',
    };
  }
}
