import type { ResultRow } from '#features/participation/results/result.reader.js';
import {
  settledResult,
  type ResultState,
  type SettledPot,
  type SettledResult,
} from '#features/participation/results/settled-result.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { totalsTable } from '../quarantine/quarantine-words.js';
import { measuresPart } from '../counting/measures-part.js';
import { drawHatch } from './rank-bar.js';
import { potPart, shortPotPart } from './pot-part.js';
import { turnoutPart } from './turnout-part.js';

export interface ResultQuestion {
  /** KATO of the pot to show in full; undefined: all, in short where there are several. */
  readonly pot: string | undefined;
  readonly page: number;
}

const STATE_COLOUR: Readonly<Record<ResultState, string>> = {
  provisional: 'yellow',
  decided: 'blue',
  final: 'green',
};

/** The page of a result. */
export function presentResultPage(
  say: Wording,
  { round, result, study }: Pick<ResultParts, 'round' | 'result' | 'study'>,
  question: ResultQuestion,
) {
  const settled = settledResult(result);
  const chosen = settled.pots.find(({ territory }) => territory === question.pot);
  const full = chosen ?? (settled.pots.length === 1 ? settled.pots[0] : undefined);
  const setting = { round, result };
  return {
    title: say.t('results.titleOf', { round: say.official(round.title).text }),
    crumbs: crumbsOf(say, round, chosen),
    round: { id: round.id },
    stamp: stampOf(say, setting, settled.state),
    sentence: sentenceOf(say, result, full ? [full] : settled.pots),
    hatch: drawHatch(),
    pots: full
      ? [potPart(say, { ...setting, pot: full }, question.page)]
      : settled.pots.map((pot) => shortPotPart(say, { ...setting, pot })),
    quarantined: quarantinedPart(say, result),
    measures: full && measuresOf(say, { result, study }, full),
    closer: closerLinks(say, round, full),
    turnout: turnoutPart(say, result.count.turnout),
    now: nowLines(say, round, settled),
    isFinal: settled.state === 'final',
    jsonTwin: `/api/v1/rounds/${round.id}/results`,
  };
}

/** What is left out of the count, and what those ballots chose. */
function quarantinedPart(say: Wording, { count: { quarantined } }: ResultRow) {
  if (!quarantined) return null;
  const text = say.t('quarantine.leftOut', { count: quarantined.ballots });
  const table = totalsTable(
    quarantined,
    say.t('quarantine.totals', { count: quarantined.ballots }),
    say,
  );
  return { text, table };
}

export function crumbsOf(say: Wording, round: RoundRow, pot?: SettledPot) {
  const results = { text: say.t('results.title'), path: `/rounds/${round.id}/results` };
  const first = { text: say.official(round.title).text, path: `/rounds/${round.id}` };
  return pot
    ? [first, results, { text: say.official(pot.name).text }]
    : [first, { text: results.text }];
}

/** What the voters of a pot got; undefined until it is worked out. */
function measuresOf(
  say: Wording,
  { result, study }: Pick<ResultParts, 'result' | 'study'>,
  { territory }: SettledPot,
) {
  const place = result.count.pots.findIndex((pot) => pot.territory === territory);
  const measures = study.measures?.[place];
  return measures && measuresPart(say, result.count, measures);
}

/** The pages that look closer at a count. */
function closerLinks(say: Wording, { id }: RoundRow, pot: SettledPot | undefined) {
  const steps = `/rounds/${id}/results/steps${pot ? `?pot=${pot.territory}` : ''}`;
  return [
    { text: say.t('counting.links.steps'), path: steps },
    { text: say.t('counting.links.compare'), path: `/rounds/${id}/results/compare` },
    { text: say.t('counting.links.trial'), path: `/rounds/${id}/results/trial` },
  ];
}

/** Provisional, decided or final, with the day, the protocol and what comes next. */
export function stampOf(
  say: Wording,
  { round, result }: { readonly round: RoundRow; readonly result: ResultRow },
  state: ResultState,
) {
  const { decision } = result;
  const at = decision ? (decision.publishedAt ?? decision.decidedAt) : result.computedAt;
  return {
    tag: { text: say.t(`results.states.${state}`), colour: STATE_COLOUR[state] },
    note: say.t(`results.stateNotes.${state}`, {
      at: say.dateTime(at),
      by: say.date(lastMomentOf(round.calendar.decisionBy)),
      protocol: decision?.protocolNumber ?? '',
    }),
  };
}

/** The calendar keeps the first instant after a deadline; people are told the last one within it. */
export function lastMomentOf(until: Date): Date {
  return new Date(until.getTime() - 1);
}

function sentenceOf(say: Wording, result: ResultRow, pots: SettledResult['pots']) {
  const projects = pots.flatMap(({ settled }) => settled);
  const voters = pots.length === 1 ? pots[0]!.voters : result.ballots;
  return [
    say.t('results.sentence.voters', { count: voters }),
    say.t('results.sentence.fitted', {
      winners: pots.reduce((sum, { confirmed }) => sum + confirmed.length, 0),
      projects: projects.filter(({ reason }) => reason?.outcome !== 'WITHDRAWN').length,
      budget: say.moneyShort(pots.reduce((sum, { budgetTiyn }) => sum + BigInt(budgetTiyn), 0n)),
    }),
  ].join(' ');
}

function nowLines(say: Wording, round: RoundRow, { state }: SettledResult): readonly string[] {
  const by = say.date(lastMomentOf(round.calendar.decisionBy));
  return [
    ...(state === 'provisional' ? [say.t('results.now.council', { by })] : []),
    ...(state === 'final' ? [] : [say.t('results.now.publish')]),
    say.t('results.now.budget'),
    say.t('results.now.report'),
  ];
}
