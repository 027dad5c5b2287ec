import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AcceptWorks } from '#features/budget/works/accept-works.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { dayInput, wholeIn } from './form-values.js';
import { type FormAct, WorksForms } from './works-forms.js';

const BUILDERS = { roles: ['officer', 'akim'] };

/** Finished works are accepted: the act, photos, the warranty. */
@PageController('projects/:number/works/acceptance')
export class AcceptanceController {
  constructor(
    private readonly forms: WorksForms,
    private readonly acceptWorks: AcceptWorks,
  ) {}

  @Show('', BUILDERS)
  async show(@Req() request: FastifyRequest, @Param('number') number: string): Promise<string> {
    return this.forms.show(request, number, this.form);
  }

  @TakeWithFile('', BUILDERS)
  async take(@Req() request: FastifyRequest, @Param('number') number: string): Promise<PageAnswer> {
    return this.forms.take(request, number, this.form);
  }

  private readonly form: FormAct = {
    name: 'acceptance',
    fields: ['actNumber', 'acceptedOn', 'warrantyMonths', 'file'],
    model: ({ page, works }, sent) => ({
      acceptedOn: dayInput('acceptedOn', page.say.t('works.acceptedOn'), {
        sent,
        first: works.today,
      }),
    }),
    act: (asked, fields, enclosures) =>
      this.acceptWorks.run(asked, {
        actNumber: fields.text('actNumber'),
        acceptedOn: dayIn(fields, 'acceptedOn'),
        warrantyMonths: wholeIn(fields, 'warrantyMonths'),
        enclosures,
      }),
  };
}
