import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { conclusionOf } from '#rules/participation/evaluation-criteria.js';
import { REFUSAL_GROUNDS, REFUSAL_GROUND_POINTS } from '#rules/participation/refusal-grounds.js';
import { RefuseProposal } from '#features/participation/expert-review/refuse-proposal.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from './review-desk.js';

const REVIEWERS = { roles: ['officer', 'expert'] };

/** A proposal is refused provisionally: grounds of the closed list, reasons in both languages. */
@PageController('review/:id/refuse')
export class RefusalPagesController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly refuseProposal: RefuseProposal,
  ) {}

  @Show('', REVIEWERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.desks.open(request, id), {});
  }

  @Take('', REVIEWERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.desks.open(request, id);
    const fields = formFieldsOf(request);
    return desk.page.attempt(
      async () => {
        const grounds = fields.list('grounds');
        await this.refuseProposal.run(actIn(desk, fields), { grounds, reasons: reasonsIn(fields) });
        return desk.page.goTo(`/review/${desk.card.id}`);
      },
      async (faults) => render(await this.desks.open(request, id), { fields, faults }),
      ['grounds', 'reasons'],
    );
  }
}

/** The reasons of a decision as the form gives them. */
export function reasonsIn(fields: FormFields): { kk: string; ru: string } {
  return { kk: fields.text('reasonsKk'), ru: fields.text('reasonsRu') };
}

function render(desk: Desk, sent: SentForm): string {
  const { say } = desk.page;
  const { fields, faults } = sent;
  return desk.page.render('review/refuse', {
    ...deskModel(desk, 'refuse', sent),
    grounds: {
      name: 'grounds',
      legend: say.t('review.refuse.grounds'),
      hint: say.t('review.refuse.groundsHint'),
      values: fields?.list('grounds') ?? groundsFound(desk.card),
      error: faults?.fields['grounds'],
      choices: REFUSAL_GROUNDS.map((ground) => ({
        value: ground,
        text: say.t(`grounds.${ground}`),
        hint: say.t('review.card.point', { point: REFUSAL_GROUND_POINTS[ground] }),
      })),
    },
    reasonsKk: fields?.text('reasonsKk') ?? '',
    reasonsRu: fields?.text('reasonsRu') ?? '',
    reasonsError: faults?.fields['reasons'],
  });
}

/** The grounds that the findings so far lead to are ticked beforehand. */
function groundsFound({ check, estimate, decision }: ReviewCard): readonly string[] {
  const findings = [check, estimate, decision].flatMap((act) => act?.findings ?? []);
  const conclusion = conclusionOf(findings);
  return conclusion.kind === 'to-be-refused' ? conclusion.grounds : [];
}
