import type { SettledProject } from '#features/participation/results/settled-result.js';
import type { StoredReason } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { REFUSAL_GROUND_POINTS } from '#rules/participation/refusal-grounds.js';
import type { VoteType } from '#rules/tally/election.js';

type ReasonOf<Outcome extends StoredReason['outcome']> = Extract<
  StoredReason,
  { readonly outcome: Outcome }
>;

export type OutcomeCode = StoredReason['outcome'] | 'TIE_OPEN';

const MOST_NAMED = 8;

/** Who won lacked nothing, and what was withdrawn could not win. */
const UNASKED: ReadonlySet<OutcomeCode> = new Set(['WON', 'WITHDRAWN']);

/** What a project came to, in one word of the closed list. */
export function outcomeCodeOf({ strike, reason }: SettledProject): OutcomeCode {
  return strike ? 'COUNCIL_REFUSED' : (reason?.outcome ?? 'TIE_OPEN');
}

/** The reason in sentences, with the numbers that decided. */
export function reasonLines(say: Wording, project: SettledProject): readonly string[] {
  const { strike, reason } = project;
  if (strike) {
    const ground = say.t(`grounds.${strike.ground}`);
    const point = REFUSAL_GROUND_POINTS[strike.ground];
    return [
      say.t('results.reasons.COUNCIL_REFUSED', { ground, point }),
      say.official(strike.text).text,
    ];
  }
  return reason ? linesOf(say, reason, project) : [say.t('results.reasons.TIE_OPEN')];
}

/** What was missing; null where the question makes no sense or was not computed. */
export function counterfactualLine(
  say: Wording,
  { counterfactual, strike, reason }: SettledProject,
  voteType: VoteType,
): string | null {
  if (strike || !reason || !counterfactual || UNASKED.has(reason.outcome)) return null;
  const { moreVotes, costAtMost } = counterfactual;
  return missingText(say, {
    votes: moreVotes === null ? undefined : amountOf(say, moreVotes, voteType),
    cost: costAtMost === null ? undefined : say.money(BigInt(costAtMost)),
  });
}

/** Votes where one choice is one vote, points elsewhere. */
export function amountOf(say: Wording, count: number, voteType: VoteType): string {
  const isVotes = voteType === 'approval' || voteType === 'choose-1';
  return say.t(isVotes ? 'results.ranking.votes' : 'results.ranking.points', { count });
}

/** Ids of the election file as numbers on the ballot: `['07', '12'] → '№ 7, № 12'`. */
export function numbersText(say: Wording, ids: readonly string[]): string {
  const named = ids
    .slice(0, MOST_NAMED)
    .map((id) => say.t('common.number', { number: Number(id) }));
  return `${named.join(', ')}${ids.length > MOST_NAMED ? '…' : ''}`;
}

function linesOf(say: Wording, reason: StoredReason, project: SettledProject): readonly string[] {
  switch (reason.outcome) {
    case 'WON':
      return [say.t('results.reasons.WON', { place: project.place ?? reason.place })];
    case 'NO_MONEY':
      return noMoneyLines(say, reason);
    case 'BELOW_MINIMUM':
      return [say.t('results.reasons.BELOW_MINIMUM', { ...reason })];
    case 'CONFLICT':
      return [conflictLine(say, reason)];
    case 'TIE_LOST':
      return [tieLine(say, reason)];
    case 'OVER_CAP': {
      const { cost, cap } = reason;
      const sums = { cost: say.money(BigInt(cost)), cap: say.money(BigInt(cap)) };
      return [say.t('results.reasons.OVER_CAP', sums)];
    }
    default:
      return [say.t('results.reasons.WITHDRAWN')];
  }
}

interface Missing {
  readonly votes: string | undefined;
  readonly cost: string | undefined;
}

function missingText(say: Wording, { votes, cost }: Missing): string {
  if (votes && cost) return say.t('results.counterfactual.both', { votes, cost });
  if (votes) return say.t('results.counterfactual.votes', { votes });
  return cost
    ? say.t('results.counterfactual.cost', { cost })
    : say.t('results.counterfactual.none');
}

function noMoneyLines(say: Wording, reason: ReasonOf<'NO_MONEY'>): readonly string[] {
  const sums = { needed: say.money(BigInt(reason.needed)), left: say.money(BigInt(reason.left)) };
  const lines = [say.t(`results.reasons.NO_MONEY.${reason.leftIn}`, sums)];
  const { held } = reason;
  if (held !== undefined) lines.push(say.t('counting.held', { held: say.money(BigInt(held)) }));
  const projects = numbersText(say, reason.cheaperWinners);
  if (projects) lines.push(say.t('results.reasons.NO_MONEY.cheaper', { projects }));
  const { endedAt } = reason;
  if (endedAt !== undefined)
    lines.push(say.t('results.reasons.NO_MONEY.ended', { project: Number(endedAt) }));
  return lines;
}

function conflictLine(say: Wording, { with: rival, margin }: ReasonOf<'CONFLICT'>): string {
  const key = margin > 0 ? 'ahead' : 'before';
  return say.t(`results.reasons.CONFLICT.${key}`, { with: Number(rival), margin });
}

function tieLine(say: Wording, { by, to, seed = '' }: ReasonOf<'TIE_LOST'>): string {
  return say.t(`results.reasons.TIE_LOST.${by}`, { projects: numbersText(say, to), seed });
}
