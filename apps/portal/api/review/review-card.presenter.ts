import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import { isRefusalGround, REFUSAL_GROUND_POINTS } from '#rules/participation/refusal-grounds.js';
import type {
  ActRow,
  CouncilDecisionRow,
  EstimateRow,
  RefusalRow,
  ReviewCard,
} from '#features/participation/expert-review/review-card.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';

type Json = Readonly<Record<string, unknown>>;

export type ReviewCardView = Json;

/** The evaluation card as programs see it: acts by post, never by name; remarks of returns left out. */
export function presentReviewCard(card: ReviewCard): ReviewCardView {
  const { id, number, state, version, ballotNumber } = card;
  return {
    id,
    number,
    state,
    version,
    ballotNumber,
    cost: moneyOrNull(card.costTiyn),
    checkedCost: moneyOrNull(card.checkedCostTiyn),
    cap: moneyOrNull(card.capTiyn),
    excludes: card.excludes,
    check: card.check && {
      ...act(card.check),
      passed: card.check.passed,
      checklist: checklist(card.check.findings),
    },
    returns: card.returns.map((each) => ({
      ...act(each),
      fields: each.remarks.map(({ field }) => field),
      deadline: each.deadline,
    })),
    estimate: card.estimate && presentEstimate(card.estimate),
    councilDecision: card.decision && presentDecision(card.decision),
    refusals: card.refusals.map(presentRefusal),
  };
}

function presentEstimate(estimate: EstimateRow): Json {
  return {
    ...act(estimate),
    cost: presentMoney(estimate.costTiyn),
    lines: estimate.lines.map(({ title, amountTiyn }) => ({
      title,
      amount: presentMoney(BigInt(amountTiyn)),
    })),
    opinion: estimate.opinion,
    checklist: checklist(estimate.findings),
  };
}

function presentDecision(decision: CouncilDecisionRow): Json {
  const { protocolNumber, members, required, admitted, abstained, conflict } = decision;
  const votes = { for: decision.for, against: decision.against, abstained, conflict };
  const findings = checklist(decision.findings);
  return {
    ...act(decision),
    protocolNumber,
    votes,
    members,
    required,
    admitted,
    checklist: findings,
  };
}

function presentRefusal(refusal: RefusalRow): Json {
  const { id, reasons, remarksUntil, finalAt, appeal } = refusal;
  return {
    id,
    ...act(refusal),
    grounds: refusal.grounds.filter(isRefusalGround).map((ground) => ({
      ground,
      point: REFUSAL_GROUND_POINTS[ground],
    })),
    reasons,
    remarksUntil,
    finalAt: finalAt && presentInstant(finalAt),
    appeal: appeal && {
      id: appeal.id,
      filedAt: presentInstant(appeal.filedAt),
      remarks: appeal.remarks,
      decideBy: appeal.decideBy,
      decision: appeal.decision && {
        ...act(appeal.decision),
        decision: appeal.decision.upheld ? 'refused' : 'admitted',
        reasons: appeal.decision.reasons,
      },
    },
  };
}

function act({ at, post }: ActRow): Json {
  return { at: presentInstant(at), post };
}

function checklist(findings: readonly CriterionFinding[]): Json[] {
  return findings.map(({ criterion, isMet, reason }) => ({ criterion, met: isMet, reason }));
}

function moneyOrNull(sum: bigint | null) {
  return sum === null ? null : presentMoney(sum);
}
