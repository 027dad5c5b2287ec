import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { CallHearing } from '#features/budget/hearings/call-hearing.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { assessHearing } from '#rules/budgets/budget-hearing.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { startOfDay } from '#platform/clock/clock.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { momentOn } from '../assembly-desk/meeting-clock.js';
import { valuesOf } from '../budget-desk/typed-values.js';
import { dayField, findDayIn } from '../deputy-register/day-in-form.js';
import { pairIn } from '../works/form-values.js';
import { CommissionDesk, dossierFrame, type OpenDossier, SECRETARIES } from './commission-desk.js';

const TEXTS = ['commission', 'time', 'placeKk', 'placeRu', 'noticeKk', 'noticeRu'];
/** In place of a moment that cannot be read: the rule is to speak of the rest alone. */
const FAR_AHEAD = new Date(8_640_000_000_000_000);

const FIELDS = ['commission', 'startsAt', 'time', 'place', 'notice'];

/** A public hearing of a draft is announced: everybody reads it on the budget's page at once. */
@PageController('commission-desk/:id/hearings/new')
export class HearingPagesController {
  constructor(
    private readonly dossiers: CommissionDesk,
    private readonly maslikhats: MaslikhatReader,
    private readonly callHearing: CallHearing,
  ) {}

  @Show('', SECRETARIES)
  async begin(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(await this.dossiers.open(request, id), {});
  }

  @Take('', SECRETARIES)
  async call(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const dossier = await this.dossiers.open(request, id);
    const { page, budget } = dossier;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const draft = { budgetId: budget.id, ...hearingIn(fields, budget.today) };
        await this.callHearing.run(page.person!, draft);
        return page.goTo(`/commission-desk/${budget.id}`);
      },
      (faults) => this.render(dossier, { fields, faults }),
      FIELDS,
    );
  }

  private async render({ page, budget }: OpenDossier, sent: SentForm): Promise<string> {
    const { say } = page;
    const { commissions } = await this.maslikhats.get(budget.maslikhat);
    return page.render('commission-desk/hearing', {
      ...dossierFrame(budget, say),
      title: say.t('hearings.call'),
      faults: sent.faults,
      action: `/commission-desk/${budget.id}/hearings/new`,
      values: valuesOf(sent, TEXTS, { commission: commissions[0]?.id ?? '', time: '15:00' }),
      startsAt: dayField('startsAt', say.t('hearings.day'), sent),
      commissions: commissions.map(({ id, name }) => ({
        value: id,
        text: say.official(name).text,
      })),
    });
  }
}

/**
 * A hearing as typed.
 *
 * @throws DomainError rule-violated with what cannot be read and what the rule refuses, at once
 */
function hearingIn(fields: FormFields, today: CivilDate) {
  const commissionId = fields.text('commission');
  const day = findDayIn(fields, 'startsAt');
  const startsAt = momentOn(day ?? today, fields.text('time'));
  const texts = { place: pairIn(fields, 'place'), notice: pairIn(fields, 'notice') };
  const unread: readonly (readonly [boolean, string, string])[] = [
    [isUuid(commissionId), 'form.choose_one', 'commission'],
    [day !== null, 'form.not_a_date', 'startsAt'],
    [startsAt !== null, 'form.not_a_time', 'time'],
  ];
  const faults = unread.filter(([isRead]) => !isRead).map(([, code, field]) => ({ code, field }));
  if (faults.length === 0) return { commissionId, startsAt: startsAt!, ...texts };
  const refused = assessHearing({ startsAt: FAR_AHEAD, ...texts }, startOfDay(today));
  throw new DomainError('rule-violated', 'hearing.invalid', { faults: [...faults, ...refused] });
}
