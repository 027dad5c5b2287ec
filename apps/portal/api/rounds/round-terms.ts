import type { RoundChange } from '#features/participation/rounds/change-round.js';
import type { RoundRequest } from '#features/participation/rounds/round-request.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isTies } from '#rules/tally/rule-spec.js';
import { tiynOf } from '../money.js';
import type { CountingRuleDto } from './counting-rule.dto.js';
import type { RoundPotDto, RoundTermsDto } from './new-round.dto.js';
import type { RoundChangeDto } from './round-change.dto.js';

/** The terms of a new round out of their DTO. */
export function roundTermsOf(body: RoundTermsDto): RoundRequest {
  return { ...roundChangeOf(body), title: { ...body.title }, pots: body.pots.map(potOf) };
}

/** What was said of a round out of its DTO; what was not sent is undefined. */
export function roundChangeOf(body: RoundChangeDto): RoundChange {
  return {
    ...(body.title ? { title: { ...body.title } } : {}),
    ...(body.pots ? { pots: body.pots.map(potOf) } : {}),
    ballot: body.ballot,
    rule: body.rule && ruleOf(body.rule),
    minimumVotes: body.minimumVotes,
    replacingAllowed: body.replacingAllowed,
    secrecy: body.secrecy,
    costCapTiyn: sumOf(body.costCap),
    calendar: body.calendar,
    ownCalendarAct: body.ownCalendarAct,
    group07SpendingTiyn: sumOf(body.group07Spending),
  };
}

function potOf({ territory, amount }: RoundPotDto): RoundRequest['pots'][number] {
  return { territory, amountTiyn: tiynOf(amount) };
}

/** An optional field may also be sent as null. */
function sumOf(amount: string | null | undefined): bigint | undefined {
  return typeof amount === 'string' ? tiynOf(amount) : undefined;
}

function ruleOf({ ties, ...rule }: CountingRuleDto): NonNullable<RoundRequest['rule']> {
  if (typeof ties !== 'string') return { ...rule } as NonNullable<RoundRequest['rule']>;
  if (isTies(ties)) return { ...rule, ties } as NonNullable<RoundRequest['rule']>;
  const faults = [{ code: 'round.ties_unknown', field: 'rule.ties' }];
  throw new DomainError('rule-violated', 'round.invalid', { faults });
}
