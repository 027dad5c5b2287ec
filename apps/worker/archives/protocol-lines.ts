import type { ResultRow } from '#features/participation/results/result.reader.js';
import type { Wording } from '#platform/views/wording.js';
import type { ArchivedRoundInWords } from './archived-round-in-words.js';
import { ruleInWords, tiesInWords } from './rule-lines.js';

type Pot = ResultRow['count']['pots'][number];

/** The protocol of the count: every project with its figures, and what the Expert Council decided. */
export function protocolLines(
  say: Wording,
  { round, result, files }: ArchivedRoundInWords,
): readonly string[] {
  const { count, decision } = result;
  return [
    say.t('results.protocol.title'),
    say.official(round.title).text,
    '',
    say.t(round.nationalScope ? 'results.protocol.basis' : 'results.protocol.local'),
    '',
    fact(say, 'territory', say.official(round.territoryName).text),
    fact(say, 'closed', round.closedAt ? say.date(round.closedAt) : '–'),
    fact(say, 'counted', say.date(result.computedAt)),
    fact(say, 'ballots', say.number(result.ballots)),
    fact(say, 'rule', ruleInWords(say, count.rule)),
    fact(say, 'ties', tiesInWords(say, count.rule)),
    fact(say, 'minimum', say.number(count.minimumVotes)),
    ...count.pots.flatMap((pot) => potLines(say, pot)),
    '',
    ...decisionLines(say, decision),
    '',
    say.t('results.keys.digest'),
    ...files.map(({ territory, digest }) => `  ballots/${territory}.pb  ${digest}`),
  ];
}

function potLines(say: Wording, pot: Pot): readonly string[] {
  return [
    '',
    say.official(pot.name).text,
    fact(say, 'budget', say.money(BigInt(pot.budgetTiyn))),
    fact(say, 'spent', say.money(BigInt(pot.costTiyn))),
    ...pot.projects.map((project) => projectLine(say, project)),
  ];
}

function projectLine(say: Wording, project: Pot['projects'][number]): string {
  const { number, title, votes, points, costTiyn, reason } = project;
  return [
    `  ${say.t('common.number', { number })} ${say.official(title).text}`,
    `${say.t('results.columns.votes')}: ${say.number(votes)}`,
    ...(points === votes ? [] : [`${say.t('results.columns.points')}: ${say.number(points)}`]),
    say.money(BigInt(costTiyn)),
    say.t(`results.outcomes.${reason?.outcome ?? 'TIE_OPEN'}`),
  ].join('; ');
}

function decisionLines(say: Wording, decision: ResultRow['decision']): readonly string[] {
  if (!decision) return [say.t('results.protocol.noDecision')];
  const { protocolNumber, text, strikes, publishedAt } = decision;
  return [
    `${say.t('results.protocol.decision')}: ${protocolNumber}. ${say.official(text).text}`,
    ...(strikes.length > 0 ? [say.t('results.protocol.strikes')] : []),
    ...strikes.map(
      (strike) =>
        `  ${say.t('common.number', { number: strike.number })}: ` +
        `${say.t(`grounds.${strike.ground}`)}. ${say.official(strike.text).text}`,
    ),
    ...(publishedAt ? [fact(say, 'published', say.date(publishedAt))] : []),
  ];
}

function fact(say: Wording, key: string, value: string): string {
  return `${say.t(`results.keys.${key}`)}: ${value}`;
}
