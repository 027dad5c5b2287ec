import { fraction } from '#rules/kernel/fraction.js';
import { compareIds } from '../compare-ids.js';
import type { SharesStep } from '../outcome.js';
import { shortageOf } from './exact-price.js';
import type { Market } from './market.js';
import type { Purchase, SharesRun } from './purchase.js';

/** Each purchase with its exact price, worked out from the whole numbers that the count kept. */
export function sharesSteps(market: Market, run: SharesRun): readonly SharesStep[] {
  let left = market.election.budget;
  return run.purchases.map((purchase) => {
    const step = stepOf(market, run, purchase, left);
    left -= step.cost;
    return step;
  });
}

function stepOf(market: Market, run: SharesRun, purchase: Purchase, left: bigint): SharesStep {
  const { election, profile, divisors } = market;
  const { id, cost } = election.projects[purchase.project]!;
  const { num, den } = purchase.link === -1 ? FREE : run.purses.prices.value(purchase.link);
  const voters = BigInt(profile.voters);
  const price = fraction(num, den * voters);
  return {
    kind: 'equal-shares',
    project: id,
    cost,
    left,
    price,
    q: fraction(price.num, price.den * (divisors[purchase.project]! || 1n)),
    effectiveVotes: price.num === 0n ? FREE : fraction(cost * price.den, price.num),
    payers: purchase.payers,
    emptied: purchase.emptied,
    tiedWith: purchase.tied.map((project) => election.projects[project]!.id).sort(compareIds),
  };
}

const FREE = { num: 0n, den: 1n };

/** What the supporters of a project still hold together, rounded down. */
export function moneyOfSupporters(market: Market, { purses }: SharesRun, project: number): bigint {
  const held = -shortageOf(purses, { position: project, cost: 0n });
  return held / (purses.prices.commonDenominator * BigInt(market.profile.voters || 1));
}
