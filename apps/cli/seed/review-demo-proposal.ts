import type { INestApplicationContext } from '@nestjs/common';
import { AdmitProposal } from '#features/participation/expert-review/admit-proposal.js';
import { CheckProposal } from '#features/participation/expert-review/check-proposal.js';
import { EstimateProposal } from '#features/participation/expert-review/estimate-proposal.js';
import { GroupProposal } from '#features/participation/expert-review/group-proposal.js';
import { RecordCouncilDecision } from '#features/participation/expert-review/record-council-decision.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { tenge } from '#rules/kernel/money.js';
import type { CouncilVote } from '#rules/participation/council-vote.js';
import {
  type CriterionFinding,
  EVALUATION_CRITERIA,
  type EvaluationStage,
} from '#rules/participation/evaluation-criteria.js';
import type { DemoActors } from './demo-actors.js';
import type { DemoProposal } from './demo-proposal.js';

/** A submitted proposal before the people who review it. */
export interface ProposalOnDesk {
  readonly id: string;
  /** Whose akimat and Expert Council review it. */
  readonly office: string;
  readonly proposal: DemoProposal;
}

const SHARE_OF_WORKS = 92;

/** The acts of the akimat and of the Expert Council on the way to the ballot. */
export class DemoReview {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly actors: DemoActors,
  ) {}

  async check({ id, office }: ProposalOnDesk): Promise<void> {
    const [officer] = await this.actors.holders('officer', office);
    await this.app
      .get(CheckProposal, { strict: false })
      .run(requestOf(officer, id), allMet('formal'));
  }

  async estimate({ id, office, proposal }: ProposalOnDesk): Promise<void> {
    const engineer = (await this.actors.holders('officer', office)).at(-1);
    const cost = proposal.checkedTenge ?? proposal.costTenge;
    const works = Math.round((cost * SHARE_OF_WORKS) / 100);
    await this.app.get(EstimateProposal, { strict: false }).run(requestOf(engineer, id), {
      lines: [
        { title: 'Жұмыстар мен материалдар · Работы и материалы', amountTiyn: tenge(works) },
        { title: 'Жоба және қадағалау · Проект и надзор', amountTiyn: tenge(cost - works) },
      ],
      findings: allMet('technical'),
      opinion: {
        kk: 'Жер телімі ортақ пайдаланылады, инженерлік желілердің күзет аймағына кірмейді. Жұмысты бір құрылыс маусымында аяқтауға болады.',
        ru: 'Участок общего пользования, вне охранных зон инженерных сетей. Работы можно завершить за один строительный сезон.',
      },
    });
  }

  /** The Council votes; in most places not unanimously. */
  async decide({ id, office }: ProposalOnDesk, place: number): Promise<void> {
    const experts = await this.actors.holders('expert', office);
    await this.app.get(RecordCouncilDecision, { strict: false }).run(requestOf(experts[0], id), {
      protocolNumber: '4',
      votes: experts.map(({ personId }, seat) => voteOf(personId, seat, place)),
      findings: allMet('council'),
    });
  }

  async admit({ id, office, proposal }: ProposalOnDesk): Promise<void> {
    const [officer] = await this.actors.holders('officer', office);
    const request = requestOf(officer, id);
    const { title, group } = proposal;
    if (group) await this.app.get(GroupProposal, { strict: false }).run(request, group);
    await this.app
      .get(AdmitProposal, { strict: false })
      .run(request, { checkedCostTiyn: null, title });
  }
}

/** An act of a person in office on whichever version there is. */
export function requestOf(person: SignedIn | undefined, proposalId: string) {
  if (!person) throw new Error('Nobody in the demo town holds this office');
  return { proposalId, person, seenVersion: null };
}

export function allMet(stage: EvaluationStage): readonly CriterionFinding[] {
  return EVALUATION_CRITERIA.filter((each) => each.stage === stage).map(({ code }) => ({
    criterion: code,
    isMet: true,
    reason: null,
  }));
}

/** Of every four proposals one is voted against by a member, and one concerns a member. */
function voteOf(memberId: string, seat: number, place: number): CouncilVote {
  const isLast = seat === 2;
  const hasConflict = isLast && place % 4 === 3;
  const vote = isLast && place % 4 === 1 ? 'against' : 'for';
  return { memberId, vote: hasConflict ? 'abstained' : vote, hasConflict };
}
