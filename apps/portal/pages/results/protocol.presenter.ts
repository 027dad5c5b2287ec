import type { ResultRow } from '#features/participation/results/result.reader.js';
import {
  settledResult,
  type SettledPot,
  type SettledProject,
} from '#features/participation/results/settled-result.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { ruleText, tiesText } from './counting-rule-words.js';
import { outcomeCodeOf } from './reason-words.js';
import { ranked } from './rank-rows.js';
import { lastMomentOf } from './result-page.presenter.js';

/** The protocol of the count: every project on paper, nothing folded in. */
export function presentProtocol(say: Wording, { round, result, files }: ResultParts) {
  const { state, pots } = settledResult(result);

  return {
    title: say.t('results.protocol.title'),
    heading: say.official(round.title).text,
    back: `/rounds/${round.id}/results`,
    draft: state === 'final' ? null : say.t('results.protocol.draft'),
    basis: say.t(round.nationalScope ? 'results.protocol.basis' : 'results.protocol.local'),
    facts: factsOf(say, { round, result }),
    tables: pots.map((pot) => tableOf(say, pot)),
    decision: result.decision && decisionOf(say, result.decision),
    digests: files.map(({ territory, digest }) => ({ territory, digest })),
    signatures: ['chair', 'secretary', 'officer'].map((who) => say.t(`results.protocol.${who}`)),
  };
}

function factsOf(say: Wording, { round, result }: Pick<ResultParts, 'round' | 'result'>) {
  const { count, decision } = result;
  const facts: Readonly<Record<string, string>> = {
    territory: say.official(round.territoryName).text,
    year: String(round.year),
    closed: round.closedAt ? say.dateTime(round.closedAt) : '',
    counted: say.dateTime(result.computedAt),
    ballots: say.number(result.ballots),
    rule: ruleText(say, count),
    ties: tiesText(say, count),
    minimum: say.number(count.minimumVotes),
    decisionBy: say.date(lastMomentOf(round.calendar.decisionBy)),
    ...(decision?.publishedAt && { published: say.dateTime(decision.publishedAt) }),
  };
  return Object.entries(facts).map(([key, value]) => ({
    key: say.t(`results.keys.${key}`),
    value,
  }));
}

function tableOf(say: Wording, pot: SettledPot) {
  const budget = BigInt(pot.budgetTiyn);
  return {
    summary: [
      { label: say.t('results.keys.budget'), value: say.money(budget) },
      { label: say.t('results.keys.spent'), value: say.money(pot.spentTiyn) },
      { label: say.t('results.keys.leftOver'), value: say.money(budget - pot.spentTiyn) },
    ],
    caption: say.official(pot.name).text,
    columns: ['project', 'place', 'votes', 'cost', 'outcome'].map((column) => ({
      text: say.t(`results.columns.${column}`),
      numeric: column === 'votes' || column === 'cost',
    })),
    rows: ranked(pot).map((project) => ({ cells: cellsOf(say, project) })),
  };
}

function cellsOf(say: Wording, project: SettledProject) {
  const number = say.t('common.number', { number: project.number });
  return [
    { text: `${number} ${say.official(project.title).text}` },
    { text: project.place === null ? '–' : say.number(project.place) },
    { text: say.number(project.votes) },
    { text: say.money(BigInt(project.costTiyn)) },
    { text: say.t(`results.outcomes.${outcomeCodeOf(project)}`) },
  ];
}

function decisionOf(say: Wording, decision: NonNullable<ResultRow['decision']>) {
  return {
    protocol: decision.protocolNumber,
    at: say.dateTime(decision.decidedAt),
    text: say.official(decision.text).text,
    strikes: decision.strikes.map(({ number, ground, text }) => {
      const name = say.t('common.number', { number });
      return `${name}: ${say.t(`grounds.${ground}`)}. ${say.official(text).text}`;
    }),
  };
}
