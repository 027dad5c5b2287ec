import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DecideAppeal } from '#features/participation/expert-review/decide-appeal.js';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { ADMISSION_FIELDS, admissionModel, admissionTermsIn } from '../review/admission-form.js';
import { presentEvaluation } from '../review/evaluation.presenter.js';
import { reasonsIn } from '../review/refusal.controller.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from '../review/review-desk.js';

const OFFICERS = { roles: ['officer'] };
const DECISIONS = ['admitted', 'refused'] as const;

/** A06: an officer who did not refuse decides on the author's remarks. */
@PageController('appeals/:id')
export class AppealController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly reviews: ProposalReviewReader,
    private readonly decideAppeal: DecideAppeal,
  ) {}

  @Show('', OFFICERS)
  async show(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<string> {
    return render(await this.open(request, id), id, {});
  }

  @Take('', OFFICERS)
  async take(
    @Req() request: FastifyRequest,
    @Param('id', KnownId) appealId: string,
  ): Promise<PageAnswer> {
    const desk = await this.open(request, appealId);
    const fields = formFieldsOf(request);
    return desk.page.attempt(
      async () => {
        const { person, seenVersion } = actIn(desk, fields);
        const decision = DECISIONS.find((each) => each === fields.text('decision'));
        await this.decideAppeal.run(
          { appealId, person, seenVersion },
          {
            ...admissionTermsIn(fields),
            decision: decision ?? null,
            reasons: reasonsIn(fields),
          },
        );
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.open(request, appealId), appealId, { fields, faults }),
      ['decision', 'reasons', ...ADMISSION_FIELDS],
    );
  }

  private async open(request: FastifyRequest, appealId: string): Promise<Desk> {
    return this.desks.open(request, await this.reviews.getProposalOfAppeal(appealId));
  }
}

function render(desk: Desk, appealId: string, sent: SentForm): string {
  const { page, card } = desk;
  const { fields, faults } = sent;
  const { say } = page;
  return page.render('appeals/appeal', {
    ...deskModel(desk, 'reExamine', sent),
    crumbs: [
      { text: say.t('review.appeals.title'), path: '/appeals' },
      { text: say.t('common.number', { number: card.number }) },
    ],
    action: `/appeals/${appealId}`,
    isOpen: card.state === 'appealed',
    evaluation: presentEvaluation(card, say),
    decision: {
      name: 'decision',
      legend: say.t('review.appeals.decision'),
      value: fields?.text('decision'),
      error: faults?.fields['decision'],
      choices: DECISIONS.map((value) => ({
        value,
        text: say.t(`review.appeals.decisions.${value}`),
      })),
    },
    admission: admissionModel(desk, sent),
    reasonsKk: fields?.text('reasonsKk') ?? '',
    reasonsRu: fields?.text('reasonsRu') ?? '',
    reasonsError: faults?.fields['reasons'],
  });
}
