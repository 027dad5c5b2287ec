import type {
  CriterionFinding,
  EvaluationCriterion,
} from '#rules/participation/evaluation-criteria.js';
import { EVALUATION_CRITERIA } from '#rules/participation/evaluation-criteria.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import type { Wording } from '#platform/views/wording.js';
import { byWhom, presentRefusal } from './refusal.presenter.js';

const COLOURS: Readonly<Partial<Record<ProposalState, string>>> = {
  admitted: 'green',
  winner: 'green',
  refused: 'red',
  'provisionally-refused': 'orange',
  returned: 'yellow',
  appealed: 'orange',
  withdrawn: 'grey',
  lapsed: 'grey',
};

/** The state of a proposal as a tag. */
export function stateTag(state: ProposalState, say: Wording): { text: string; colour: string } {
  return { text: say.t(`states.${state}`), colour: COLOURS[state] ?? 'blue' };
}

/**
 * The evaluation card as the public sees it, for the partial `review/_evaluation`: acts by post and
 * never by name, criteria with their point of the law, costs, votes of the Council, refusals.
 */
export function presentEvaluation(card: ReviewCard, say: Wording) {
  return {
    title: say.t('review.card.title'),
    verdict: stateTag(card.state, say),
    ...decidedLine(card, say),
    criteria: EVALUATION_CRITERIA.map((criterion) => presentCriterion(criterion, card, say)),
    costs: costRows(card, say),
    opinion: card.estimate?.opinion,
    lines: (card.estimate?.lines ?? []).map(({ title, amountTiyn }) => ({
      key: title,
      value: say.money(BigInt(amountTiyn)),
    })),
    council: councilRows(card, say),
    excludes: card.excludes.map((other) => ({
      path: `/projects/${other.number}`,
      text: say.t('common.number', { number: other.ballotNumber ?? other.number }),
    })),
    refusals: card.refusals.map((refusal) => presentRefusal(refusal, say)),
    returns: card.returns.map((each) => ({
      when: byWhom(each, say),
      fields: say.list(each.remarks.map(({ field }) => say.t(`review.fields.${field}`))),
      until: say.date(each.deadline),
    })),
  };
}

export type EvaluationView = ReturnType<typeof presentEvaluation>;

function decidedLine(card: ReviewCard, say: Wording): { decided?: string } {
  if (card.admission) {
    const number = card.admission.ballotNumber;
    const text = say.t('review.card.onBallot', { number });
    return { decided: `${text} · ${say.date(card.admission.at)}` };
  }
  const last = card.refusals.at(-1);
  if (card.state === 'provisionally-refused' && last)
    return { decided: say.t('review.card.remarksUntil', { until: say.date(last.remarksUntil) }) };
  return {};
}

function presentCriterion(criterion: EvaluationCriterion, card: ReviewCard, say: Wording) {
  const { code, point, weight } = criterion;
  const found = findingOn(criterion, card);
  const law = say.t(weight === 'priority' ? 'review.card.priorityPoint' : 'review.card.point', {
    point,
  });
  return {
    text: say.t(`criteria.${code}`),
    state: found === null ? 'open' : found.isMet ? 'met' : 'not-met',
    ...(found?.reason ? { reason: say.official(found.reason).text } : {}),
    post: found === null ? law : `${found.by(say)} · ${law}`,
  };
}

interface Found {
  readonly isMet: boolean;
  readonly reason: CriterionFinding['reason'];
  readonly by: (say: Wording) => string;
}

/** A standing refusal speaks for the criteria it rests on; else the finding of the stage. */
function findingOn({ code, stage, ground }: EvaluationCriterion, card: ReviewCard): Found | null {
  const refusal = card.refusals.findLast((each) => each.appeal?.decision?.upheld !== false);
  if (refusal && ground !== null && refusal.grounds.includes(ground)) {
    return { isMet: false, reason: refusal.reasons, by: (say) => byWhom(refusal, say) };
  }
  const act = { formal: card.check, technical: card.estimate, council: card.decision }[stage];
  const finding = act?.findings.find(({ criterion }) => criterion === code);
  if (act && finding) {
    return { isMet: finding.isMet, reason: finding.reason, by: (say) => byWhom(act, say) };
  }
  // A Council that lists no criteria but admits has found all of its own met.
  if (stage !== 'council' || !card.decision?.admitted) return null;
  const { decision } = card;
  return { isMet: true, reason: null, by: (say) => byWhom(decision, say) };
}

function costRows(card: ReviewCard, say: Wording) {
  const sums = [
    ['authors', card.costTiyn],
    ['checked', card.checkedCostTiyn],
    ['cap', card.capTiyn],
  ] as const;
  return sums.flatMap(([name, sum]) =>
    sum === null ? [] : [{ key: say.t(`review.costs.${name}`), value: say.money(sum) }],
  );
}

function councilRows({ decision }: ReviewCard, say: Wording) {
  if (!decision) return [];
  const votes = say.t('review.council.votesOf', {
    for: decision.for,
    against: decision.against,
    abstained: decision.abstained,
  });
  return [
    { key: say.t('review.council.protocol'), value: decision.protocolNumber },
    { key: say.t('review.council.day'), value: say.date(decision.at) },
    { key: say.t('review.council.votes'), value: votes },
    { key: say.t('review.council.steppedAside'), value: say.number(decision.conflict) },
    {
      key: say.t('review.council.quorum'),
      value: say.t('review.council.quorumOf', {
        present: decision.for + decision.against + decision.abstained,
        required: decision.required,
        members: decision.members,
      }),
    },
  ];
}
