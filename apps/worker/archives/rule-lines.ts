import type { Wording } from '#platform/views/wording.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import type { ArchivedRoundInWords } from './archived-round-in-words.js';

/** The rule that the round promised and was counted by. */
export function ruleLines(
  say: Wording,
  { round, result }: ArchivedRoundInWords,
): readonly string[] {
  const { count } = result;
  const { calendar } = round;
  const facts: readonly (readonly [string, string])[] = [
    ['territory', say.official(round.territoryName).text],
    ['year', String(round.year)],
    ['rule', ruleInWords(say, count.rule)],
    ['ties', tiesInWords(say, count.rule)],
    ['minimum', say.number(count.minimumVotes)],
  ];
  return [
    say.official(round.title).text,
    '',
    ...facts.map(([key, value]) => `${say.t(`results.keys.${key}`)}: ${value}`),
    `${say.t('archive.rule.voting')}: ${say.date(calendar.votingFrom)} – ${say.date(
      new Date(calendar.votingUntil.getTime() - 1),
    )}`,
    `${say.t('archive.rule.age')}: ${say.number(round.minimumAge)}`,
    `${say.t('archive.rule.paper')}: ${say.number(round.paperVersion)}`,
    `${say.t('archive.rule.steps')}: ${count.application
      .map((step) => say.t(`archive.rule.step.${step}`))
      .join(' → ')}`,
    '',
    say.t('archive.rule.pots'),
    ...count.pots.map(
      ({ name, territory, budgetTiyn }) =>
        `  ${territory}  ${say.official(name).text}: ${say.money(BigInt(budgetTiyn))}`,
    ),
    '',
    say.t('archive.rule.exact'),
  ];
}

export function ruleInWords(say: Wording, { name, satisfaction }: RuleSpec): string {
  return say.t(
    name === 'greedy' ? `results.rules.greedy.${satisfaction}` : `results.rules.${name}`,
  );
}

export function tiesInWords(say: Wording, { ties }: RuleSpec): string {
  const seed = ties.startsWith('lottery:') ? ties.slice('lottery:'.length) : null;
  return seed === null ? say.t(`results.ties.${ties}`) : say.t('results.ties.lottery', { seed });
}
