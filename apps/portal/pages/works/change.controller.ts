import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChangeScope } from '#features/budget/works/change-scope.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { pairIn } from './form-values.js';
import { type FormAct, WorksForms } from './works-forms.js';

const BUILDERS = { roles: ['officer', 'akim'] };

/** What is built changes, in public. */
@PageController('projects/:number/works/change')
export class ScopeChangeController {
  constructor(
    private readonly forms: WorksForms,
    private readonly changeScope: ChangeScope,
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
    name: 'change',
    fields: [
      'beforeKk',
      'beforeRu',
      'afterKk',
      'afterRu',
      'reasonKk',
      'reasonRu',
      'after',
      'before',
      'reason',
    ],
    model: () => ({}),
    act: (asked, fields) =>
      this.changeScope.run(asked, {
        before: pairIn(fields, 'before'),
        after: pairIn(fields, 'after'),
        reason: pairIn(fields, 'reason'),
      }),
  };
}
