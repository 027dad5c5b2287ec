import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SignContract } from '#features/budget/works/sign-contract.js';
import { TakeWithFile } from '../_frame/file-form.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { dayInput, sumIn } from './form-values.js';
import { type FormAct, WorksForms } from './works-forms.js';

const BUILDERS = { roles: ['officer', 'akim'] };
const FIELDS = [
  'number',
  'supplierName',
  'supplierBin',
  'sum',
  'signedOn',
  'finishBy',
  'procurementUrl',
];

/** The akimat enters the contract of the works. */
@PageController('projects/:number/works/contract')
export class WorksContractController {
  constructor(
    private readonly forms: WorksForms,
    private readonly signContract: SignContract,
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
    name: 'contract',
    fields: FIELDS,
    model: ({ page, works }, sent) => ({
      signedOn: dayInput('signedOn', page.say.t('works.fields.signedOn'), {
        sent,
        first: works.today,
      }),
      finishBy: dayInput('finishBy', page.say.t('works.fields.finishBy'), {
        sent,
        first: undefined,
      }),
    }),
    act: (asked, fields) => this.signContract.run(asked, contractIn(fields)),
  };
}

function contractIn(fields: FormFields) {
  return {
    number: fields.text('number'),
    supplierName: fields.text('supplierName'),
    supplierBin: fields.text('supplierBin').replaceAll(' ', ''),
    sumTiyn: sumIn(fields, 'sum'),
    signedOn: dayIn(fields, 'signedOn'),
    finishBy: dayIn(fields, 'finishBy'),
    procurementUrl: fields.text('procurementUrl'),
  };
}
