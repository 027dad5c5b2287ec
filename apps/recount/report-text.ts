import type { Fraction } from '#rules/kernel/fraction.js';
import { formatAmount } from '#rules/tally/amount.js';
import { unitOf, type Election } from '#rules/tally/election.js';
import type { Measures } from '#rules/tally/measures.js';
import type { Outcome, Reason, SharesStep } from '#rules/tally/outcome.js';
import type { Texts } from './language.js';

/** A whole result for people: one line a project, winners first, each with its reason. */
export function outcomeText(election: Election, outcome: Outcome, texts: Texts): string {
  const lines = [...outcome.reasons].map(
    ([id, reason]) => `  ${nameOf(election, id)}: ${reasonText(reason, election, texts)}`,
  );
  const sums = {
    count: outcome.winners.length,
    of: election.projects.length,
    cost: money(outcome.cost, election, texts),
    budget: money(election.budget, election, texts),
  };
  return [texts.say('outcome', sums), ...lines].join('\n');
}

export function reasonText(reason: Reason, election: Election, texts: Texts): string {
  const values = Object.entries(reason).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'bigint' ? money(value, election, texts) : String(value),
  ]);
  const sentence = texts.say(
    reasonKey(reason),
    Object.fromEntries(values) as Record<string, string>,
  );
  if (reason.outcome !== 'NO_MONEY' || reason.cheaperWinners.length === 0) return sentence;
  const cheaper = texts.say('reason.cheaper', { ids: reason.cheaperWinners.join(', ') });
  return `${sentence} ${cheaper}`;
}

function reasonKey(reason: Reason): string {
  if (reason.outcome === 'NO_MONEY' && reason.endedAt !== undefined) return 'reason.NO_MONEY.ended';
  if (reason.outcome === 'NO_MONEY') return `reason.NO_MONEY.${reason.leftIn}`;
  if (reason.outcome === 'TIE_LOST') return `reason.TIE_LOST.${reason.by}`;
  return `reason.${reason.outcome}`;
}

export function nameOf(election: Election, id: string): string {
  const name = election.projects.find((project) => project.id === id)?.name;
  return name === undefined ? id : `${id} ${name}`;
}

/** `2 228 141.75` in English, else with a comma; thousands apart by a no-break space. */
export function money(amount: bigint, { scale }: Pick<Election, 'scale'>, texts: Texts): string {
  const [whole, rest] = formatAmount(amount, scale).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return rest === undefined ? grouped : `${grouped}${texts.language === 'en' ? '.' : ','}${rest}`;
}

export function measuresText(measures: Measures, election: Election, texts: Texts): string {
  return texts.say('measures', {
    withNothing: measures.withNothing,
    voters: measures.voters,
    winners: decimal(measures.averageWinners, texts),
    money: decimal(inCurrency(measures.averageMoney, election), texts),
  });
}

/** Who paid how much for a project that equal shares bought. */
export function sharesText(step: SharesStep, election: Election, texts: Texts): string {
  return texts.say('explain.shares', {
    price: decimal(inCurrency(step.price, election), texts),
    payers: step.payers,
    emptied: step.emptied,
    effective: decimal(step.effectiveVotes, texts),
  });
}

function inCurrency({ num, den }: Fraction, election: Election): Fraction {
  return { num, den: den * unitOf(election) };
}

/** For reading only, rounded down to two decimals; exact values stand in the JSON. */
function decimal({ num, den }: Fraction, texts: Texts): string {
  return money((num * 100n) / den, { scale: 2 }, texts);
}
