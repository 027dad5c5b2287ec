import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAsSecretary } from '#features/registry/deputies/deputies.policy.js';
import type { DeputyRow } from '#features/registry/deputies/deputy-row.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { EndMandate } from '#features/registry/deputies/end-mandate.js';
import { RegisterRecallRequest } from '#features/registry/deputies/register-recall-request.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { MANDATE_END_GROUNDS, type MandateEndGround } from '#rules/registry/mandate.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { dayField, dayIn } from './day-in-form.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };
const ACTS = ['recall', 'end'] as const;
const TEXTS = ['number', 'act'];
const GROUND = {
  name: 'ground',
  legend: 'deputyRegister.ground',
  codes: MANDATE_END_GROUNDS,
  texts: 'deputies.endGrounds',
};

type Act = (typeof ACTS)[number];

/** What the secretary enters about a deputy: a request for a recall, an early end. */
@PageController('deputy-register/deputies/:id/:act')
export class MandateActsController {
  constructor(
    private readonly pages: Pages,
    private readonly deputies: DeputyReader,
    private readonly registerRecall: RegisterRecallRequest,
    private readonly endMandate: EndMandate,
  ) {}

  @Show('', SECRETARIES)
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('act') act: string,
  ): Promise<string> {
    const page = this.pages.open(request);
    return render(page, { deputy: await this.getOwn(page, id), act: actNamed(act) }, {});
  }

  @Take('', SECRETARIES)
  @FreshProof()
  async take(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('act') named: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const act = actNamed(named);
    const deputy = await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.carryOut(page.person!, deputy.id, { act, fields });
        return page.goTo(`/deputies/${deputy.id}`);
      },
      (faults) => render(page, { deputy, act }, { fields, faults }),
      ['number', 'on', 'until', 'ground', 'act'],
    );
  }

  private async getOwn({ person }: Page, id: string): Promise<DeputyRow> {
    const deputy = await this.deputies.get(id);
    actingAsSecretary(person!, deputy.territory);
    return deputy;
  }

  private async carryOut(
    person: SignedIn,
    id: string,
    { act, fields }: { readonly act: Act; readonly fields: FormFields },
  ): Promise<void> {
    if (act === 'recall') {
      const request = { number: fields.text('number'), on: dayIn(fields, 'on') };
      await this.registerRecall.run(person, id, request);
    } else await this.endMandate.run(person, id, endIn(fields));
  }
}

function actNamed(name: string): Act {
  const found = ACTS.find((act) => act === name);
  if (!found) throw new DomainError('not-found', 'deputy.not_found');
  return found;
}

function endIn(fields: FormFields) {
  const ground = MANDATE_END_GROUNDS.find((each) => each === fields.text('ground'));
  if (!ground) throw chooseOne();
  return {
    until: dayIn(fields, 'until'),
    ground: ground satisfies MandateEndGround,
    act: fields.text('act'),
  };
}

function chooseOne(): DomainError {
  const faults = [{ code: 'form.choose_one', field: 'ground' }];
  return new DomainError('rule-violated', 'mandate.invalid', { faults });
}

function render(
  page: Page,
  { deputy, act }: { readonly deputy: DeputyRow; readonly act: Act },
  sent: SentForm,
): string {
  const { say } = page;
  const { fields, faults } = sent;
  return page.render(`deputy-register/${act}`, {
    title: say.t(`deputyRegister.acts.${act}`),
    caption: deputy.name,
    back: '/deputy-register',
    action: `/deputy-register/deputies/${deputy.id}/${act}`,
    faults,
    values: Object.fromEntries(TEXTS.map((name) => [name, fields?.text(name) ?? ''])),
    on: dayField('on', say.t(`deputyRegister.on.${act}`), sent),
    until: dayField('until', say.t('deputyRegister.until'), sent),
    ground: choiceRadios(GROUND, sent, say),
  });
}
