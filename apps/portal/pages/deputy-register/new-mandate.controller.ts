import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAsSecretary } from '#features/registry/deputies/deputies.policy.js';
import { EnterMandate } from '#features/registry/deputies/enter-mandate.js';
import type { MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFaults } from '#platform/views/form.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { constituencyName } from '../deputies/maslikhat.presenter.js';
import { dayField, dayIn } from './day-in-form.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };
const TEXTS = ['iin', 'partyKk', 'partyRu', 'phone', 'email', 'receptionKk', 'receptionRu'];

interface SeatForm {
  readonly constituency: string;
  readonly seat: number;
  readonly fields?: FormFields;
  readonly faults?: FormFaults;
}

/** The secretary enters who sits on a vacant seat. */
@PageController('deputy-register/:kato/mandate')
export class NewMandateController {
  constructor(
    private readonly pages: Pages,
    private readonly maslikhats: MaslikhatReader,
    private readonly enterMandate: EnterMandate,
  ) {}

  @Show('', SECRETARIES)
  async show(
    @Req() request: FastifyRequest,
    @Param('kato') kato: string,
    @Query('constituency') constituency: unknown,
    @Query('seat') seat: unknown,
  ): Promise<string> {
    const page = this.pages.open(request);
    const maslikhat = await this.getOwn(page, kato);
    const form = { constituency: String(constituency), seat: Number(seat) };
    return render(page, maslikhat, form);
  }

  @Take('', SECRETARIES)
  @FreshProof()
  async take(@Req() request: FastifyRequest, @Param('kato') kato: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const maslikhat = await this.getOwn(page, kato);
    const fields = formFieldsOf(request);
    const seat = { constituency: fields.text('constituency'), seat: Number(fields.text('seat')) };
    return page.attempt(
      async () => {
        const id = await this.enterMandate.run(page.person!, mandateIn(fields, maslikhat));
        return page.goTo(`/deputies/${id}`);
      },
      (faults) => render(page, maslikhat, { ...seat, fields, faults }),
      ['iin', 'from', 'party'],
    );
  }

  private async getOwn({ person }: Page, kato: string): Promise<MaslikhatRow> {
    const maslikhat = await this.maslikhats.get(kato);
    actingAsSecretary(person!, maslikhat.territory);
    return maslikhat;
  }
}

function mandateIn(fields: FormFields, maslikhat: MaslikhatRow) {
  const pair = (name: string) => {
    const [kk, ru] = [fields.text(`${name}Kk`), fields.text(`${name}Ru`)];
    return kk === '' && ru === '' ? null : { kk, ru };
  };
  const commissions = maslikhat.commissions
    .map(({ id }) => ({ id, part: fields.text(`commission-${id}`) }))
    .filter(({ part }) => part === 'member' || part === 'chair');
  return {
    convocationId: maslikhat.convocationId,
    constituencyId: constituencyOf(maslikhat, fields.text('constituency')).id,
    seat: Number.parseInt(fields.text('seat'), 10) || 0,
    iin: fields.text('iin'),
    party: pair('party'),
    from: dayIn(fields, 'from'),
    phone: fields.text('phone') || null,
    email: fields.text('email') || null,
    reception: pair('reception'),
    commissions: commissions.map(({ id, part }) => ({ id, isChair: part === 'chair' })),
  };
}

function constituencyOf({ constituencies }: MaslikhatRow, id: string) {
  const found = constituencies.find((each) => each.id === id);
  if (!found) throw new DomainError('not-found', 'mandate.constituency_unknown');
  return found;
}

function render(page: Page, maslikhat: MaslikhatRow, form: SeatForm): string {
  const { say } = page;
  const { fields, faults, seat } = form;
  const constituency = constituencyOf(maslikhat, form.constituency);
  const name = constituencyName(constituency, say);
  return page.render('deputy-register/mandate', {
    title: say.t('deputyRegister.fill'),
    caption: say.t('deputyRegister.seat', { name, seat }),
    back: '/deputy-register',
    action: `/deputy-register/${maslikhat.territory}/mandate`,
    constituency: constituency.id,
    seat,
    isList: constituency.kind === 'party-list',
    faults,
    values: Object.fromEntries(TEXTS.map((field) => [field, fields?.text(field) ?? ''])),
    from: dayField('from', say.t('deputyRegister.from'), form),
    commissions: maslikhat.commissions.map(({ id, name: title }) => ({
      name: `commission-${id}`,
      label: say.official(title).text,
      value: fields?.text(`commission-${id}`) ?? '',
      choices: ['', 'member', 'chair'].map((value) => ({
        value,
        text: say.t(`deputyRegister.parts.${value || 'none'}`),
      })),
    })),
  });
}
