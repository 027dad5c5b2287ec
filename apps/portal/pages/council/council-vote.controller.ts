import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  CouncilReader,
  type MemberRow,
} from '#features/participation/expert-review/council.reader.js';
import { RecordCouncilDecision } from '#features/participation/expert-review/record-council-decision.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { checklistModel, criteriaOf, findingsIn } from '../review/checklist-form.js';
import { presentEvaluation } from '../review/evaluation.presenter.js';
import { actIn, deskModel, ReviewDesk, type Desk, type SentForm } from '../review/review-desk.js';
import { memberRows, votesIn } from './vote-form.js';

const REVIEWERS = { roles: ['officer', 'expert'] };

/** One proposal before the Council. */
interface Sitting {
  readonly desk: Desk;
  readonly round: RoundRow;
  readonly members: readonly MemberRow[];
  readonly protocol: string;
}

/** A05: the Council's vote on one proposal, member by member, with conflicts of interest. */
@PageController('council/:round/proposals/:id')
export class CouncilVoteController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly rounds: RoundReader,
    private readonly council: CouncilReader,
    private readonly recordDecision: RecordCouncilDecision,
  ) {}

  @Show('', REVIEWERS)
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('protocol') protocol?: unknown,
  ): Promise<string> {
    return render(await this.open(request, id, protocol), {});
  }

  @Take('', REVIEWERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const fields = formFieldsOf(request);
    const sitting = await this.open(request, id, fields.text('protocolNumber'));
    const { desk, members, round } = sitting;
    return desk.page.attempt(
      async () => {
        await this.recordDecision.run(actIn(desk, fields), {
          protocolNumber: sitting.protocol,
          votes: votesIn(fields, members),
          findings: findingsIn(fields, 'council'),
        });
        const query = new URLSearchParams({ protocol: sitting.protocol });
        return desk.page.goTo(`/council/${round.id}?${query}`);
      },
      async (faults) => render(await this.open(request, id, sitting.protocol), { fields, faults }),
      ['protocolNumber', 'votes', ...criteriaOf('council')],
    );
  }

  private async open(request: FastifyRequest, id: string, protocol: unknown): Promise<Sitting> {
    const desk = await this.desks.open(request, id);
    const { roundId, territory } = desk.proposal;
    const round = await this.rounds.getPublic(roundId);
    const path = [...round.territoryPath, territory ?? round.territory];
    const members = await this.council.listMembers(path, round.today);
    const number = typeof protocol === 'string' ? protocol.slice(0, 60) : '';
    return { desk, round, members, protocol: number };
  }
}

function render({ desk, round, members, protocol }: Sitting, sent: SentForm): string {
  const { page, card } = desk;
  const { fields, faults } = sent;
  const { say } = page;
  return page.render('council/vote', {
    ...deskModel(desk, 'council', sent),
    crumbs: [
      { text: say.t('review.council.title'), path: '/council' },
      { text: say.official(round.title).text, path: `/council/${round.id}` },
      { text: say.t('common.number', { number: card.number }) },
    ],
    action: `/council/${round.id}/proposals/${card.id}`,
    evaluation: presentEvaluation(card, say),
    protocolNumber: protocol,
    members: memberRows(members, fields, say),
    checklist: checklistModel('council', {
      fields,
      stored: card.decision?.findings ?? [],
      faults,
      say,
    }),
  });
}
