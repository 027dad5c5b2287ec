import type { RoundRequest } from '#features/participation/rounds/round-request.js';
import { isTies } from '#rules/tally/rule-spec.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { tiynOf } from '../money.js';
import type { CountingRuleDto } from './counting-rule.dto.js';
import type { RoundTermsDto } from './new-round.dto.js';

/** The terms of a round out of their DTO. */
export function roundTermsOf(body: RoundTermsDto): RoundRequest {
  return {
    title: { ...body.title },
    pots: body.pots.map((pot) => ({ territory: pot.territory, amountTiyn: tiynOf(pot.amount) })),
    ballot: body.ballot,
    rule: body.rule && ruleOf(body.rule),
    minimumVotes: body.minimumVotes,
    replacingAllowed: body.replacingAllowed,
    costCapTiyn: sumOf(body.costCap),
    calendar: body.calendar,
    ownCalendarAct: body.ownCalendarAct,
    group07SpendingTiyn: sumOf(body.group07Spending),
  };
}

/** An optional field may also be sent as null. */
function sumOf(amount: string | null | undefined): bigint | undefined {
  return typeof amount === 'string' ? tiynOf(amount) : undefined;
}

function ruleOf({ ties, ...rule }: CountingRuleDto): NonNullable<RoundRequest['rule']> {
  if (typeof ties !== 'string') return { ...rule } as NonNullable<RoundRequest['rule']>;
  if (!isTies(ties)) {
    const faults = [{ code: 'round.ties_unknown', field: 'rule.ties' }];
    throw new DomainError('rule-violated', 'round.invalid', { faults });
  }
  return { ...rule, ties } as NonNullable<RoundRequest['rule']>;
}
