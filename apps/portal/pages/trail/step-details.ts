import type { LineStepKind } from '#rules/implementation/line-trail.js';
import type { TrailStepKind } from '#rules/implementation/trail.js';
import type { Wording } from '#platform/views/wording.js';
import { personName } from '../_frame/person-name.js';
import { signedMoney } from '../budgets/signed-money.js';
import type { Facts } from '../../api/trail/told-steps.js';

type StepKind = TrailStepKind | LineStepKind;
type Tell = (facts: Facts, say: Wording) => readonly string[];

/** What the record of a step says, in words. */
export function detailsOf(
  { kind, record }: { readonly kind: StepKind; readonly record: { readonly facts: Facts } | null },
  say: Wording,
): readonly string[] {
  if (record === null) return [];
  return (TOLD[kind]?.(record.facts, say) ?? []).filter((text) => text !== '');
}

const TOLD: Partial<Record<StepKind, Tell>> = {
  proposed: ({ author, costTiyn }, say) => [
    say.t('trail.author', { author: personName(author === null ? null : String(author), say) }),
    costOf(costTiyn, null, say),
  ],
  checked: ({ passed }, say) => [say.t(passed === 1 ? 'trail.passed' : 'trail.notPassed')],
  estimated: ({ costTiyn, wasTiyn }, say) => [costOf(costTiyn, wasTiyn, say)],
  admitted: ({ number, protocol, costTiyn }, say) => [
    say.t('trail.ballotNumber', { number: String(number) }),
    protocolOf(protocol, say),
    costOf(costTiyn, null, say),
  ],
  voted: ({ votes, ballots }, say) =>
    isSilent(votes)
      ? []
      : [
          say.t('trail.votes', {
            votes: say.number(Number(votes)),
            ballots: say.number(Number(ballots)),
          }),
        ],
  chosen: ({ protocol }, say) => [protocolOf(protocol, say)],
  assembly: ({ number, item, ...votes }, say) => [
    say.t('trail.minutes', { number: String(number), item: String(item) }),
    sidesOf(votes, say),
  ],
  petition: ({ number, signatures, required }, say) => [
    `№ ${number}`,
    isSilent(signatures)
      ? ''
      : say.t('lineTrail.signatures', {
          count: say.number(Number(signatures)),
          required: say.number(Number(required)),
        }),
  ],
  'petition-answer': ({ decision }, say) => [say.t(`petitions.decisions.${decision}`)],
  submitted: ({ amountTiyn }, say) => [sumOf(amountTiyn, say)],
  amended: ({ changeTiyn, outcome }, say) => [
    signedMoney(BigInt(changeTiyn ?? 0), say),
    say.t(`budgets.outcomes.${outcome}`),
  ],
  refined: ({ number, for: votesFor, deputies, amountTiyn, wasTiyn }, say) => [
    say.t('trail.decision', { number: String(number) }),
    say.t('trail.majority', { for: String(votesFor), deputies: String(deputies) }),
    say.t('lineTrail.changed', { was: sumOf(wasTiyn, say), sum: sumOf(amountTiyn, say) }),
  ],
  paid: ({ percent, paidTiyn }, say) => [
    say.t('trail.percent', { percent: String(percent), sum: sumOf(paidTiyn, say) }),
  ],
  requested: ({ year, line, amountTiyn, group, programme }, say) => [
    say.t('trail.line', { year: String(year), line: String(line), sum: sumOf(amountTiyn, say) }),
    say.t('trail.programme', { group: String(group), programme: String(programme) }),
  ],
  commission: ({ opinion, for: votesFor = null, against = null }, say) => [
    say.t(`trail.opinions.${opinion}`),
    sidesOf({ for: votesFor, against }, say),
  ],
  adopted: ({ number, for: votesFor, deputies, amountTiyn }, say) => [
    say.t('trail.decision', { number: String(number) }),
    say.t('trail.majority', { for: String(votesFor), deputies: String(deputies) }),
    costOf(amountTiyn, null, say),
  ],
  contracted: ({ number, sumTiyn, supplier, bin }, say) => [
    say.t('trail.contract', {
      number: String(number),
      sum: sumOf(sumTiyn, say),
      supplier: String(supplier),
      bin: String(bin),
    }),
  ],
  building: (facts, say) => [
    say.t('trail.percent', {
      percent: String(facts['percent']),
      sum: sumOf(facts['paidTiyn'], say),
    }),
    ...finishOf(facts, say),
  ],
  accepted: ({ act }, say) => [say.t('trail.act', { act: String(act) })],
  warranty: ({ warrantyUntil }, say) => [
    say.t('trail.warranty', { day: say.date(String(warrantyUntil)) }),
  ],
};

type Fact = Facts[string] | undefined;

/** The record says nothing of it. */
function isSilent(fact: Fact): fact is null | undefined {
  return fact === null || fact === undefined;
}

function costOf(cost: Fact, was: Fact, say: Wording): string {
  if (isSilent(cost)) return '';
  if (isSilent(was) || was === cost) return say.t('trail.cost', { sum: sumOf(cost, say) });
  return say.t('trail.costWas', { sum: sumOf(cost, say), was: sumOf(was, say) });
}

function protocolOf(protocol: Fact, say: Wording): string {
  return isSilent(protocol) ? '' : say.t('trail.protocol', { protocol: String(protocol) });
}

function sidesOf({ for: votesFor, against }: Facts, say: Wording): string {
  if (isSilent(votesFor) || isSilent(against)) return '';
  return say.t('trail.sides', { for: String(votesFor), against: String(against) });
}

function finishOf({ plannedBy, finishBy, delayReason }: Facts, say: Wording): readonly string[] {
  if (isSilent(plannedBy) || isSilent(finishBy) || plannedBy === finishBy) return [];
  const days = { planned: say.date(String(plannedBy)), now: say.date(String(finishBy)) };
  const reason = isSilent(delayReason) ? [] : [say.t(`works.delays.${delayReason}`)];
  return [say.t('trail.finish', days), ...reason];
}

function sumOf(tiyn: Fact, say: Wording): string {
  return isSilent(tiyn) ? '' : say.money(BigInt(tiyn));
}
